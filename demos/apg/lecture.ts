// The way through the demo. Each step shows what its text says.
import type { LectureStep } from '@/contract'
import type { Params } from './params'
import type { presets } from './presets'

type Step = LectureStep<Params, keyof typeof presets, 'plane' | 'parts' | 'vivid' | 'pictures' | 'anatomy' | 'levels'>

export const lecture: readonly Step[] = [
  {
    id: 'leak',
    title: 'Without guidance',
    view: 'plane',
    preset: 'none',
    step: 'end',
    text: 'Distance from the middle is saturation, direction is hue. At $w = 1$ the samples fill the wanted colour from dull to vivid; their mean saturation is {meanApg}, that of the data {meanTruth}. But some leak to the neighbours: the wanted colour has probability {posteriorApg}.',
    ask: 'What will happen to the dull ones when we push?',
  },
  {
    id: 'burnt',
    title: 'Guidance burns',
    view: 'plane',
    preset: 'burns',
    step: 'end',
    text: 'At $w$ = {w} every hue is right, and every colour is burnt: mean saturation {meanCfg}, outside of the data, and all samples nearly alike. Look at the little pictures: all of them are vivid.',
    ask: 'Is there a guidance scale that gets the hue right and leaves the saturation?',
  },
  {
    id: 'away',
    title: 'Straight away from grey',
    view: 'plane',
    preset: 'burns',
    params: { reach: 'farther' },
    step: 9,
    text: 'One sample at noise level {sigma}. From so much noise one can tell nothing: “any colour” is grey, “wanted” is the mean of the wanted colours. Their difference points straight away from grey. Of the squared push {stretch} is stretch.',
    ask: 'Step on with →. When does the push begin to turn?',
  },
  {
    id: 'fold',
    title: 'Fold the stretch away',
    view: 'plane',
    preset: 'burns',
    params: { reach: 'far' },
    step: 17,
    text: 'The same sample at noise level {sigma}. The red arrow stretches, the green one turns, and both end at the guided prediction. At η = {eta} all of the stretch is kept. The finished samples are drawn pale.',
    ask: 'Drag η from 1 to 0. Where do the finished samples go, and does the hue stay right?',
  },
  {
    id: 'limit',
    title: 'Limit the push',
    view: 'vivid',
    preset: 'turn',
    params: { w: 15, chart: 'sweep' },
    step: 'end',
    text: 'Mean saturation against the guidance scale. A step along a tangent leaves the circle a little, and at $w$ = {w} a little is too much: {meanApg} instead of {meanTruth}. Turn “limit the push” on.',
    ask: 'Drag r. Which is short enough, and from which on does it do nothing?',
  },
  {
    id: 'memory',
    title: 'Momentum, backwards',
    view: 'plane',
    preset: 'burns',
    params: { beta: 0.5, reach: 'far' },
    step: 'end',
    text: 'Pushes of neighbouring steps are alike, so with β = {beta} they add up: mean saturation {meanApg}, against {meanCfg} without memory. With a negative β each push holds back the next.',
    ask: 'Drag β to −0.75, and watch how the length of the push rings at first.',
  },
  {
    id: 'grey',
    title: 'What APG assumes',
    view: 'plane',
    preset: 'offGrey',
    step: 'end',
    text: 'The stretch is the part along the prediction, so the origin must be grey. On this wheel it is not: its centre is at ({centre}), and dropping the stretch does not help; the mean saturation, seen from the centre, is {meanApg}.',
    ask: 'Drag the wheel back by its middle. Then move it straight up, along the wanted colour: why does that do no harm?',
  },
]
