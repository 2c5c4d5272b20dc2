import { defineViews } from '@/contract'
import { Curve, Dots, Label } from '@/views'
import type demo from './demo'
import { DURATION, exact } from './model'

const TIMES = Float64Array.from({ length: 201 }, (_, k) => (k * DURATION) / 200) // s

export default defineViews<typeof demo>({
  decay: {
    kind: 'plot',
    window: [
      [0, DURATION],
      [-1.5, 1.5],
    ],
    x: ({ words }) => ({ title: words.time }),
    y: ({ words }) => ({ title: words.value }),
    draw: ({ series, step, last, params, words, palette }) => (
      <>
        <Curve xs={TIMES} ys={TIMES.map((t) => exact(t, params))} color={palette.ink} dash="5 4" />
        <Curve xs={series.time} ys={series.value} to={last} color={palette.method} opacity={0.3} />
        <Curve xs={series.time} ys={series.value} to={step} color={palette.method} />
        <Dots xs={series.time} ys={series.value} to={step} color={palette.method} />
        <Label at={[1 / params.rate, exact(1 / params.rate, params)]} dx={8} dy={-8} color={palette.ink}>
          {words.exact}
        </Label>
      </>
    ),
  },
})
