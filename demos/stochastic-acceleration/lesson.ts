// The lesson: a spectrum that one straight line misses, kicks without losses, the balance where particles pile up, and what takes the bump away.
import type { Moment, Stop } from '@/contract'
import type { Frame } from './model'
import type { Params } from './params'
import { nameOf, type Walked } from './particles'
import { few, type presets, type View } from './presets'
import type { readouts } from './readouts'

interface Maps {
  particles: Walked
}
type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, Maps>

const NEVER = Number.POSITIVE_INFINITY
const isPlain = (p: Params) =>
  p.r === 2 && p.gain === 0 && p.tied && p.inj === 1 && p.low === 0.01 && p.span === 30 && p.seed === 0 && p.moment === 'n1'
const isOpen = (p: Params) => isPlain(p) && p.high === 1e5 && p.tauC === NEVER
const isKolmogorov = (p: Params) => p.q === 5 / 3 && p.tau0 === 20
const isCounted = (p: Params, { particles }: Moment<Frame, keyof typeof readouts, Maps>['maps']) =>
  particles?.done === 1 && particles.result.of === nameOf(p)
const atEnd = ({ step, steps }: { step: number; steps: number }) => step === steps

export const lesson: readonly LessonStop[] = [
  {
    id: 'line',
    title: 'Kicked up, radiated down',
    answers: ['problem'],
    params: { ...few },
    step: 'end',
    stage: ['spectrum'],
    controls: ['fit'],
    text: 'Moving magnetic clouds kick particles to larger momenta χ, radiation drains the fastest, some escape. The spectrum says how many there are in each factor of χ (N times χ). It is often fitted with one straight line, a power law.',
    while: (p) => isOpen(p) && isKolmogorov(p) && p.loss === 1e-3,
    predict: {
      ask: 'The best line right of the injection, where particles enter, is off by a factor of …',
      options: ['1.1', '3', '30'],
      right: 1,
    },
    do: { say: 'Draw the best straight line', params: { fit: true }, done: (p) => p.fit },
    see: 'It is off by a factor of {misfit}, as a root mean square. The true curve rises by a factor of {contrast} to a bump, and then ends.',
    why: 'A power law knows no momentum that is special. But here there is one: where the kicks push up as fast as radiation pulls down.',
  },
  {
    id: 'kicks',
    title: 'Kicks alone',
    answers: ['idea'],
    preset: 'power',
    step: 0,
    stage: ['spectrum', 'clouds'],
    waits: ['spectrum'],
    controls: ['tau0'],
    text: 'No losses now. A cloud that comes towards a particle gives it momentum, one that flees takes some. Head-on meetings are more frequent, so χ grows on average: Fermi’s idea of 1949. All start at χ = 1; who escapes starts again.',
    while: (p) => isOpen(p) && p.q === 2 && p.loss === 0 && p.tau0 === 1,
    predict: {
      ask: 'In the end the spectrum above the injection is …',
      options: ['a bump', 'a straight line', 'a bell'],
      right: 1,
    },
    do: { say: 'Let time run to the end', step: 'end', done: (_, now) => atEnd(now) },
    see: 'A straight line of slope {slope}; theory says 3/2 − √(9/4 + 1) = −0.303. It turns up only at its end, where there is no more turbulence.',
    why: 'Here kicks double χ in an equal time at any χ, and in that time an equal share escapes. Equal factors for equal factors: a power law.',
  },
  {
    id: 'pile',
    title: 'Where two flows meet',
    answers: ['why'],
    preset: 'thermal',
    stage: ['spectrum'],
    controls: ['loss'],
    text: 'Now particles radiate: momentum is lost at the rate bχ², and nobody escapes. Below the balance, χ = {eq}, kicks win; far above it radiation does. From both sides particles gather: a bump. Its top, at {peak}, is above the balance, as each factor of χ has more room (χ³).',
    while: (p) => isOpen(p) && p.q === 2 && p.tau0 === NEVER && p.loss > 0,
    predict: {
      ask: 'Ten times stronger losses. The top of the bump …',
      options: ['goes to a tenth of its χ', 'goes to a third', 'sinks where it is'],
      right: 0,
    },
    do: { say: 'Raise the losses b to 0.01', params: { loss: 0.01 }, done: (p) => p.loss >= 0.009 && p.loss < 0.02 },
    see: 'The top is at {peak} now, {ratio} times the balance.',
    why: 'Without escape nothing flows in the end, and the curve is χ³ exp(−bχ): the room times the brake of losses. Its top is at 3/b. The dotted formula lies on the curve.',
  },
  {
    id: 'track',
    title: 'The crossing of two clocks',
    answers: ['why'],
    params: { q: 2, tau0: 200, ...few },
    step: 'end',
    stage: ['scales', 'spectrum'],
    controls: ['q'],
    text: 'Each process has a clock: how long it takes at momentum χ. Acceleration and loss cross at the balance, {eq}. The turbulence index q says how long the kicks take: at 2 equally long at any χ, at less the longer the larger χ is.',
    while: (p) => isOpen(p) && p.tau0 === 200 && p.loss === 1e-3,
    predict: {
      ask: 'At a smaller q, the bump …',
      options: ['stays', 'moves to smaller χ', 'moves to larger χ'],
      right: 1,
    },
    do: { say: 'Lower q to 1.5', params: { q: 1.5 }, done: (p) => p.q <= 1.55 },
    see: 'Balance at {eq}, top at {peak}: {ratio} times as far. Both have moved together.',
    why: 'Fast particles are kicked more rarely now, so losses catch up sooner. Without escape the factor would be 3^(1/(3 − q)), 2.08; escape takes some particles before they get there.',
  },
  {
    id: 'ways',
    title: 'Three ways to one spectrum',
    answers: ['cost'],
    params: { n: 1000 },
    step: 'end',
    stage: ['spectrum'],
    controls: ['n'],
    text: 'Dashes, the paper’s way: the flux of particles through each χ is added up, from the injection to an end where nothing flows. Orange: 400 cells that exchange particles in time. Blue: {n} single particles, with the luck of counting.',
    while: (p) => isOpen(p) && isKolmogorov(p) && p.loss === 1e-3,
    predict: {
      ask: 'With 16 times as many particles the bars are …',
      options: ['a sixteenth as long', 'a quarter as long', 'as long'],
      right: 1,
    },
    do: {
      say: 'Let 16,000 particles walk',
      params: { n: 16_000 },
      done: (p, { maps }) => p.n >= 15_000 && isCounted(p, maps),
    },
    see: 'The squared distance from the cells is {chiSquare} of what luck explains, on average. Cells and march differ by {apart} at most.',
    why: 'Luck falls as 1/√M, work grows as M. The cells are 400 equations of three unknowns each and reach tails where no particle comes. But particles need no grid.',
  },
  {
    id: 'melt',
    title: 'Not enough time',
    answers: ['limits'],
    params: { q: 2, tau0: 10, ...few },
    step: 'end',
    stage: ['spectrum', 'scales'],
    controls: ['tau0'],
    text: 'With escape: a particle stays for {stay} units of time, at the balance {patience} times as long as acceleration takes there. The bump is {contrast} times as high as the dip before it.',
    while: (p) => isOpen(p) && p.q === 2 && p.loss === 1e-3 && p.tau0 < 20,
    predict: {
      ask: 'They stay a twentieth of that. The bump …',
      options: ['sinks, but stays', 'moves to smaller χ', 'is gone'],
      right: 2,
    },
    do: { say: 'Lower τ₀ to 0.5', params: { tau0: 0.5 }, done: (p) => p.tau0 <= 0.7 },
    see: 'Gone: above the injection the curve falls all the way. For this law the bump vanishes where τ₀ falls below 0.73.',
    why: 'Particles leave before they come to the balance. A bump needs them to stay there about as long as acceleration takes there, or longer.',
  },
  {
    id: 'pions',
    title: 'Lost at one blow',
    answers: ['limits'],
    params: { ...few },
    step: 'end',
    stage: ['spectrum', 'flux'],
    controls: ['tauC'],
    text: 'Radiation takes momentum bit by bit. A proton that hits another and makes pions is gone at one blow: a catastrophic loss. There is none yet; the top of the bump is at {peak}, and the share that escapes is {escaped}.',
    while: (p) => isPlain(p) && p.high === 1e5 && isKolmogorov(p) && p.loss === 1e-3 && p.epsilon === -0.5,
    predict: {
      ask: 'Destruction that takes fast particles sooner lets the bump …',
      options: ['sink and move left', 'grow', 'stay'],
      right: 0,
    },
    do: { say: 'Destroy them after some 30/√χ', preset: 'pion', done: (p) => p.tauC <= 40 },
    see: 'The top is at {peak}, {contrast} times as high as the dip before it. The share {destroyed} is destroyed, {escaped} escapes.',
    why: 'At the old balance a particle now lives for 2.2 units of time, and acceleration takes 5.6 there. Few come so far, so the tail bends down earlier.',
  },
  {
    id: 'found',
    title: 'What the paper found',
    answers: ['found'],
    params: { tau0: 200, ...few },
    step: 'end',
    stage: ['spectrum'],
    controls: ['high'],
    text: 'The paper solves the steady state for any such law, with turbulence in a finite range. It finds: near the balance a bump is universal if particles stay long enough there. It names no number; on our curve the balance is {eq}, the top {peak}.',
    while: (p) => isPlain(p) && p.q === 5 / 3 && p.tau0 === 200 && p.loss === 1e-3 && p.tauC === NEVER,
    predict: {
      ask: 'The turbulence ends at χ = 100, before the balance. Then particles …',
      options: ['make the same bump', 'make no bump', 'pile up at the end'],
      right: 2,
    },
    do: { say: 'End the turbulence at χ = 100', params: { high: 100 }, done: (p) => p.high <= 120 },
    see: 'They pile up at {peak}, the end, {contrast} times as high as the dip before it.',
    why: 'Beyond it nothing kicks them further. One unbroken power law is often not adequate, the paper concludes: gains and losses shape the spectrum everywhere.',
  },
]
