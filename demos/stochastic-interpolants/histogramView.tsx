// The particles at time t as a histogram, and the exact density.
import type { Plane, Point, Window } from '@/contract'
import { logDensity, setTime } from '@/domains/diffusion/interpolantFields'
import { Curve, clipped, Label, usePlot } from '@/views'
import { BINS, countInto, HIGH, LOW } from './histogram'
import { type Scene, sdeColour } from './looks'
import { PairNow } from './pairPicture'
import { problemOf } from './problem'

const POINTS = 201

/** Exact density of the last coordinate at the time of the picture. */
function exactCurve({ params, frame }: Scene): { xs: number[]; ys: number[] } {
  const { line } = problemOf(params)
  setTime(line, frame.t)
  const place = new Float64Array(1)
  const xs = Array.from({ length: POINTS }, (_, k) => LOW + ((HIGH - LOW) * k) / (POINTS - 1))
  const ys = xs.map((x) => {
    place[0] = x
    return Math.exp(logDensity(line, place))
  })
  return { xs, ys }
}

/** Half more than the exact curve needs, in coarse steps, so that the axis does not change with every frame. */
export function histogramWindow(scene: Scene): Window {
  const highest = Math.max(...exactCurve(scene).ys)
  return [
    [-3.6, 3.6],
    [0, Math.max(0.5, Math.ceil(6 * highest) / 4)],
  ]
}

export function paintHistogram(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { params, palette, frame } = scene
  if (!params.particles) return
  const dim = problemOf(params).to.dim
  const counts = new Float64Array(BINS)
  countInto(counts, frame.x, dim, dim - 1)
  const width = (HIGH - LOW) / BINS
  clipped(ctx, plane, () => {
    ctx.fillStyle = sdeColour(palette)
    ctx.globalAlpha = 0.45
    for (let bin = 0; bin < BINS; bin++) {
      const height = counts[bin]! / ((frame.x.length / dim) * width)
      const [left, right] = [plane.x(LOW + bin * width) + 0.5, plane.x(LOW + (bin + 1) * width) - 0.5]
      ctx.fillRect(left, plane.y(height), right - left, plane.y(0) - plane.y(height))
    }
    ctx.globalAlpha = 1
  })
}

export function HistogramPicture(scene: Scene) {
  const { params, palette, words } = scene
  const { xs, ys } = exactCurve(scene)
  const [, [, top]] = histogramWindow(scene)
  const corner: Point = [-3.6, top]
  return (
    <>
      {params.scene === 'plane' && params.pair && <PairNow scene={scene} top={top} />}
      {params.density && <Curve xs={xs} ys={ys} color={palette.ink} width={1.75} />}
      {params.density && (
        <Label at={corner} dx={6} dy={16}>
          {words.exact}
        </Label>
      )}
      {params.particles && (
        <>
          <Label at={corner} dx={6} dy={33} color={sdeColour(palette)} bold>
            {words.particles}
          </Label>
          <Distances scene={scene} top={top} />
        </>
      )}
    </>
  )
}

/** The distance of the particles from the density, and the usual one of its samples; below the other words if it does not fit beside them. */
function Distances({ scene: { palette, words, series, step, format }, top }: { scene: Scene; top: number }) {
  const { plane } = usePlot()
  const below = plane.width < 290 * palette.text ? 34 : 0 // px
  return (
    <>
      <Label at={[3.6, top]} dx={-4} dy={16 + below} anchor="end" small color={palette.soft}>
        {words.wrongBins} {format(100 * series.distance[step]!, 2)} %
      </Label>
      <Label at={[3.6, top]} dx={-4} dy={31 + below} anchor="end" small color={palette.soft}>
        {words.always} {format(100 * series.floor[step]!, 2)} %
      </Label>
    </>
  )
}
