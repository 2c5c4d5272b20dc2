// The pictures: the plane of z, the test equation, orders; samples, the steps of one of them, and the results of each solver with N steps.
import { defineViews } from '@/contract'
import type demo from './demo'
import { planeWindow } from './handles'
import { Plane } from './planePicture'
import { paintSamples } from './samplesPaint'
import { nearest, paintOutside, SAMPLES_WINDOW, Samples } from './samplesPicture'
import { SweepPicture, sweepWindow } from './sweepPicture'
import { ORDERS_WINDOW, Orders, Strip, stripWindow } from './testPicture'
import { WalkPicture, walkWindow } from './walkPicture'

const rounded = (value: number) => Math.round(value * 100) / 100

export default defineViews<typeof demo>({
  plane: {
    kind: 'plot',
    window: ({ params }) => planeWindow(params),
    equal: true,
    x: ({ words }) => ({ title: words.axisReal, ticks: 4 }),
    y: { ticks: 4 },
    draw: (scene) => <Plane {...scene} />,
    press: ([re, im], { params }) => (params.scene === 'plane' ? { z: [rounded(re), rounded(im)] } : null),
  },
  strip: {
    kind: 'plot',
    window: stripWindow,
    x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
    y: ({ params }) =>
      params.strip === 'log' ? { scale: 'log10', ticks: 5, grid: true } : { ticks: [-2, -1, 0, 1, 2], grid: true },
    draw: Strip,
  },
  orders: {
    kind: 'plot',
    window: ORDERS_WINDOW,
    x: ({ words }) => ({ title: words.axisSteps, scale: 'log10', ticks: [1, 2, 3] }),
    y: { scale: 'log10', ticks: 4, grid: true },
    draw: Orders,
  },
  samples: {
    kind: 'plot',
    map: 'exact',
    when: ({ params }) => params.scene === 'sampling',
    window: SAMPLES_WINDOW,
    equal: true,
    // a canvas that is painted when samples or their ends change, and not with every report of the sweep
    backdrop: {
      key: ({ params, step, maps }) => [
        params,
        step,
        maps.exact?.result.width,
        maps.exact?.result.guidance,
        maps.exact?.result.seed,
      ],
      paint(ctx, scene, plane) {
        paintOutside(ctx, scene, plane)
        paintSamples(ctx, scene, plane)
      },
    },
    draw: Samples,
    press: nearest,
  },
  walk: {
    kind: 'plot',
    when: ({ params }) => params.scene === 'sampling',
    window: walkWindow,
    equal: true,
    x: ({ words }) => ({ title: words.axisReal, ticks: 4 }),
    draw: (scene) => <WalkPicture {...scene} />,
  },
  sweep: {
    kind: 'plot',
    map: 'sweep',
    when: ({ params }) => params.scene === 'sampling',
    window: sweepWindow,
    x: ({ words }) => ({ title: words.axisSweep, ticks: [10, 20, 30, 40] }),
    y: ({ params }) => (params.chart === 'error' ? { scale: 'log10', ticks: 4, grid: true } : { ticks: 4, grid: true }),
    draw: SweepPicture,
    seen: (scene) => [sweepWindow(scene)[0][0], scene.params.steps],
  },
})
