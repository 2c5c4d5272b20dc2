// The complex plane: EDMD's eigenvalues, which of them their residuals prove, contours of τ, and z.
import type { Plane, Point, Window } from '@/contract'
import { catResidual } from '@/domains/operators/catMap'
import { type ComplexGrid, gridPoint } from '@/domains/operators/spectrumSearch'
import { Circle, Dot, Dots, Label, paintBands, rampColor, Segment, sampled, usePlot } from '@/views'
import { nameOf } from './learned'
import { proven, type Scene, searchedOf, spectrumOf } from './looks'
import { bestOf } from './probe'
import { anglesOf } from './rotation'

export const PLANE_WINDOW: Window = [
  [-1.36, 1.36],
  [-1.36, 1.36],
]
const LEVELS = [0.5, 0.35, 0.25, 0.18, 0.12, 0.08, 0.05, 0.03] // of τ: larger values stay blank

/** τ on a grid [rows, columns] from the top, and the window that it covers. */
interface Field {
  values: Float64Array
  columns: number
  rows: number
  window: Window
}

/** Upper half and its mirror image, since data are real: cells around the points of the grid. */
function mirrored(grid: ComplexGrid, tau: Float64Array): Field {
  const [columns, rows] = [grid.columns, 2 * grid.rows - 1]
  const values = new Float64Array(columns * rows)
  for (const [index, value] of tau.entries()) {
    const [column, up] = [Math.floor(index / grid.rows), index % grid.rows]
    values[(grid.rows - 1 - up) * columns + column] = -value
    values[(grid.rows - 1 + up) * columns + column] = -value
  }
  const half = grid.spacing / 2
  const [right] = gridPoint(grid, tau.length - 1)
  const reach = right + half
  return {
    values,
    columns,
    rows,
    window: [
      [-reach, reach],
      [-reach, reach],
    ],
  }
}

function fieldOf(scene: Scene, plane: Plane): Field | null {
  const { params, frame } = scene
  if (params.system === 'duffing') {
    const tau = searchedOf(scene)?.tau
    return tau ? mirrored(tau.grid, tau.values) : null
  }
  const [columns, rows] = [Math.round(plane.width / 4), Math.round(plane.height / 4)]
  const angles = params.system === 'rotation' ? nearbyAngles(anglesOf(frame.box, params)) : null
  const tau = angles ? (x: number, y: number) => angles(x, y) : (x: number, y: number) => catResidual(frame.box, Math.hypot(x, y))
  return { values: sampled((x, y) => -tau(x, y), plane.window, columns, rows), columns, rows, window: plane.window }
}

/** Distance to the nearest eigenvalue on the circle, by its nearest angle, which is fast. */
function nearbyAngles(angles: Float64Array): (x: number, y: number) => number {
  const sorted = angles.toSorted()
  return (x, y) => {
    const turn = Math.atan2(y, x) / (2 * Math.PI)
    const place = turn - Math.floor(turn)
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]! < place) low = middle + 1
      else high = middle
    }
    const far = (angle: number) => Math.hypot(x - Math.cos(2 * Math.PI * angle), y - Math.sin(2 * Math.PI * angle))
    return Math.min(far(sorted[low % sorted.length]!), far(sorted[(low + sorted.length - 1) % sorted.length]!))
  }
}

export function paintTau(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { params, palette } = scene
  if (!params.judge) return
  const field = fieldOf(scene, plane)
  if (field === null) return
  const [[x0, x1], [y0, y1]] = field.window
  const part: Plane = { ...plane, window: field.window, width: plane.x(x1) - plane.x(x0), height: plane.y(y0) - plane.y(y1) }
  paintBands(ctx, part, {
    ...field,
    levels: LEVELS.map((level) => -level),
    color: (index) => rampColor(palette.field, (index + 1) / LEVELS.length),
    line: palette.name === 'dark' ? 'rgb(255 255 255 / 0.1)' : 'rgb(255 255 255 / 0.8)',
    width: palette.weight,
  })
  paintBands(ctx, part, {
    ...field,
    levels: [-params.epsilon],
    color: () => 'rgb(0 0 0 / 0)',
    line: palette.method,
    width: 1.75 * palette.weight,
  })
}

export function PlanePicture(scene: Scene) {
  const { params, palette, words, format, frame, maps } = scene
  const { plane } = usePlot()
  const spectrum = spectrumOf(scene)
  const best = bestOf(params, frame.box, maps.learned?.result)
  const [[x0], [y0, y1]] = plane.window
  const roomy = plane.height > 240
  return (
    <>
      <Segment from={[plane.window[0][0], 0]} to={[plane.window[0][1], 0]} color={palette.faint} width={0.6} opacity={0.6} />
      <Segment from={[0, y0]} to={[0, y1]} color={palette.faint} width={0.6} opacity={0.6} />
      <Circle at={[0, 0]} radius={1} stroke={palette.ink} width={params.system === 'cat' ? 2.5 : 1.25} />
      {roomy && (params.gamma === 0 || params.system !== 'duffing') && (
        <Label at={[plane.window[0][1], y0]} dx={-8} dy={-9} anchor="end" small color={palette.soft} italic>
          {words.circle}
        </Label>
      )}
      {spectrum && (
        <g opacity={isOld(scene) ? 0.45 : 1}>
          <Eigenvalues scene={scene} />
        </g>
      )}
      {params.system === 'duffing' && params.judge && params.search && <Found scene={scene} />}
      {spectrum && roomy && (
        <Label at={[x0, y1]} dx={8} dy={18} bold color={palette.base}>
          {format(spectrum.re.length, 6)} {words.eigenvalues}
        </Label>
      )}
      {spectrum && params.judge && (
        <Label at={[x0, y1]} dx={8} dy={roomy ? 35 : 14} bold color={palette.method} param="epsilon">
          {format(proven(spectrum.residual, params.epsilon), 6)} {roomy ? words.proven : words.smallProven}{' '}
          {format(params.epsilon, 3)}
        </Label>
      )}
      <Dot at={params.z} color={palette.ink} r={5} param="z" />
      {roomy && (
        <Label at={params.z} dx={0} dy={27} bold param="z" anchor="middle">
          {best ? `${words.tau} = ${format(best.tau, 3)}` : words.z}
        </Label>
      )}
    </>
  )
}

/** Whether the picture was learned from other data than those asked for now. */
const isOld = ({ params, maps }: Scene) => params.system === 'duffing' && maps.learned?.result.of !== nameOf(params)

const BINS = 5

function Eigenvalues({ scene }: { scene: Scene }) {
  const { params, palette, words, format } = scene
  const spectrum = spectrumOf(scene)!
  const { re, im, residual } = spectrum
  const zeros = params.system === 'cat' ? residual.length - 1 : 0
  if (!params.judge) {
    return (
      <>
        <Dots xs={re} ys={im} color={palette.base} r={3.4} />
        {zeros > 0 && <Zeros words={`${format(zeros, 6)} × 0`} color={palette.base} />}
      </>
    )
  }
  const bins = Array.from({ length: BINS + 1 }, () => ({ xs: [] as number[], ys: [] as number[] }))
  const drawn = new Set<string>()
  for (const [k, r] of residual.entries()) {
    const bin = r < params.epsilon ? BINS : Math.max(0, Math.min(BINS - 1, Math.floor((1 - r) * BINS)))
    const place = `${re[k]} ${im[k]}`
    if (drawn.has(place)) continue // the zeros of the cat map
    drawn.add(place)
    bins[bin]!.xs.push(re[k]!)
    bins[bin]!.ys.push(im[k]!)
  }
  return (
    <>
      {bins.slice(0, BINS).map(({ xs, ys }, bin) => (
        <Crosses key={bin} xs={xs} ys={ys} color={palette.base} opacity={0.4 + (0.5 * bin) / BINS} />
      ))}
      <Dots
        xs={bins[BINS]!.xs}
        ys={bins[BINS]!.ys}
        color={palette.method}
        r={params.system === 'rotation' ? 2.6 : 4.2}
        param="epsilon"
      />
      {zeros > 0 && params.epsilon <= 1 && <Zeros words={`${format(zeros, 6)} × 0, ${words.residualOne}`} color={palette.base} />}
    </>
  )
}

function Zeros({ words, color }: { words: string; color: string }) {
  return (
    <Label at={[0, 0]} dx={0} dy={24} anchor="middle" bold color={color}>
      {words}
    </Label>
  )
}

/** Marks of what is not proven, which need no colour. */
function Crosses({ xs, ys, color, opacity }: { xs: readonly number[]; ys: readonly number[]; color: string; opacity: number }) {
  const { plane, palette } = usePlot()
  const arm = 4
  const data = xs
    .map((x, k) => {
      const [px, py] = [plane.x(x), plane.y(ys[k]!)]
      return `M${(px - arm).toFixed(1)} ${(py - arm).toFixed(1)}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`
    })
    .join('')
  return <path d={data} stroke={color} strokeOpacity={opacity} strokeWidth={1.75 * palette.weight} fill="none" />
}

/** The points returned by the spectrum algorithm: squares, above and below. */
function Found({ scene }: { scene: Scene }) {
  const { palette, words, format } = scene
  const { plane } = usePlot()
  const found = searchedOf(scene)?.found
  if (!found) return null
  const [[x0], [, y1]] = plane.window
  const side = (plane.height > 240 ? 5.5 : 3) * palette.weight ** 0.5
  const all = found.points.flatMap(([x, y]): Point[] =>
    y === 0
      ? [[x, y]]
      : [
          [x, y],
          [x, -y],
        ],
  )
  return (
    <g data-param="search">
      {all.map(([x, y]) => (
        <rect
          key={`${x} ${y}`}
          x={plane.x(x) - side}
          y={plane.y(y) - side}
          width={2 * side}
          height={2 * side}
          fill="none"
          stroke={palette.base2}
          strokeWidth={1.75 * palette.weight}
        />
      ))}
      {plane.height > 240 && (
        <Label at={[x0, y1]} dx={8} dy={52} bold color={palette.base2} param="search">
          {format(all.length, 3)} {words.found} {format(found.worst, 2)}
        </Label>
      )}
    </g>
  )
}

const SNAP = 0.045

/** A press near an eigenvalue takes it; elsewhere it takes the place itself. */
export function planePress([x, y]: Point, scene: Scene): Record<string, unknown> {
  const spectrum = spectrumOf(scene)
  let z: Point = [Math.round(100 * x) / 100, Math.round(100 * y) / 100]
  let least = SNAP
  for (const [k, re] of spectrum?.re.entries() ?? []) {
    const im = spectrum!.im[k]!
    const far = Math.hypot(re - x, im - y)
    if (far >= least) continue
    least = far
    z = [re, im]
  }
  return { z }
}
