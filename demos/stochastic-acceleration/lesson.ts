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
    see: 'A factor of {misfit}, as a root mean square. The true curve rises by a factor of {contrast} to a bump, and then ends.',
    why: 'A power law knows no special momentum; here one is, where kicks push up as fast as radiation pulls down. Formulas for this were known for a few laws only. Else one had to simulate.',
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
    text: 'No losses now. A cloud that comes towards a particle gives it momentum, one that flees takes some: a random walk. Head-on meetings are more frequent, so χ grows on average: Fermi’s idea of 1949. All start at χ = 1; who escapes starts again.',
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
    id: 'equation',
    title: 'One equation: who passes, who leaves',
    answers: ['idea'],
    params: { ...few },
    step: 'end',
    stage: ['flux', 'spectrum'],
    controls: ['tau0'],
    text: 'The equation has four parts. Kicks spread particles over χ as heat spreads: diffusion in momentum. Losses carry them down, escape takes them away, and injection brings new ones at χ = 1. The flux says how many pass each χ upwards, less those downwards.',
    while: (p) => isOpen(p) && p.q === 5 / 3 && p.loss === 1e-3,
    predict: {
      ask: 'Nobody escapes any more. In the end the flux is …',
      options: ['upwards at each χ', 'downwards at each χ', 'zero at each χ'],
      right: 2,
    },
    do: { say: 'Let nobody escape', params: { tau0: NEVER }, done: (p) => p.tau0 === NEVER },
    see: 'Zero at each χ (dashes): kicks carry up as many as losses carry down. Before, it rose by one at the injection, and fell by those who left on the way.',
    why: 'In the steady state, what comes into a stretch of χ has to leave it, up, down or by escape: that is all the equation says. And nothing flows through the two ends of the turbulence.',
  },
  {
    id: 'pile',
    title: 'Held between kicks and losses',
    answers: ['why'],
    preset: 'thermal',
    stage: ['spectrum'],
    controls: ['loss'],
    text: 'Particles radiate and lose momentum at the rate bχ², and nobody escapes. Below the balance, χ = {eq}, kicks win; far above it losses do. So those who started at χ = 1 climb and are held: a bump. Its top, {peak}, is higher up, where a factor of χ has more room.',
    while: (p) => isOpen(p) && p.q === 2 && p.tau0 === NEVER && p.loss > 0,
    predict: {
      ask: 'Losses ten times as strong. The top of the bump is then …',
      options: ['at a tenth of its χ', 'at a third of its χ', 'where it was, but lower'],
      right: 0,
    },
    do: { say: 'Raise the losses b to 0.01', params: { loss: 0.01 }, done: (p) => p.loss > 0.0095 && p.loss < 0.0105 },
    see: 'At a tenth: it was at 3000, and is at {peak} now. The balance has moved with it, to {eq}.',
    why: 'Nothing flows in the end, so the curve is χ³ exp(−bχ): the room, which grows as χ³, times the brake of losses. Its top is at 3/b. The formula (dots) lies on the curve.',
  },
  {
    id: 'track',
    title: 'The crossing of two clocks',
    answers: ['why'],
    params: { q: 2, tau0: 200, ...few },
    step: 'end',
    stage: ['scales', 'spectrum'],
    controls: ['q'],
    text: 'Each process has a clock: how long it takes at momentum χ. Acceleration and loss cross at the balance, {eq}. The turbulence index q says how long the kicks take: at 2 equally long at any χ; below 2, the larger χ, the longer.',
    while: (p) => isOpen(p) && p.tau0 === 200 && p.loss === 1e-3,
    predict: {
      ask: 'At a smaller q the bump is …',
      options: ['where it was', 'at smaller χ', 'at larger χ'],
      right: 1,
    },
    do: { say: 'Lower q to 1.5', params: { q: 1.5 }, done: (p) => p.q >= 1.45 && p.q <= 1.55 },
    see: 'At smaller χ: balance at {eq}, top at {peak}. Both have moved down, and the line of escape tilts.',
    why: 'Fast particles are kicked more rarely now, so losses catch up sooner. What kicks a particle more rarely also holds it less: the escape time follows the waves, and fast ones leave sooner.',
  },
  {
    id: 'ways',
    title: 'Three ways to one spectrum',
    answers: ['cost'],
    params: { n: 1000 },
    step: 'end',
    stage: ['spectrum'],
    controls: ['n'],
    text: 'Three ways to one curve. Dashes: the flux added up from both ends, where it is zero. This sum is our own; only the paper’s abstract was at hand. Orange: 400 cells that exchange particles in time. Blue: {n} single particles, bars for the luck of counting.',
    while: (p) => isOpen(p) && isKolmogorov(p) && p.loss === 1e-3,
    predict: {
      ask: 'With 16 times as many particles the bars are …',
      options: ['a sixteenth as long', 'a quarter as long', 'as long as now'],
      right: 1,
    },
    do: {
      say: 'Let 16,000 particles walk',
      params: { n: 16_000 },
      done: (p, { maps }) => p.n >= 15_000 && p.n <= 17_000 && isCounted(p, maps),
    },
    see: 'A quarter as long. The squared distance from the cells is {chiSquare} times what luck explains, on average. Cells and sum differ by the share {apart} at most.',
    why: 'Luck falls as 1/√M only. 16,000 particles took us 5 s, the cells 0.1 ms, the sum 0.6 ms, in 3,200 short steps. It needs neither luck nor time, but does not know the way to the steady state.',
  },
  {
    id: 'melt',
    title: 'Not enough time',
    answers: ['limits'],
    params: { q: 2, tau0: 10, ...few },
    step: 'end',
    stage: ['spectrum', 'scales'],
    controls: ['tau0'],
    text: 'With escape: a particle stays for {stay} units of time, at the balance {patience} times as long as acceleration takes there. From its lowest place above the injection the curve rises by a factor of {contrast} to its bump.',
    while: (p) => isOpen(p) && p.q === 2 && p.loss === 1e-3 && p.tau0 < 20,
    predict: {
      ask: 'They stay a twentieth of that. What is left is …',
      options: ['a lower bump', 'a bump at smaller χ', 'no bump'],
      right: 2,
    },
    do: { say: 'Lower τ₀ to 0.5', params: { tau0: 0.5 }, done: (p) => p.tau0 <= 0.7 },
    see: 'No bump: above the injection the curve falls all the way. For this law the bump vanishes where τ₀ falls below 0.73.',
    why: 'Particles leave before they come to the balance. A bump near the balance needs them to stay there about as long as acceleration takes there, or longer.',
  },
  {
    id: 'pions',
    title: 'Lost at one blow',
    answers: ['limits'],
    params: { ...few },
    step: 'end',
    stage: ['spectrum', 'flux'],
    controls: ['tauC'],
    text: 'Radiation takes momentum bit by bit. A proton that hits another and makes pions is gone at one blow: a catastrophic loss. There is none yet: the top of the bump is at {peak}, and all particles escape in the end.',
    while: (p) => isPlain(p) && p.high === 1e5 && isKolmogorov(p) && p.loss === 1e-3 && p.epsilon === -0.5,
    predict: {
      ask: 'Destruction takes fast particles sooner. The top of the bump is then …',
      options: ['at smaller χ', 'at larger χ', 'where it was'],
      right: 0,
    },
    do: { say: 'Destroy them after some 30/√χ', preset: 'pion', done: (p) => p.tauC >= 25 && p.tauC <= 40 },
    see: 'At smaller χ: {peak}. It is about as high, but the curve rises to it by a factor of {contrast} only. The share {destroyed} is destroyed, {escaped} escapes.',
    why: 'With 30/√χ a particle lives for 2.2 units of time at the balance, and acceleration takes 5.6 there. Few come so far, so the tail bends down earlier.',
  },
  {
    id: 'found',
    title: 'What the paper found',
    answers: ['found'],
    params: { tau0: 200, ...few },
    step: 'end',
    stage: ['spectrum'],
    controls: ['high'],
    text: 'The paper solves the steady state for any such law, with turbulence in a finite range. It finds: near the balance a bump is universal, if particles stay there long enough. Its abstract has no number; on our curve the balance is {eq}, the top {peak}.',
    while: (p) => isPlain(p) && p.q === 5 / 3 && p.tau0 === 200 && p.loss === 1e-3 && p.tauC === NEVER,
    predict: {
      ask: 'The turbulence ends at χ = 100, before the balance. There is then …',
      options: ['the same bump', 'no bump', 'a pile at the end'],
      right: 2,
    },
    do: { say: 'End the turbulence at χ = 100', params: { high: 100 }, done: (p) => p.high <= 120 },
    see: 'A pile at the end: the top is at {peak}, and the curve rises to it by a factor of {contrast}.',
    why: 'Beyond it nothing kicks them further. One unbroken power law is often not adequate, the paper concludes: gains and losses, slow or at one blow, shape the spectrum.',
  },
]
