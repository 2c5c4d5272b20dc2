// The lesson: a law that random fields break, states that cannot break it, a string that snaps, what samples and cut-offs cost, and a flow that learns.
import type { Moment, Stop } from '@/contract'
import type { Distances, Found, Levels, Reference } from './maps'
import type { Frame } from './model'
import { NO_LINK, type Params } from './params'
import type { readouts } from './readouts'
import { distanceOf } from './system'
import type { presets, View } from './texts'

interface Maps {
  ground: Found
  reference: Reference
  overMass: Levels
  overDistance: Distances
}
type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, Maps>
type Now = Moment<Frame, keyof typeof readouts, Maps>

const atEnd = ({ step, steps }: Now) => step === steps
const isPlain = (p: Params) => p.ge2 === 1 && p.gm2 === 0 && p.lambda === 1 && p.lattice === '4x2'
const onTopRow = (p: Params) => p.charges && p.plus[0] === 0 && p.plus[1] === 1 && p.minus[1] === 1
const isString = (p: Params) => p.tab === 'string' && isPlain(p) && p.drawn === 'mean'
const isStart = (p: Params) => p.tab === 'lattice' && isPlain(p) && onTopRow(p) && distanceOf(p) === 3
const isLearning = (p: Params, now: Now) => p.tab === 'flow' && p.rate === 0.05 && now.maps.reference?.done === 1
const isLearnt = (p: Params, now: Now) => isLearning(p, now) && p.updates === 400

export const lesson: readonly LessonStop[] = [
  {
    id: 'random',
    title: 'A law that is easily broken',
    answers: ['problem'],
    params: { drawn: 'random' },
    step: 0,
    stage: ['lattice'],
    controls: ['seed'],
    text: 'Electric field begins at + and ends at −: at each site what flows out, less what flows in, is its charge. That is Gauss’s law. Here fields −1, 0 or 1 and charges are drawn at random. A cross marks a site that breaks the law.',
    while: (p) => isStart(p) && p.drawn === 'random',
    predict: { ask: 'Of 10,000 draws, how many fit everywhere?', options: ['thousands', 'a hundred', 'hardly any'], right: 2 },
    do: { say: 'Draw 10,000 of them', step: 'end', done: (_, now) => atEnd(now) },
    see: '{hits} of {tried}. By counting, one in {oneIn} fits. A method that walks among such configurations has to throw nearly all of them away.',
    why: 'Each site is a condition; the last one follows from the others, so here are seven at once. On larger lattices it gets worse with every site.',
  },
  {
    id: 'refuse',
    title: 'Try to break it by hand',
    answers: ['idea'],
    params: { loops: [0, 0, 0] },
    step: 'end',
    stage: ['lattice'],
    controls: ['bare'],
    text: 'Two rings are static charges, +1 and −1, and arrows are units of field. This sample was drawn so that the law holds at every site. Is there a place for one more unit?',
    while: (p) => isStart(p) && p.drawn === 'sample',
    do: { say: 'Press a link, or choose link 1', params: { bare: 1 }, done: (p) => p.bare !== NO_LINK },
    see: 'Refused. At one end of the link a unit would begin, at the other it would end, and there are no charges for it. Both sites would break the law.',
    why: 'Field of a single link is no good coordinate: whoever changes one has to change others. Better take coordinates that can be chosen freely.',
  },
  {
    id: 'loops',
    title: 'Charges first, then loops',
    answers: ['idea', 'why'],
    params: { drawn: 'tree' },
    step: 'end',
    stage: ['lattice'],
    controls: ['loops'],
    text: 'First choose the charges. On a tree of links (all upright ones and the bottom row) their field can run in one way only; it is drawn here. Then add loops: a unit of field around a square goes in and out at each corner.',
    while: (p) => isStart(p) && p.drawn === 'tree',
    predict: {
      ask: 'Add a loop to any square. The law is …',
      options: ['kept', 'broken at one site', 'broken at four'],
      right: 0,
    },
    do: {
      say: 'Press the squares: one loop each',
      params: { loops: [-1, -1, -1] },
      done: (p) => p.loops.every((l) => Math.round(l) !== 0),
    },
    see: 'Kept, whatever the loops are. Charges and one whole number a square describe each allowed state once, with no cut-off: of {samples} samples {broken} break the law.',
    why: 'Two fields of the same charges differ by a field without beginning or end, so by closed loops; and squares make up all loops.',
  },
  {
    id: 'pull',
    title: 'Pull the charges apart',
    answers: ['why'],
    params: { tab: 'string', m: 2, hop: 0.05, drawn: 'mean', axis: 'distance', minus: [1, 1] },
    step: 'end',
    stage: ['lattice', 'potential'],
    waits: ['potential'],
    controls: ['minus'],
    text: 'Now the ground state, by exact diagonalisation; arrows are means. A link with field E costs ½g²E², with g² = 1 here. The charges are one link apart, and the string between them costs V = {above}.',
    while: (p) => isString(p) && p.m === 2 && p.hop === 0.05 && p.axis === 'distance',
    predict: { ask: 'Three links apart it costs …', options: ['0.17', '0.5', '1.5'], right: 2 },
    do: { say: 'Drag −1 to the right end', params: { minus: [3, 1] }, done: (p) => distanceOf(p) === 3 },
    see: 'V = {above}: half a unit for each link. The force does not fade with distance, as it does in open space. The charges are confined.',
    why: 'Field comes in whole units, so it cannot thin out: one unit costs ½ a link, and a detour is longer. Dashed: ½R and the cost of breaking.',
  },
  {
    id: 'snap',
    title: 'Until it snaps',
    answers: ['why'],
    params: { tab: 'string', m: 1, hop: 0.05, drawn: 'mean' },
    step: 'end',
    stage: ['lattice', 'potential', 'order'],
    waits: ['potential', 'order'],
    controls: ['m'],
    text: 'Matter can help: a pair of charges, made out of the vacuum, costs twice the mass, 2m = 2 now. The string of three links costs V = {above}.',
    while: (p) => isString(p) && p.hop === 0.05 && onTopRow(p) && distanceOf(p) === 3 && p.axis === 'm',
    predict: { ask: 'Lower the mass. The string snaps near m =', options: ['0.75', '0.5', '0.25'], right: 0 },
    do: { say: 'Lower the mass to 0.6', params: { m: 0.6 }, done: (p) => p.m < 0.74 && p.m > 0 },
    see: 'Snapped: its field is {flux}. A pair has settled on the static charges (a charge of {screening} on each), and V = {above} is twice the mass.',
    why: 'Whichever is cheaper: 3 · ½ for the string or 2m for the pair. They meet at m = ¾; with this little hopping the switch comes 0.003 earlier.',
  },
  {
    id: 'crystal',
    title: 'A crystal of charges',
    answers: ['why'],
    params: { tab: 'string', m: 0.5, hop: 0.05, charges: false, drawn: 'mean' },
    step: 'end',
    stage: ['lattice', 'order', 'potential'],
    waits: ['order', 'potential'],
    controls: ['m'],
    text: 'No static charges now. Even sites can hold +1, odd ones −1. At m = 0.5 a pair is dear and the lattice is nearly empty: {charge} of a charge on a site, made by hopping.',
    while: (p) => isString(p) && p.hop === 0.05 && !p.charges,
    predict: { ask: 'Pairs appear everywhere below m =', options: ['0', '−0.25', '−1'], right: 1 },
    do: { say: 'Lower the mass to −1', params: { m: -1 }, done: (p) => p.m <= -0.5 },
    see: 'Now {charge} of a charge on a site: plus and minus in turn, a crystal. The curve rises around m = −0.25.',
    why: 'Two neighbours and the unit of field between them cost 2m + ½. At −¼ that is nothing, and below all four pairs are wanted.',
  },
  {
    id: 'chain',
    title: 'What a sample costs',
    answers: ['cost'],
    params: { m: 0.72, hop: 0.15 },
    step: 2,
    stage: ['chain', 'lattice'],
    controls: ['sampler'],
    text: 'Close to snapping, string and no string mix. The usual way, Metropolis, goes from sample to sample by local moves: hops and single loops, 16 tries a sample. The other draws each site, then each loop, given what is drawn already.',
    while: (p) => p.tab === 'lattice' && isPlain(p) && p.m === 0.72 && p.hop === 0.15 && onTopRow(p) && distanceOf(p) === 3,
    predict: {
      ask: 'Whose neighbouring samples are alike?',
      options: ['Metropolis’s', 'the direct ones', 'both'],
      right: 0,
    },
    do: { say: 'Draw 500 samples each', step: 'end', done: (_, now) => atEnd(now) },
    see: 'Correlation of neighbours: {chainMemory} for Metropolis, {memory} for direct draws. The chain sits in one picture for a long time.',
    why: 'To undo a string it has to pass states that are hardly ever there. A direct draw needs eleven conditional probabilities and no way; a flow is made to have them.',
  },
  {
    id: 'weak',
    title: 'What a cut-off costs',
    answers: ['cost'],
    preset: 'weak',
    params: { lambda: 1 },
    stage: ['loop', 'training'],
    controls: ['lambda'],
    text: 'One square without matter, and field is nearly free: loops spread over many values (outlines). An exact calculation has to cut them off. With Λ = 1 it finds the energy {cutEnergy}; true is {exact}.',
    while: (p, now) => p.tab === 'flow' && p.system === 'plaquette' && p.ge2 === 0.02 && p.gm2 === 1 && isLearnt(p, now),
    predict: { ask: 'With Λ = 5 it is off by …', options: ['about 0.01', 'about 0.001', 'less than 0.0001'], right: 2 },
    do: { say: 'Drag the cut-off to 5', params: { lambda: 5 }, done: (p, now) => p.lambda >= 5 && atEnd(now) },
    see: '{cutEnergy}: off by {cutError}, with {cutStates} states. The flow, which has no cut-off and learned its width, is off by {flowError}.',
    why: 'It is cheap here. On 4 × 2 sites Λ = 1, 2, 3, 4 needs 645, 3,865, 11,613 and 25,849 states, and each further square multiplies them.',
  },
  {
    id: 'train',
    title: 'A flow learns fermions and field',
    answers: ['cost'],
    preset: 'flow',
    params: { updates: 50 },
    stage: ['training', 'loop'],
    controls: ['updates'],
    text: 'Six sites with fermions. 120 weights have learned for 50 updates: a probability for each of 20 patterns of charges, and for each a mean and a width of two loops, rounded to whole numbers. Their energy, an average of H, is {flowError} above the exact one.',
    while: (p, now) => p.system === '3x2' && p.ge2 === 0.2 && p.gm2 === 2 && p.hop === 1 && isLearning(p, now),
    predict: {
      ask: 'After 400 updates the flow is …',
      options: ['above the cut-off Λ = 1', 'between Λ = 2 and 3', 'better than Λ = 3'],
      right: 2,
    },
    do: { say: 'Let it learn, 400 updates', params: { updates: 400 }, done: (p, now) => p.updates >= 400 && atEnd(now) },
    see: '{flowEnergy}, which is {flowError} above the exact energy. The cut-off Λ = 3 is {cutError} above, with {cutStates} states.',
    why: 'An average of H over any state is at least the ground energy, so lower is better. Here it is summed over all states that matter; large lattices need samples.',
  },
  {
    id: 'signs',
    title: 'One sign for each pattern',
    answers: ['limits'],
    preset: 'flow',
    params: { lambda: 2 },
    stage: ['training', 'loop'],
    controls: ['gm2'],
    text: 'Amplitudes have signs, as fermions change places. This small flow has one sign for each pattern of charges, taken from the exact state. Here {against} % of the exact probability has another; the flow is {flowError} off.',
    while: (p, now) => p.system === '3x2' && p.ge2 === 0.2 && p.hop === 1 && isLearnt(p, now),
    predict: { ask: 'Without the magnetic term it is …', options: ['better', 'as good', 'much worse'], right: 2 },
    do: { say: 'Lower the magnetic coupling to 0', params: { gm2: 0 }, done: (p, now) => p.gm2 <= 0.1 && atEnd(now) },
    see: 'It is {flowError} off and its overlap with the exact state is {fidelity}. {against} % of the exact probability has another sign now.',
    why: 'Without stirring, the sign depends on the loops as well. The paper has a neural network (backflow) learn it; and one bell a loop is too little as well.',
  },
  {
    id: 'found',
    title: 'What the paper found',
    answers: ['found', 'limits'],
    params: { tab: 'string', m: 0.7, hop: 0.05, drawn: 'mean' },
    step: 'end',
    stage: ['lattice', 'potential', 'order'],
    controls: ['hop'],
    text: 'The paper’s deep flow, with learned signs, obeys Gauss’s law by construction and has no cut-off. It follows how strings break for several hoppings, and a charge crystal that gives way to the vacuum. Here m = 0.7: broken.',
    while: (p) => isString(p) && onTopRow(p) && distanceOf(p) === 3 && p.m === 0.7 && p.axis === 'm',
    predict: { ask: 'With more hopping, t = 0.3, the string is …', options: ['still broken', 'whole again'], right: 1 },
    do: { say: 'Raise the hopping to 0.3', params: { hop: 0.3 }, done: (p) => p.hop >= 0.25 && p.hop <= 0.6 },
    see: 'Whole again: its field is {flux}. Pairs flicker along it where they shorten it, and that lowers its energy. V = {above} now, less than ½R = 1.5.',
    why: 'With net charge the paper sees phases separate, and charge kept out by magnetism. Its abstract has no numbers; eight neutral sites show no such phases, only crossovers.',
  },
]
