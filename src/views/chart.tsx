// Curves over steps: the past firm, the future pale, a rule and dots at the present, and names at the ends.
import type { Point } from '@/contract'
import { Curve, Dot, Rule, SpreadLabels, usePlot } from './parts'
import { lastFinite, within } from './series'

export interface ChartLine {
  name: string
  /** Its name in the chart; without it there is none. */
  text?: string
  color: string
  dash?: string
  width?: number
  /** By step, in the units of the window; not finite: a gap. It may end before the others. */
  ys: ArrayLike<number>
  param?: string
}

interface ChartProps {
  lines: readonly ChartLine[]
  step: number
  /** Last recorded step. */
  last: number
  /** Opacity of the past; default 1. */
  firm?: number
  /** Names are put to the right of the ends, where the window has space for them, instead of over the curves. */
  beyond?: boolean
  /** Names start at least at this share of the window, so that those of short curves are not cut. Default 0.35. */
  from?: number
  /** Further labels that these names must not cover. */
  labels?: readonly { at: Point; text: string; color: string; quiet?: boolean }[]
}

export const PALE = 0.3 // opacity of what is still to come

export function Chart({ lines, step, last, firm, beyond, from = 0.35, labels = [] }: ChartProps) {
  const { plane } = usePlot()
  const [[x0, x1], range] = plane.window
  const firstName = beyond ? x0 : x0 + from * (x1 - x0)
  return (
    <>
      <Rule x={step} />
      {lines.map(({ name, color, ys, dash, width, param }) => {
        const end = Math.min(last, ys.length - 1)
        const now = Math.min(step, end)
        const look = { ys, color, dash, width, param }
        return (
          <g key={name}>
            <Curve {...look} from={now} to={end} opacity={PALE} />
            <Curve {...look} to={now} opacity={firm} />
          </g>
        )
      })}
      {lines.map(({ name, color, ys }) =>
        step < ys.length ? <Dot key={name} at={[step, ys[step] ?? Number.NaN]} color={color} r={4} /> : null,
      )}
      <SpreadLabels
        anchor={beyond ? 'start' : 'end'}
        labels={[
          ...lines.flatMap(({ text, color, ys }) => {
            if (text === undefined || ys.length === 0) return []
            const end = Math.min(last, lastFinite(ys))
            const at: Point = [Math.max(end, firstName), within(Number.isFinite(ys[end]) ? ys[end]! : range[0], range)]
            return [{ at, text, color }]
          }),
          ...labels,
        ]}
      />
    </>
  )
}
