import { defineViews } from '@/contract'
import { CrowdLayer } from '@/views/crowdLayer'
import { COST_WINDOW, CostPicture } from './costView'
import { CouplingPicture, couplingWindow, PAIRS_WINDOW, PairsPicture, paintPairs } from './couplingView'
import { crowdOf } from './crowd'
import type demo from './demo'
import { HistogramPicture, histogramWindow, paintHistogram } from './histogramView'
import { odeColour } from './looks'
import { densityKey, PLANE_WINDOW, PlanePicture, paintDensity, paintParticles } from './planeView'
import { paintPaths, paintStrip, StripPicture, stripKey, stripWindow } from './stripView'

export default defineViews<typeof demo>({
  plane: {
    kind: 'plot',
    when: ({ params }) => params.scene === 'plane',
    window: PLANE_WINDOW,
    equal: true,
    backdrop: { key: densityKey, paint: paintDensity },
    under: ({ params, step, palette }, plane, size) => (
      <CrowdLayer
        wish={params.crowd ? { crowd: crowdOf(params), step, color: odeColour(palette) } : null}
        plane={plane}
        {...size}
      />
    ),
    marks: paintParticles,
    draw: PlanePicture,
  },
  strip: {
    kind: 'plot',
    window: stripWindow,
    x: ({ words }) => ({ title: words.axisTime, ticks: [0, 0.25, 0.5, 0.75, 1] }),
    y: ({ params }) => ({ title: params.scene === 'plane' ? 'y' : 'x', ticks: 3 }),
    backdrop: { key: stripKey, paint: paintStrip },
    marks: paintPaths,
    draw: StripPicture,
  },
  histogram: {
    kind: 'plot',
    window: histogramWindow,
    x: ({ params, words }) => ({ title: params.scene === 'plane' ? words.axisHeight : words.axisPlace, ticks: 5 }),
    y: { ticks: [] },
    marks: paintHistogram,
    draw: HistogramPicture,
  },
  cost: {
    kind: 'plot',
    when: ({ params }) => params.scene === 'line',
    window: COST_WINDOW,
    map: 'cost',
    x: ({ words }) => ({ title: words.axisEps, scale: 'log10', ticks: [-1, 0] }),
    y: { scale: 'log10', ticks: [-4, -3, -2, -1, 0], grid: true },
    draw: CostPicture,
    seen: ({ params: { eps } }) => [COST_WINDOW[0][0], eps > 0 ? Math.log10(eps) : COST_WINDOW[0][0]],
    press: ([x]) => ({ eps: Number((10 ** x).toPrecision(3)) }),
  },
  pairs: {
    kind: 'plot',
    when: ({ params }) => params.scene === 'bridge',
    window: PAIRS_WINDOW,
    x: ({ words }) => ({ title: words.axisStart, ticks: 5 }),
    y: ({ words }) => ({ title: words.axisNow, ticks: 3 }),
    marks: paintPairs,
    draw: PairsPicture,
  },
  coupling: {
    kind: 'plot',
    when: ({ params }) => params.scene === 'bridge',
    window: couplingWindow,
    x: ({ words }) => ({ title: words.axisSigma, scale: 'log10', ticks: [-1, 0] }),
    y: { ticks: 3, grid: true },
    draw: CouplingPicture,
    seen: (scene) => [Math.log10(scene.params.sigma), couplingWindow(scene)[0][1]],
    press: ([x]) => ({ sigma: Number((10 ** x).toPrecision(3)) }),
  },
})
