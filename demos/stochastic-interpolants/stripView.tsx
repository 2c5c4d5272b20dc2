// Time runs to the right: the exact density of the last coordinate as an image, and paths on it.
import type { Plane, Window } from '@/contract'
import { type Fields, fieldsOf, logDensity, setTime } from '@/domains/diffusion/interpolantFields'
import { memoized } from '@/memoized'
import { clipped, Label, paintBands, Rule, Segment } from '@/views'
import { bandColour, bandLine, levelsOf, odeColour, type Scene, sdeColour, timesOf, trace } from './looks'
import { PairInTime, paintTubeInTime } from './pairPicture'
import { humpOf, isTheOde, problemOf } from './problem'
import { pathOf } from './readouts'
import { TRACED } from './traced'

const MARGIN = 0.025 // of time, so that handles at the ends are not cut off

/** The bridge's cloud is as wide as its noise. */
export function stripWindow({ params: { scene, sigma } }: Scene): Window {
  const half = Math.max(3.5, 1.25 * sigma)
  return [[-MARGIN, 1 + MARGIN], scene === 'bridge' ? [0.5 - half, 0.5 + half] : [-3.2, 3.2]]
}
/** A small picture has fewer paths, so that one can follow them. */
const pathsIn = (plane: Plane) => (plane.height > 240 ? TRACED : TRACED / 2)
const CELL = 7 // px between samples of the density

const lineFor = memoized((params: Scene['params']): Fields => {
  const { line } = problemOf(params)
  return fieldsOf(line.from, line.to, line.kind, line.cross)
})

export const stripKey = ({ params: p }: Scene) =>
  p.density && [
    p.scene,
    p.path,
    p.gamma,
    p.gammaTurn,
    p.gammaZero,
    p.a,
    p.left,
    p.right,
    p.moved,
    p.axes,
    p.humps,
    p.ends,
    p.sigma,
  ]

/** Each time is scaled by its own highest density: otherwise only the narrow ends would be visible. */
export function paintStrip(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { palette } = scene
  if (!scene.params.density) return
  const line = lineFor(scene.params)
  const [columns, rows] = [Math.max(24, Math.round(plane.width / CELL)), Math.max(32, Math.round(plane.height / 5))]
  const [[left, right], [low, high]] = plane.window
  const values = new Float64Array(columns * rows)
  const place = new Float64Array(1)
  for (let i = 0; i < columns; i++) {
    setTime(line, Math.min(Math.max(left + ((i + 0.5) / columns) * (right - left), 0), 1))
    let highest = 0
    for (let j = 0; j < rows; j++) {
      place[0] = high - ((j + 0.5) / rows) * (high - low)
      const value = Math.exp(logDensity(line, place))
      values[j * columns + i] = value
      highest = Math.max(highest, value)
    }
    for (let j = 0; j < rows; j++) values[j * columns + i]! /= highest
  }
  paintBands(ctx, plane, {
    values,
    columns,
    rows,
    levels: levelsOf(1),
    color: (index) => bandColour(palette, index),
    line: bandLine(palette),
    width: palette.weight,
  })
}

export function paintPaths(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { params, palette, step, last } = scene
  const times = timesOf(params, last)
  const layers = [
    {
      on: params.particles && !(isTheOde(params) && params.flow),
      name: 'sde',
      color: sdeColour(palette),
      width: 0.9,
      opacity: 0.62,
    },
    { on: params.flow, name: 'ode', color: odeColour(palette), width: 1.25, opacity: 0.9 },
  ] as const
  clipped(ctx, plane, () => {
    if (params.scene === 'plane' && params.pair) paintTubeInTime(ctx, scene, plane)
    ctx.lineJoin = 'round'
    for (const { on, name, color, width, opacity } of layers) {
      if (!on) continue
      ctx.strokeStyle = color
      ctx.lineWidth = width * palette.weight
      for (const [from, to, share] of [
        [0, step, 1],
        [step, last, 0.3],
      ] as const) {
        ctx.globalAlpha = opacity * share
        ctx.beginPath()
        for (let k = 0; k < pathsIn(plane); k++) trace(ctx, plane, times, pathOf(scene.series, name, k), from, to)
        ctx.stroke()
      }
    }
    ctx.globalAlpha = 1
  })
}

export function StripPicture(scene: Scene) {
  const { params, palette, words, frame, format } = scene
  const [, [low, high]] = stripWindow(scene)
  const humps = params.scene === 'line' ? [0, 1, 2] : params.scene === 'bridge' ? [0, 1] : []
  return (
    <>
      <Rule x={frame.t} />
      {params.scene === 'plane' && params.pair && <PairInTime scene={scene} />}
      {humps
        .filter((k) => !(params.scene === 'line' && k === 0 && params.path === 'mirror'))
        .map((k) => {
          const [mean, width] = humpOf(params, k)
          const t = k === 0 ? 0 : 1
          return (
            <g key={k} data-param={params.scene === 'line' ? 'humps' : 'ends'}>
              <Segment from={[t, mean - width]} to={[t, mean + width]} color={palette.ink} width={5} />
            </g>
          )
        })}
      {params.particles && !(isTheOde(params) && params.flow) && (
        <Label at={[0.02, high]} dy={16} bold color={sdeColour(palette)}>
          {params.scene === 'bridge' ? words.bridge : `${words.sde} ${format(params.eps, 3)}`}
        </Label>
      )}
      {params.flow && (
        <Label at={[0.02, low]} dy={-8} bold color={odeColour(palette)}>
          {words.ode}
        </Label>
      )}
    </>
  )
}
