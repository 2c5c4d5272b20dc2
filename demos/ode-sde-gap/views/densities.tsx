// The densities of the samplers and the true one; in a lane below, by how much the score is wrong.
import type { PlotView } from '@/contract'
import { fillLine, noisyMixture } from '@/domains/diffusion/noisyMixture'
import { memoized } from '@/memoized'
import { Curve, Dot, Label, Region, Segment } from '@/views'
import { LOOKS, type Look, type Scene } from '../looks'
import { bumpOf, KNOTS } from '../params'
import { densityWindow, gripOf, heightOf, knotAt, LANE, laneAt, REACH, sideOf } from '../places'
import { dataOf, grid, problemOf } from '../problem'

const STRIDE = 4
/** Middles of every fourth cell, and every fourth face. */
const middles = Float64Array.from({ length: grid.cells / STRIDE }, (_, k) => grid.faces[STRIDE * k]! + grid.width / 2)
const faces = Float64Array.from({ length: grid.cells / STRIDE + 1 }, (_, k) => grid.faces[STRIDE * k]!)
const thin = (q: ArrayLike<number>) => Float64Array.from({ length: Math.ceil(q.length / STRIDE) }, (_, k) => q[STRIDE * k]!)

/** The density of the data, on which the handles stand. */
const dataCurve = memoized((p: Scene['params']): Float64Array => {
  const [density, score] = [faces.slice(), faces.slice()]
  fillLine(noisyMixture(dataOf(p), 0), faces, density, score)
  return density
})

/** What the model's score is too large by, at the time of the picture. */
const errors = memoized(({ params, frame }: Scene): Float64Array => {
  const make = () => new Float64Array(grid.cells + 1)
  const [density, exact, score, residual] = [make(), make(), make(), make()]
  fillLine(noisyMixture(dataOf(params), frame.t), grid.faces, density, exact)
  problemOf(params).field.fill(frame.t, exact, score, residual)
  return thin(score.map((s, k) => laneAt(s - exact[k]!)))
})

function Lane(scene: Scene) {
  const { params, palette, words } = scene
  const grip = gripOf(params)
  return (
    <>
      <Segment from={[-REACH, LANE.middle]} to={[REACH, LANE.middle]} color={palette.line} width={1} />
      <Curve xs={faces} ys={errors(scene)} color={palette.base2} width={1.75} param="delta" />
      {params.error === 'drawn' &&
        KNOTS.map((x, index) => <Dot key={x} at={knotAt(params, index)} color={palette.base2} r={3.5} square />)}
      {grip && <Dot at={[grip[0], laneAt(grip[1] * params.delta)]} color={palette.base2} r={4} />}
      <Label at={[-REACH, LANE.middle + LANE.half]} dx={6} dy={-4} small bold color={palette.base2}>
        {words.scoreError}
      </Label>
    </>
  )
}

function Densities(scene: Scene) {
  const { frame, params, palette, words, format } = scene
  if (!frame.line) return null
  const { truth, ode, sde, third } = frame.line
  const shade = thin(truth)
  const isApart = params.lambda !== 0 && params.lambda !== 1
  const lines: { look: Look; ys: Float64Array; text: string }[] = [
    ...(isApart ? [{ look: LOOKS.third, ys: thin(third), text: `λ = ${format(params.lambda, 3)}` }] : []),
    { look: LOOKS.ode, ys: thin(ode), text: words.ode },
    { look: LOOKS.sde, ys: thin(sde), text: words.sde },
  ]
  const [, [, top]] = densityWindow(params)
  const ring = [[-REACH, 0] as const, ...Array.from(middles, (x, k) => [x, shade[k]!] as const), [REACH, 0] as const]
  return (
    <>
      <Region rings={[ring.filter(([x]) => Math.abs(x) <= REACH)]} fill={palette.field[1]} opacity={0.8} />
      <Segment from={[-REACH, 0]} to={[REACH, 0]} color={palette.faint} width={1} />
      {frame.t > 2 * params.tEnd && <Curve xs={faces} ys={dataCurve(params)} color={palette.faint} width={1} dash="2 4" />}
      <Curve xs={middles} ys={shade} color={palette.ink} width={1.5} dash={LOOKS.truth.dash} />
      {lines.map(({ look, ys, text }) => (
        <Curve key={text} xs={middles} ys={ys} color={look.color(palette)} dash={look.dash} width={2} />
      ))}
      {frame.t > 2 * params.tEnd && (
        <Label at={[bumpOf(params, 1)[0], heightOf(params, 1)]} dx={14} dy={4} small color={palette.soft}>
          {words.data}
        </Label>
      )}
      {([0, 1] as const)
        .filter((k) => k === 1 || params.weight > 0)
        .map((k) => (
          <g key={k} data-param="bumps">
            <Segment from={[bumpOf(params, k)[0], sideOf(params, k)[1]]} to={sideOf(params, k)} color={palette.soft} width={1} />
            <Dot at={sideOf(params, k)} color={palette.soft} r={3} square />
          </g>
        ))}
      <Lane {...scene} />
      {[{ look: LOOKS.truth, text: words.truth }, ...lines.toReversed()].map(({ look, text }, k) => (
        <Label
          key={text}
          at={[k < 2 ? -REACH : REACH, top]}
          anchor={k < 2 ? 'start' : 'end'}
          dx={k < 2 ? 6 : -6}
          dy={16 + 17 * (k % 2)}
          small
          bold
          color={look.color(palette)}
        >
          {text}
        </Label>
      ))}
    </>
  )
}

export const densities: PlotView<Scene> = {
  kind: 'plot',
  window: ({ params }) => densityWindow(params),
  x: ({ words }) => ({ title: words.axisPlace, ticks: [-3, -2, -1, 0, 1, 2, 3] }),
  draw: (scene) => (scene.params.tab === 'line' ? <Densities {...scene} /> : null),
}
