import { defineDemo } from '@/contract'
import { claims } from './claims'
import { learned } from './learned'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { searched } from './searched'
import { sizes } from './sizes'
import { snippet } from './snippet'

/** Tabs of systems that are observed through a dictionary. */
const WATCHED = ['rotation', 'duffing', 'cat'] as const

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)
const hundredth = (value: number) => Math.round(100 * clamp(value, -1.4, 1.4)) / 100

export default defineDemo({
  meta,
  params,
  model,
  maps: { learned, searched, sizes },
  readouts,
  tabs: {
    by: 'system',
    views: {
      rotation: ['plane', 'mode', 'rate'],
      duffing: ['plane', 'mode', 'counts'],
      cat: ['plane', 'mode', 'rate'],
      torus: ['decay', 'torus', 'fan', 'lines'],
    },
    ledes: {
      rotation:
        'Koopman’s idea: watch functions of the state instead of the state. A torus turns, and its functions are waves: every mode that data give is true. Drag z along the circle.',
      cat: 'A map of the torus that stretches and folds. Watched through waves, nearly all modes that data give are false. Enlarge the box of waves: how fast does the circle come to light?',
      torus:
        'A learner watches one function on a turning torus and calls it a mode. An adversary has changed the map, too little to see. Drag T, the length of the data, until the learner finds out.',
    },
    openings: { rotation: 'end', duffing: 'end', cat: 'end', torus: 'end' },
  },
  views: {
    plane: {
      title: 'Eigenvalues that data give',
      note: 'crosses: not proven',
      alt: 'The complex plane with the unit circle. Eigenvalues with a residual below {epsilon} are dots, the others crosses. Contours show the least residual τ; at z = {z} it is marked.',
    },
    mode: {
      title: 'The best function at z',
      note: 'hue: phase',
      alt: 'Over the states: the function that comes closest to being multiplied by z = {z} each step. Its hue is its phase.',
    },
    counts: {
      title: 'What residuals tell',
      note: '{chart}',
      alt: 'Number of eigenvalues, and of those with a residual below {epsilon}, against the amount of data or the size of the dictionary; or each residual against the depth in the disc. On show: {chart}.',
    },
    rate: {
      title: 'How much of the circle is in doubt',
      note: 'largest τ on it',
      alt: 'Largest least residual on the unit circle against the size of the box of waves, for the cat map and for the rotation; here {circle}.',
    },
    decay: {
      title: 'How much of ψ comes back',
      note: 'overlap |cₙ|',
      alt: 'Overlap of ψ after n steps with its start, against n on a logarithmic scale, with the learner’s data up to T = {T} shaded. At n = {n} it is {overlap}.',
    },
    torus: {
      title: 'The two maps on the torus',
      note: 'hue: phase of ψ',
      alt: 'Left the rotation, right the adversary’s map, which differs by at most {change}: what the phase of ψ has become after {n} steps, or what one step does.',
    },
    fan: {
      title: 'ψ for many starts',
      note: 'their mean is cₙ',
      alt: 'Values of ψ after {n} steps from 96 starts on the unit circle, and their mean, of length {overlap}.',
    },
    lines: {
      title: 'The spectrum that T shows',
      note: 'bars: true lines',
      alt: 'Spectrum of ψ around β as data up to T = {T} show it, with the true spectral lines. Weight at β: {weight} seen, {truth} true.',
    },
  },
  words: {
    z: 'z',
    tau: 'τ(z)',
    circle: 'true spectrum: the circle',
    eigenvalues: 'by EDMD',
    proven: 'with residual below',
    smallProven: 'below',
    found: 'by the algorithm, error',
    residualOne: 'each with residual 1',
    misses: 'Kg misses zg by',
    missesShort: 'off by',
    believed: 'below ε',
    doubtful: 'not proven',
    returned: 'all that EDMD returns',
    below: 'residual below ε',
    cat: 'cat map',
    rotation: 'rotation',
    honest: 'honest rotation',
    adversary: 'adversary’s map',
    announces: '“ψ is an eigenfunction.” Wrong.',
    notice: '“ψ is none.” Found out.',
    hesitates: '“Something is odd.”',
    certified: 'certified: at least this',
    lost: 'all lost at n =',
    forThisQ: 'for this q, some T suffices',
    forEveryT: 'for every T, some q deceives',
    after: 'after',
    steps: 'steps',
    oneStep: 'one step along y',
    difference: 'difference',
    of: 'of',
    waves: 'waves shown',
    mean: 'mean:',
    allTogether: 'rotation: all stay together',
    turns: 'turns',
    axisReal: 'real part',
    axisM: 'snapshot pairs, M',
    axisN: 'functions, N',
    axisDepth: 'depth in the disc, 1 − |λ|²',
    axisSquare: 'residual²',
    axisBox: 'box of waves, N',
    axisN10: 'steps, n',
    axisOffset: 'frequency − β',
  },
  opening: 'end',
  handles: {
    z: {
      label: 'probe z',
      view: 'plane',
      invite: 'z · drag me',
      moves: ['z'],
      when: (p) => p.system !== 'torus',
      at: (p) => p.z,
      move: ([x, y]) => ({ z: [hundredth(x), hundredth(y)] }),
    },
    window: {
      label: 'end of the learner’s data',
      view: 'decay',
      invite: 'T · drag me',
      moves: ['T'],
      when: (p) => p.system === 'torus',
      at: (p) => [Math.log10(p.T), 0.5],
      move: ([x]) => ({ T: Math.round(10 ** clamp(x, 1, 6)) }),
    },
  },
  sliders: {
    q: (p) =>
      Math.abs(p.alpha - (Math.PI - 3)) < 1e-9
        ? {
            marks: [
              { value: 7, label: '7' },
              { value: 113, label: '113' },
            ],
          }
        : {},
    a: () => ({
      marks: [
        { value: 0, label: 'honest' },
        { value: 0.19137, label: 'all lost' },
      ],
    }),
    zoom: () => ({
      marks: [
        { value: 1, label: 'true' },
        { value: 10_000, label: '10 000' },
      ],
    }),
    gamma: () => ({ marks: [{ value: 0.3, label: 'paper' }] }),
  },
  equations: [
    { tex: '(\\mathcal Kg)(x) = g(F(x))', spoken: 'K g at x is g at F of x: Koopman’s operator, which is linear.' },
    {
      tex: '\\text{EDMD: }\\; \\Psi_X^{+}\\Psi_Y\\, v = \\lambda v',
      tabs: WATCHED,
      spoken: 'E D M D takes the eigenvalues lambda of the pseudo-inverse of psi of X times psi of Y.',
    },
    {
      tex: '\\mathrm{res}(\\lambda, g) = \\|\\mathcal Kg - \\lambda g\\| \\,/\\, \\|g\\|',
      tabs: WATCHED,
      spoken: 'The residual of lambda and g is the norm of K g minus lambda g over the norm of g.',
    },
    {
      tex: '\\tau(\\p{z}) = \\min_g\\, \\mathrm{res}(\\p{z}, g)',
      tabs: WATCHED,
      spoken: 'Tau of z is the least residual that any function has at z.',
    },
    {
      tex: 'F(x,y) = (x + \\p{alpha},\\; y + \\p{beta} + \\delta(x))',
      tabs: ['torus'],
      spoken: 'The adversary’s map turns x by alpha and y by beta plus delta of x,',
    },
    {
      tex: '\\delta(x) = h(x + \\alpha) - h(x)',
      tabs: ['torus'],
      spoken: 'where delta of x is h at x plus alpha minus h at x,',
    },
    { tex: 'h(x) = \\p{a}\\cos 2\\pi \\p{q}x', tabs: ['torus'], spoken: 'and h of x is a times the cosine of 2 pi q x.' },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
