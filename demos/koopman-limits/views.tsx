import { defineViews } from '@/contract'
import { Counts, countsAxes, countsWindow, RATE_WINDOW, Rate } from './charts'
import type demo from './demo'
import { DECAY_WINDOW, Decay, Lines, linesWindow } from './learnerPictures'
import { ModePicture, modeWindow, paintMode } from './modePicture'
import { pairsAt } from './params'
import { PLANE_WINDOW, PlanePicture, paintTau, planePress } from './planePicture'
import { FAN_WINDOW, Fan, paintTorus, TORUS_WINDOW, Torus } from './torusPictures'

const isWaves = (system: string) => system === 'rotation' || system === 'cat'

export default defineViews<typeof demo>({
  plane: {
    kind: 'plot',
    when: ({ params }) => params.system !== 'torus',
    window: PLANE_WINDOW,
    equal: true,
    map: 'searched',
    x: ({ words }) => ({ title: words.axisReal, ticks: [-1, 0, 1] }),
    y: { ticks: [-1, 0, 1] },
    backdrop: {
      key: ({ params: { system, judge, epsilon, alpha, beta }, frame, maps }) => [
        system,
        judge,
        epsilon,
        alpha,
        beta,
        frame.box,
        system === 'duffing' ? [maps.learned?.result.of, tauKey(maps.searched?.result.tau?.values)] : 0,
      ],
      paint: paintTau,
    },
    draw: (scene) => <PlanePicture {...scene} />,
    press: planePress,
  },
  mode: {
    kind: 'plot',
    map: 'learned',
    when: ({ params }) => params.system !== 'torus',
    window: modeWindow,
    x: ({ params }) => ({ title: 'x', ticks: params.system === 'duffing' ? [-2, 0, 2] : [0, 1] }),
    y: ({ params }) => ({
      title: params.system === 'duffing' ? 'v' : 'y',
      ticks: params.system === 'duffing' ? [-2, 0, 2] : [0, 1],
    }),
    backdrop: {
      key: ({ params: { system, z, alpha, beta }, frame, maps }) => [
        system,
        z,
        alpha,
        beta,
        frame.box,
        system === 'duffing' ? tauKey(maps.learned?.result.koopman?.a) : 0,
      ],
      paint: paintMode,
    },
    draw: (scene) => <ModePicture {...scene} />,
  },
  counts: {
    kind: 'plot',
    map: ['learned', 'sizes'],
    when: ({ params }) => params.system === 'duffing',
    window: countsWindow,
    x: (scene) => countsAxes(scene).x,
    y: (scene) => countsAxes(scene).y,
    seen: ({ params: { chart, M, N }, step }) => [0, chart === 'size' ? N : pairsAt(step, M)],
    draw: (scene) => <Counts {...scene} />,
  },
  rate: {
    kind: 'plot',
    when: ({ params }) => isWaves(params.system),
    window: RATE_WINDOW,
    x: ({ words }) => ({ title: words.axisBox, ticks: [1, 8, 16, 24, 32] }),
    y: { ticks: [0, 0.5, 1], grid: true },
    seen: ({ params }) => [RATE_WINDOW[0][0], params.box],
    draw: (scene) => <Rate {...scene} />,
    press: ([box], { params }) => (isWaves(params.system) ? { box: Math.round(box) } : null),
  },
  decay: {
    kind: 'plot',
    when: ({ params }) => params.system === 'torus',
    window: DECAY_WINDOW,
    x: ({ words }) => ({ title: words.axisN10, scale: 'log10', ticks: [0, 1, 2, 3, 4, 5, 6] }),
    y: { ticks: [0, 0.5, 1], grid: true },
    draw: (scene) => <Decay {...scene} />,
  },
  torus: {
    kind: 'plot',
    when: ({ params }) => params.system === 'torus',
    window: TORUS_WINDOW,
    backdrop: {
      key: ({ params: { picture, alpha, beta, q, a, T, order }, frame }) => [picture, alpha, beta, q, a, order, T, frame.n],
      paint: paintTorus,
    },
    draw: (scene) => <Torus {...scene} />,
  },
  fan: {
    kind: 'plot',
    when: ({ params }) => params.system === 'torus',
    window: FAN_WINDOW,
    equal: true,
    draw: (scene) => <Fan {...scene} />,
  },
  lines: {
    kind: 'plot',
    when: ({ params }) => params.system === 'torus',
    window: linesWindow,
    x: ({ words }) => ({ title: words.axisOffset, ticks: [] }),
    y: { ticks: [0, 0.5, 1], grid: true },
    draw: (scene) => <Lines {...scene} />,
  },
})

/** A few numbers that distinguish one array from another. */
const tauKey = (values: Float64Array | undefined) => (values ? [values.length, values[7], values[values.length >> 1]] : 0)
