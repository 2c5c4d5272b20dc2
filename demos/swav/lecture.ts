import type { LectureStep } from '@/contract'
import type { Params } from './params'
import type { presets } from './presets'

type View = 'circle' | 'usage' | 'loss' | 'bench' | 'table' | 'margins' | 'sweep' | 'cost'
type Step = LectureStep<Params, keyof typeof presets, View>

export const lecture: readonly Step[] = [
  {
    id: 'raw',
    title: 'Everybody wants the same star',
    preset: 'byHand',
    step: 0,
    view: 'bench',
    text: 'Dots are samples, stars are prototypes. A band is $e^{S/\\varepsilon}$: how much a sample likes a star. The number at a star is what it gets, 1 being its fair share. The worst is off by {shareError}.',
    ask: 'Which star gets most? Drag dots to make it worse.',
  },
  {
    id: 'passes',
    title: 'Two passes in turn',
    preset: 'byHand',
    step: 6,
    view: 'bench',
    text: 'One pass gives every star its fair share, the next gives every sample a sum of 1, and each spoils a little of the other. After three rounds the worst star is still off by {shareError}. The paper stops here.',
    ask: 'Step on with the arrow key. How many rounds until the shares are right to 1 in 100?',
  },
  {
    id: 'softness',
    title: 'From mush to hard choices',
    preset: 'byHand',
    params: { epsilon: 1 },
    step: 6,
    view: 'bench',
    text: 'With ε = {epsilon} every sample is spread over all stars: fair at once, and it says nothing. Lower ε and the codes sharpen, until at 0.02 each sample goes where the cheapest fair plan sends it.',
    ask: 'Pull ε down to 0.02. Does it take more rounds, or fewer?',
  },
  {
    id: 'collapse',
    title: 'The best loss of all',
    preset: 'collapse',
    step: 'end',
    view: 'circle',
    text: 'Now a network learns, and codes are a plain softmax. The loss falls to {loss}. And {used} of 6 stars are in use: all samples have become one, so that each is easily predicted.',
    ask: 'Is this good? What would you have said from the loss alone?',
  },
  {
    id: 'sinkhorn',
    title: 'Same seed, fair shares',
    preset: 'healthy',
    step: 'end',
    view: 'circle',
    text: 'The same start and the same batches, but codes are shared out. {used} stars are in use, each for one blob, and nobody told the network what the blobs are. Its loss of {loss} is worse, and its answer is right.',
    ask: 'Drag the scrubber: when do the stars part?',
  },
  {
    id: 'swap',
    title: 'One sample, two views',
    preset: 'healthy',
    params: { beside: 'sample' },
    step: 60,
    view: 'circle',
    text: 'Filled bars are the code of one view, dashed frames what the other view predicts. The loss asks the frames to reach the bars. No gradient flows through the bars, no pair of samples is compared, and no slow copy of the network is needed.',
    ask: 'Press other samples. Which are predicted worst at step 60?',
  },
  {
    id: 'tiny',
    title: 'Too little to share',
    preset: 'tiny',
    step: 'end',
    view: 'circle',
    text: 'Four samples for six stars: in a fair plan each star gets two thirds of a sample, whatever the samples are. Codes mean little, the loss stays at {loss}, and {used} stars are in use.',
    ask: 'Set the queue to 128: earlier features join the sharing out. Then try another seed.',
  },
  {
    id: 'needs',
    title: 'What it needs, over many seeds',
    params: { tab: 'sweep', over: 'batch', batch: 64, queue: 0, seed: 7 },
    step: 'end',
    view: 'sweep',
    text: 'Each dot is a whole training, computed now. Tiny batches end worse and vary more, and a queue helps them on average, not always.',
    ask: 'Try values of ε. Where does learning stop on either side?',
  },
  {
    id: 'cost',
    title: 'What a step costs',
    params: { tab: 'sweep', over: 'batch', batch: 64, queue: 0, seed: 7 },
    step: 'end',
    view: 'cost',
    text: 'Two views of {batch} samples are compared with {prototypes} stars: {scores} scores. Comparing all views with each other takes {pairs}.',
    ask: 'Drag B. Which grows with B, and which with its square?',
  },
]
