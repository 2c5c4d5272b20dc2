// The magnifier of the plane: the closest pair, centred between both, in a window that follows their distance.
import type { Point } from '@/contract'
import { PAIRS } from '@/domains/dynamics/nbody'
import { Curve, Dot, Dots, Inset, Label, Segment, usePlot } from '@/views'
import type { Scene } from './looks'
import type { Params } from './params'

/** Names of what belongs to each body. */
export const BODIES = [
  { x: 'x1', y: 'y1', m: 'm1', r: 'r1', v: 'v1' },
  { x: 'x2', y: 'y2', m: 'm2', r: 'r2', v: 'v2' },
  { x: 'x3', y: 'y3', m: 'm3', r: 'r3', v: 'v3' },
] as const

/** Radius of a body in px: its volume goes with its mass. */
export const radiusOf = (p: Params, mass: number): number => 3.2 + 4.2 * Math.cbrt(mass / Math.max(p.m1, p.m2, p.m3, 1e-9))

export const pointAt = (flat: ArrayLike<number>, index: number): Point => [flat[2 * index]!, flat[2 * index + 1]!]
export const middleOf = (places: ArrayLike<number>, i: number, j: number): Point => [
  (places[2 * i]! + places[2 * j]!) / 2,
  (places[2 * i + 1]! + places[2 * j + 1]!) / 2,
]

/** A ring of a fixed size in px, whatever the magnification. */
export function Ring({ at, color, r = 6, dash }: { at: Point; color: string; r?: number; dash?: string }) {
  const { plane, palette } = usePlot()
  const [x, y] = [plane.x(at[0]), plane.y(at[1])]
  if (!Number.isFinite(x + y)) return null
  return <circle cx={x} cy={y} r={r} fill="none" stroke={color} strokeWidth={1.25 * palette.weight} strokeDasharray={dash} />
}

const SHARE = 0.36 // of the picture's smaller side
const [SMALLEST, LARGEST] = [70, 170] // px
const MOST = 0.3 // of the picture's half width
const ROOMY = 110 // px: a smaller magnifier has no words
const TAIL = 150 // pictures of the pair's past
/** Window units of a pixel. */
const unit = (map: (value: number) => number): number => 1 / Math.abs(map(1) - map(0))

export function Magnifier({ scene }: { scene: Scene }) {
  const { plane } = usePlot()
  const { frame, palette, series, step } = scene
  const distance = series.distance[step]!
  const size = Math.round(Math.min(LARGEST, SHARE * Math.min(plane.width, plane.height)))
  if (!(distance > 0) || size < SMALLEST) return null
  const half = 10 ** (Math.ceil(4 * Math.log10(distance * 0.85)) / 4) // in steps of 10^¼, or the scale would keep changing
  if (half > MOST * scene.params.span) return null // it is visible without a magnifier
  const [[, x1], [y0, y1]] = plane.window
  const [aside, away] = [(size / 2 + 4) * unit(plane.x), (size / 2 + 4) * unit(plane.y)]
  const isLow = crowd(scene, x1 - 2.3 * aside, y1 - 2.3 * away, 1) > crowd(scene, x1 - 2.3 * aside, y0 + 2.3 * away, -1)
  const middle: Point = [x1 - aside, isLow ? y0 + away : y1 - away]
  const [i, j] = PAIRS[frame.pair]!
  const at = middleOf(frame.places, i, j)
  return (
    <>
      <Segment
        from={at}
        to={[middle[0] - (size / 2) * unit(plane.x), middle[1] - (isLow ? -1 : 1) * (size / 2) * unit(plane.y)]}
        color={palette.line}
        width={1}
      />
      <Ring at={at} color={palette.soft} r={Math.max(8, half / unit(plane.x))} />
      <Inset
        at={middle}
        size={size}
        window={[
          [-half, half],
          [-half, half],
        ]}
      >
        <Glass scene={scene} half={half} distance={distance} />
      </Inset>
    </>
  )
}

/** How much of the whole run is right of `x` and above `y` (`side` 1) or below it (-1): the magnifier takes the emptier of these corners. */
function crowd({ series, last }: Scene, x: number, y: number, side: 1 | -1): number {
  let count = 0
  for (const body of BODIES) {
    const [xs, ys] = [series[body.x], series[body.y]]
    for (let k = 0; k <= last; k += 4) if (xs[k]! > x && side * (ys[k]! - y) > 0) count++
  }
  return count
}

/** Inside the magnifier: paths relative to the centre of mass of the pair, with beads along the last steps. */
function Glass({ scene, half, distance }: { scene: Scene; half: number; distance: number }) {
  const { plane } = usePlot()
  const { frame, palette, series, step, words, format, params } = scene
  const [i, j] = PAIRS[frame.pair]!
  const total = params[BODIES[i].m] + params[BODIES[j].m] || 1
  const from = Math.max(0, step - TAIL)
  const beads = frame.beads.length / 6
  const sides = (
    [
      [i, j],
      [j, i],
    ] as const
  ).map(([own, other]) => {
    const [a, b] = [BODIES[own], BODIES[other]]
    const weight = params[b.m] / total
    const past = (one: Float64Array, two: Float64Array) =>
      Float64Array.from({ length: step - from + 1 }, (_, k) => (one[from + k]! - two[from + k]!) * weight)
    const bead = (c: number) =>
      Float64Array.from(
        { length: beads },
        (_, k) => (frame.beads[6 * k + 2 * own + c]! - frame.beads[6 * k + 2 * other + c]!) * weight,
      )
    return { m: a.m, xs: past(series[a.x], series[b.x]), ys: past(series[a.y], series[b.y]), beadXs: bead(0), beadYs: bead(1) }
  })
  const frameBox = { x: plane.x(-half), y: plane.y(half), width: plane.width, height: plane.height }
  return (
    <>
      <rect {...frameBox} fill={palette.raised} stroke={palette.line} strokeWidth={palette.weight} />
      <svg {...frameBox} viewBox={`${frameBox.x} ${frameBox.y} ${frameBox.width} ${frameBox.height}`} aria-hidden="true">
        {sides.map(({ m, xs, ys, beadXs, beadYs }) => (
          <g key={m}>
            <Curve xs={xs} ys={ys} color={palette.faint} width={1.25} />
            <Dots xs={beadXs} ys={beadYs} color={palette.ink} r={2} />
            <Dot at={[xs.at(-1)!, ys.at(-1)!]} color={palette.ink} r={0.8 * radiusOf(params, params[m])} />
          </g>
        ))}
        {plane.width > ROOMY && (
          <Label at={[-half, -half]} dx={6} dy={-7} small>
            {`${words.distance} ${format(distance, 2)}`}
          </Label>
        )}
      </svg>
    </>
  )
}
