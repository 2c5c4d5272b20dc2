import { defineDemo } from '@/contract'
import { stableDiffusion } from '@/domains/fluids/vorticity'
import { claims } from './claims'
import { lever, limit, structure, wave } from './handles'
import { lawOf } from './lawRun'
import { lesson } from './lesson'
import { lost } from './lost'
import meta from './meta'
import { model } from './model'
import { params, shapeOf } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { trainer } from './trainRun'

export default defineDemo({
  meta,
  params,
  model,
  maps: { lost, trainer },
  readouts,
  tabs: {
    by: 'scene',
    ledes: {
      law: 'Some of a flow no player can keep, however good it is: waves that look alike to it move differently. On a linear equation the share that is lost is known. Drag the dot to finer structures.',
      train:
        'The players begin as small kernels that pass on what they see. Nobody shows them an answer: the collected picture is only asked whether it obeys the equation. Play the training from the start.',
    },
    openings: { fluid: 20, law: 'end', train: 'end' },
    views: {
      fluid: ['deal', 'error', 'spectrum'],
      law: ['law', 'error', 'spectrum'],
      train: ['kernels', 'loss', 'error', 'factor'],
    },
  },
  views: {
    deal: {
      title: 'The cards',
      note: 'colour: vorticity',
      alt: 'The flow after {step} steps, dealt to players that hold every s-th pixel each, s = {space}, or collected. Beside it the {slots} time steps that are computed at once.',
    },
    error: {
      title: 'What is missing',
      note: 'difference, brightened',
      alt: 'Left the answer as it should be, right its difference from the collected picture, whose relative error is {error}, or from one hand alone, interpolated.',
    },
    spectrum: {
      title: 'What players can see',
      note: 'strength of waves',
      alt: 'Strength of the waves of the flow against their wavenumber, up to the limit of the players and beyond it. The shaded part is missing in the collected picture.',
    },
    law: {
      title: 'What no player can keep',
      note: 'share of the mean square',
      alt: 'Share that the best players lose against the finest structure, for each s. At k₀ = {k0} and s = {space} it is {predicted}; measured {measured}.',
    },
    kernels: {
      title: 'What each player has learned',
      note: 'weights in hundredths',
      alt: 'The kernels of all players after {step} training steps, for each time slot and hand; colours are the change from passing on. The largest difference between hands is {spread}.',
    },
    loss: {
      title: 'The training',
      note: 'log scale',
      alt: 'Physics loss and error against training steps. At step {step} the loss is {loss}.',
    },
    factor: {
      title: 'Factor of a wave (κ, κ)',
      note: '{chart}',
      alt: 'By what factor the players multiply a wave, against what the equation and the loss ask for, for each time slot. On show: {chart}.',
    },
  },
  words: {
    player: 'player',
    collected: 'collected',
    dealt: 'dealt',
    now: 'known',
    atOnce: 'at once',
    fine: 'one fine solver',
    lost: 'difference',
    exact: 'exact',
    missing: '− collected',
    missingAlone: '− one hand, interpolated',
    off: 'off by',
    colours: 'colours',
    collectedRun: 'collected, dashed',
    alike: 'taken for slower',
    lostMeasured: '% lost, measured',
    prediction: 'lines: predicted by the law',
    slot: 'jump',
    loss: 'physics loss',
    trainError: 'error on a mixture',
    taught: 'taught',
    learned: 'dots: learned · line: exact',
    axisShell: 'wavenumber, the larger of |kx| and |ky|',
    axisStructure: 'finest structure, k₀',
    axisLost: 'η',
    axisUpdates: 'training step',
    axisKappa: 'wavenumber, κ',
  },
  opening: 20,
  handles: {
    lever: {
      label: 'lever: collected or dealt',
      view: 'deal',
      invite: 'drag me',
      moves: ['deal'],
      when: (p) => p.scene === 'fluid',
      ...lever,
    },
    limit: {
      label: 'limit of the players',
      view: 'spectrum',
      invite: 's · drag me',
      moves: ['space'],
      when: (p) => p.scene !== 'train',
      ...limit,
    },
    wave: {
      label: 'extra wave',
      view: 'spectrum',
      invite: 'lift me',
      moves: ['wave', 'amp'],
      when: (p) => p.scene === 'fluid' && p.field === 'vortices',
      ...wave,
    },
    structure: {
      label: 'finest structure',
      view: 'spectrum',
      invite: 'k₀ · drag me',
      moves: ['k0'],
      when: (p) => p.scene === 'law' || (p.scene === 'fluid' && p.field === 'random'),
      ...structure(() => -5.4),
    },
    dot: {
      label: 'finest structure',
      view: 'law',
      invite: 'k₀ · drag me',
      moves: ['k0'],
      when: (p) => p.scene === 'law',
      ...structure((p) => lawOf(p).lost),
    },
  },
  sliders: {
    dt: (p) => ({ max: Math.max(0.005, Math.min(0.1, stableDiffusion(Number(p.grid)) / Math.max(p.nu, 1e-6))) }),
    k0: (p) => ({ marks: [{ value: shapeOf(p).n / 2, label: 'limit' }] }),
    rate: () => ({ marks: [{ value: 0.004, label: 'ours' }] }),
  },
  equations: [
    {
      tex: 'u^{(a,b)}_{p,q} = u_{p\\p{space}+a,\\;q\\p{space}+b}',
      spoken: 'Player a b holds every s-th pixel of u, from pixel a b on.',
    },
    {
      tex: '\\hat u_\\tau = \\operatorname{join}_{ab} f_{\\tau ab}\\bigl(u^{(a,b)}\\bigr),\\;\\; \\tau = 1..\\p{slots}',
      spoken: 'The answer of slot tau joins the answers f of all players to their hands, for tau from one to k.',
      tabs: ['fluid', 'train'],
    },
    {
      tex: '\\omega_t + u\\cdot\\nabla\\omega = \\p{nu}\\,\\Delta\\omega',
      spoken: 'The vorticity omega is carried by the flow u and diffuses with viscosity nu.',
      tabs: ['fluid'],
    },
    {
      tex: 'u_t + c\\cdot\\nabla u = \\p{diffusion}\\,\\Delta u',
      spoken: 'The field u drifts with the constant velocity c and diffuses with nu.',
      tabs: ['law', 'train'],
    },
    {
      tex: '\\mathcal L = \\tfrac1k \\textstyle\\sum_\\tau \\bigl\\|\\tfrac{\\hat u_\\tau - \\hat u_{\\tau-1}}{\\Delta t} - L\\tfrac{\\hat u_\\tau + \\hat u_{\\tau-1}}2\\bigr\\|^2',
      spoken:
        'The physics loss asks of the joined answers of neighbouring slots that they obey the equation, by Crank and Nicolson.',
      tabs: ['train'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
