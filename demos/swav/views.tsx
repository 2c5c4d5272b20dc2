// The pictures, by the names that the demo gives them.
import { defineViews, type PlotView } from '@/contract'
import { BENCH_WINDOW, Bench, MARGIN_WINDOW, Margins, paintBench } from './benchPicture'
import { Loss, lossWindow, Usage, usageWindow } from './charts'
import { paintCircle } from './circlePaint'
import { CirclePicture, circleWindow, pressCircle } from './circlePicture'
import type demo from './demo'
import { INPUTS_WINDOW, Inputs, paintInputs } from './inputsPicture'
import type { Scene } from './looks'
import { Matrix, matrixWindow, paintMatrix, pressMatrix } from './matrixPicture'
import { Sample, sampleWindow } from './samplePicture'
import { COST_WINDOW, Cost, Sweep, sweepWindow } from './sweepPicture'

const matrix: PlotView<Scene> = {
  kind: 'plot',
  window: matrixWindow,
  marks: paintMatrix,
  draw: (scene) => <Matrix {...scene} />,
  press: pressMatrix,
}
const isBeside = (what: Scene['params']['beside']) => (scene: Scene) => scene.params.beside === what

export default defineViews<typeof demo>({
  circle: {
    kind: 'plot',
    window: circleWindow,
    equal: true,
    marks: paintCircle,
    draw: (scene) => <CirclePicture {...scene} />,
    press: pressCircle,
  },
  usage: {
    kind: 'plot',
    window: usageWindow,
    x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
    y: { ticks: [0, 0.5, 1], grid: true },
    draw: Usage,
  },
  loss: {
    kind: 'plot',
    window: lossWindow,
    x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
    y: { scale: 'log10', ticks: [-6, -4, -2, 0], grid: true },
    draw: Loss,
  },
  inputs: {
    kind: 'plot',
    when: isBeside('inputs'),
    window: INPUTS_WINDOW,
    equal: true,
    marks: paintInputs,
    draw: (scene) => <Inputs {...scene} />,
  },
  sample: { kind: 'plot', when: isBeside('sample'), window: sampleWindow, draw: (scene) => <Sample {...scene} /> },
  codes: { ...matrix, when: isBeside('matrix') },
  bench: { kind: 'plot', window: BENCH_WINDOW, equal: true, marks: paintBench, draw: (scene) => <Bench {...scene} /> },
  table: matrix,
  margins: {
    kind: 'plot',
    window: MARGIN_WINDOW,
    x: ({ words }) => ({ title: words.axisRound, ticks: [0, 10, 20, 30] }),
    y: { scale: 'log10', ticks: [-8, -6, -4, -2, 0], grid: true },
    draw: Margins,
  },
  sweep: {
    kind: 'plot',
    map: 'endings',
    window: sweepWindow,
    x: ({ params, words }) => ({
      title: { batch: words.overBatch, rounds: words.overRounds, epsilon: words.overEpsilon, prototypes: words.overPrototypes }[
        params.over
      ],
      ticks: [],
    }),
    y: { ticks: [0, 0.5, 1] },
    draw: Sweep,
  },
  cost: {
    kind: 'plot',
    when: ({ params }) => params.tab === 'sweep' || params.beside === 'cost',
    window: COST_WINDOW,
    x: ({ words }) => ({ title: words.axisBatch, ticks: [] }),
    y: { scale: 'log10', ticks: [1, 2, 3, 4, 5], grid: true },
    draw: Cost,
  },
})
