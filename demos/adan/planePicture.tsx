// The surface from above: contour lines, the paths of the methods, and the next step of one of them taken apart.
import type { PlotView, Point, Window } from '@/contract'
import { Curve, Dot, Label, paintValley, Segment, SpreadLabels } from '@/views'
import type { PartName } from './arrows'
import { LOOKS, nameOf, pathOf, plus, type Scene, shownMethods } from './looks'
import { type Method, type Params, surfaceOf } from './params'

export const WINDOWS: Readonly<Record<Params['surface'], Window>> = {
  rosenbrock: [
    [-2, 2],
    [-1, 2.4],
  ],
  beale: [
    [-4.5, 4.5],
    [-3, 2.4],
  ],
  valley: [
    [-9.5, 4],
    [-2.4, 2.4],
  ],
}
/** Power of the height by which bands follow each other: small for functions whose walls would hide the floor. */
const POWERS = { rosenbrock: 0.22, beale: 0.12, valley: 0.4 } as const

const LENGTH = 0.2 // of the window: the longest arrow

/** Arrows of the picked method, enlarged to be visible. */
function Arrows({ scene, method }: { scene: Scene; method: Method }) {
  const { frame, params, palette, words } = scene
  const mark = frame.race?.[method]
  if (!mark?.move) return null
  const { at, move } = mark
  const [[x0, x1], [y0, y1]] = WINDOWS[params.surface]
  const size = ([x, y]: Point) => Math.hypot(x / (x1 - x0), y / (y1 - y0))
  const ends = move.parts.map((_, k) => move.parts.slice(0, k + 1).reduce<Point>((sum, { by }) => plus(sum, by), [0, 0]))
  const longest = Math.max(...ends.map(size))
  const isScaled = method === 'adan' || method === 'adam'
  const stepLength = size(move.step)
  if (!(longest > 0) || !(stepLength > 0)) return null
  const zoom = LENGTH / longest
  const stepZoom = isScaled ? LENGTH / stepLength : zoom
  const names: Readonly<Record<PartName, string>> = {
    mean: words.meanSlope,
    change: words.change,
    kept: words.kept,
    slope: words.slope,
  }
  const colors: Readonly<Record<PartName, string>> = {
    mean: palette.ink,
    change: palette.base3,
    kept: palette.ink,
    slope: palette.base3,
  }
  const color = LOOKS[method].color(palette)
  const tip = plus(at, move.step, stepZoom)
  return (
    <>
      {move.parts.map(({ name }, k) => {
        const [from, to] = [plus(at, ends[k - 1] ?? [0, 0], zoom), plus(at, ends[k]!, zoom)]
        return (
          <g key={name}>
            <Segment from={from} to={to} color={colors[name]} width={1.5} arrow />
            <Label at={to} dx={6} dy={-4} small color={colors[name]}>
              {names[name]}
            </Label>
          </g>
        )
      })}
      {(isScaled || move.parts.length > 1) && (
        <>
          <Segment from={at} to={tip} color={color} width={2.5} arrow />
          <Label at={tip} dx={6} dy={12} small bold color={color}>
            {isScaled ? words.scaledStep : words.itsStep}
          </Label>
        </>
      )}
    </>
  )
}

/** `bare`: without the arrows of the next step. */
function Plane({ bare = false, ...scene }: Scene & { bare?: boolean }) {
  const { params, palette, frame, step, last, words } = scene
  const bottom = surfaceOf(params).minimum
  if (!frame.race) return null
  const methods = shownMethods(scene)
  return (
    <>
      {bottom && <Dot at={bottom} color={palette.ink} r={2.5} />}
      {methods.map((method) => {
        const { color, dash } = LOOKS[method]
        const [xs, ys] = pathOf(scene, method)
        const { lost } = frame.race![method]
        const end = lost === null ? step : Math.min(step, lost - 1)
        const look = { xs, ys, color: color(palette), dash }
        return (
          <g key={method}>
            <Curve {...look} from={end} to={last} width={1.25} opacity={0.28} />
            <Curve {...look} to={end} width={1.75} />
          </g>
        )
      })}
      {!bare && methods.includes(params.picked) && <Arrows scene={scene} method={params.picked} />}
      {methods.map((method) => (
        <Dot
          key={method}
          at={frame.race![method].at}
          color={LOOKS[method].color(palette)}
          square={LOOKS[method].square}
          r={method === params.picked ? 6.5 : 5}
        />
      ))}
      <SpreadLabels
        labels={methods.map((method) => {
          const { at, lost } = frame.race![method]
          const name = nameOf(scene, method)
          return { at, color: LOOKS[method].color(palette), text: lost === null ? name : `${name} ${words.fliesOffAt} ${lost}` }
        })}
      />
    </>
  )
}

export const plane: PlotView<Scene> = {
  kind: 'plot',
  window: ({ params }) => WINDOWS[params.surface],
  backdrop: {
    key: ({ params }) => params.surface,
    paint: (ctx, { params, palette }, at) => paintValley(ctx, at, palette, surfaceOf(params).value, POWERS[params.surface]),
  },
  draw: (scene) => <Plane {...scene} />,
  waiting: (scene) => <Plane {...scene} bare />,
}
