// How long noise is: densities of ln (R/σ√N) for several D, and radii drawn for the chosen one, lengthened by the noise that is injected.
import type { Plane, PlotView, Window } from '@/contract'
import { logRadiusDensity, logRadiusSpread } from '@/domains/diffusion/radiusLaw'
import { memoized } from '@/memoized'
import { Curve, clipped, Label, Segment } from '@/views'
import { radiiReach } from '../axes'
import { diffusionColour, fieldColour, nameOfD, type Scene } from '../looks'
import type { Params } from '../params'

const DS = [1, 8, 128, 2048, Number.POSITIVE_INFINITY] as const
/** Heights at which the curves are named, at their left flanks: those of wide curves low, where there is room. */
const NAMED_AT: Readonly<Record<number, number>> = { 1: 0.96, 8: 0.36, 128: 0.52, 2048: 0.7 }
const TOP = 1.14
const POINTS = 321

const radiiWindow = ({ params }: Scene): Window => {
  const reach = radiiReach(params)
  return [
    [-reach, reach],
    [0, TOP],
  ]
}

/** Density of ln (R/σ√N) over its highest value, which it has at 0. */
const heightAt = ({ N }: Pick<Params, 'N'>, D: number, s: number) => {
  const top = 0.5 * Math.log(N)
  return Math.exp(logRadiusDensity(N, D, top + s) - logRadiusDensity(N, D, top))
}
const curves = memoized((p: Params) => {
  const reach = radiiReach(p)
  const xs = Float64Array.from({ length: POINTS }, (_, k) => reach * ((2 * k) / (POINTS - 1) - 1))
  const all = [...new Set([...DS, p.D])]
  return { xs, all: all.map((D) => ({ D, ys: xs.map((x) => heightAt(p, D, x)) })) }
})

/** Where a curve has this height on its left, within the picture. */
function flank(p: Params, D: number, height: number): number {
  const { xs, all } = curves(p)
  const ys = all.find((curve) => curve.D === D)!.ys
  return xs[ys.findIndex((y) => y >= height)] ?? xs[0]!
}

const shiftOf = ({ alpha }: Pick<Params, 'alpha'>) => 0.5 * Math.log1p(alpha * alpha)
const PER_SPREAD = 3 // bars in a standard deviation

function paintBars(ctx: CanvasRenderingContext2D, { params, frame, palette }: Scene, plane: Plane): void {
  const { radii } = frame
  if (radii.length === 0) return
  const width = logRadiusSpread(params.N, params.D) / PER_SPREAD
  const counts = new Map<number, number>()
  for (const s of radii) counts.set(Math.floor(s / width), (counts.get(Math.floor(s / width)) ?? 0) + 1)
  const top = Math.exp(logRadiusDensity(params.N, params.D, 0.5 * Math.log(params.N)))
  clipped(ctx, plane, () => {
    ctx.fillStyle = fieldColour(palette)
    ctx.globalAlpha = 0.35
    for (const [bin, count] of counts) {
      const left = bin * width + shiftOf(params)
      if (left > plane.window[0][1] || left + width < plane.window[0][0]) continue
      const height = count / (radii.length * width * top)
      const [from, to] = [plane.x(left), plane.x(left + width)]
      ctx.fillRect(from, plane.y(height), Math.max(1, to - from - 0.5), plane.y(0) - plane.y(height))
    }
    ctx.globalAlpha = 1
  })
}

function Radii(scene: Scene) {
  const { params, palette, words } = scene
  const { xs, all } = curves(params)
  const [[left, right]] = radiiWindow(scene)
  const shift = shiftOf(params)
  const colorOf = (D: number) =>
    D === params.D ? fieldColour(palette) : D === Number.POSITIVE_INFINITY ? diffusionColour(palette) : palette.soft
  return (
    <>
      {all.map(({ D, ys }) => (
        <Curve key={D} xs={xs} ys={ys} color={colorOf(D)} width={D === params.D ? 2.75 : 1.5} />
      ))}
      {DS.filter((D) => D !== params.D && NAMED_AT[D] !== undefined).map((D) => (
        <Label key={D} at={[flank(params, D, NAMED_AT[D]!), NAMED_AT[D]!]} dx={-5} anchor="end" small color={colorOf(D)}>
          {`D = ${D}`}
        </Label>
      ))}
      {params.D !== Number.POSITIVE_INFINITY && (
        <Label at={[0, 1]} dx={7} dy={-6} small color={diffusionColour(palette)}>
          {words.diffusionShort}
        </Label>
      )}
      <Label at={[left, TOP]} dx={6} dy={15} bold color={fieldColour(palette)}>
        {nameOfD(scene)}
      </Label>
      <Label at={[right, TOP]} dx={-6} dy={15} anchor="end" small color={palette.soft}>
        {words.drawn}
      </Label>
      <Segment from={[shift, 0]} to={[shift, 1]} color={palette.ink} width={1.5} dash="4 3" />
      {params.alpha > 0 && (
        <Label at={[shift, 0.82]} dx={8} bold>
          {words.injected}
        </Label>
      )}
    </>
  )
}

export const radii: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab === 'radius',
  window: radiiWindow,
  x: ({ words }) => ({ title: words.axisRadius, ticks: 5 }),
  y: { ticks: [] },
  marks: paintBars,
  draw: (scene) => <Radii {...scene} />,
}
