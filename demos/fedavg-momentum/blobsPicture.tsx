// Points of three classes, and the borders that models draw between them: in softmax regression three rays from a point.
import type { PlotView, Point } from '@/contract'
import { CLASSES, WEIGHTS } from '@/domains/nets/softmax'
import { Dots, Label, Region, Segment } from '@/views'
import { Bars, GroupNames } from '@/views/bars'
import { clientAt, WATCH_AT } from './handles'
import { LOOKS, nameOf, type Scene, shownMethods } from './looks'
import { CLIENTS } from './params'
import { blobsOf, MIDDLES, POINTS } from './problem'

const REACH = 3
const FAR = 40

/** The point where all three classes are equally likely, and the directions of the borders; null if there is no such point near. */
function bordersOf(w: ArrayLike<number>): { at: Point; rays: readonly Point[] } | null {
  const minus = (a: number, b: number) => [0, 1, 2].map((part) => w[3 * a + part]! - w[3 * b + part]!) as [number, number, number]
  const [[a, b, c], [d, e, f]] = [minus(0, 1), minus(0, 2)]
  const det = a * e - b * d
  const at: Point = [(b * f - c * e) / det, (c * d - a * f) / det]
  if (!(Math.abs(at[0]) < FAR && Math.abs(at[1]) < FAR)) return null
  const rays = [0, 1, 2].map((third): Point => {
    const [one, other] = [0, 1, 2].filter((k) => k !== third) as [number, number]
    const [u, v] = minus(one, other)
    const size = Math.sqrt(u * u + v * v)
    const [x, y] = [-v / size, u / size]
    const [p, q] = minus(one, third)
    return p * x + q * y > 0 ? [x, y] : [-x, -y]
  })
  return { at, rays }
}

function Borders({
  weights,
  color,
  dash,
  width = 2,
}: {
  weights: ArrayLike<number>
  color: string
  dash?: string
  width?: number
}) {
  const borders = bordersOf(weights)
  if (borders === null) return null
  const { at, rays } = borders
  return rays.map(([x, y], k) => (
    <Segment key={k} from={at} to={[at[0] + 2 * FAR * x, at[1] + 2 * FAR * y]} color={color} dash={dash} width={width} />
  ))
}

const NAMES = ['A', 'B', 'C'] as const

/** Points of one class, of the watched client or of the others; classes differ in their marks. */
function Points({ scene, label, isWatched }: { scene: Scene; label: number; isWatched: boolean }) {
  const { params, palette } = scene
  const { points, labels } = blobsOf(params)
  const own = [...labels.keys()].filter(
    (n) => labels[n] === label && (Math.floor(n / POINTS) === params.watched - 1) === isWatched,
  )
  const places = { xs: own.map((n) => points[2 * n]!), ys: own.map((n) => points[2 * n + 1]!) }
  const color = isWatched ? palette.ink : palette.faint
  return (
    <>
      <Dots {...places} color={color} r={label === 2 ? 3 : 2.4} square={label === 1} />
      {label === 2 && <Dots {...places} color={palette.paper} r={1.6} />}
    </>
  )
}

function Blobs(scene: Scene) {
  const { params, frame, palette, words, step } = scene
  if (params.tab !== 'blobs') return null
  const round = frame.rounds?.[params.picked]
  const index = frame.who.indexOf(params.watched - 1)
  const end =
    round && index >= 0
      ? round.paths.subarray(((index + 1) * (params.local + 1) - 1) * WEIGHTS, (index + 1) * (params.local + 1) * WEIGHTS)
      : null
  const methods = shownMethods(scene)
  const line = 17 * palette.text
  const rows = [
    { text: words.together, color: palette.ink },
    ...methods.map((method) => ({ text: nameOf(scene, method), color: LOOKS[method].color(palette) })),
    ...(end && step > 0 ? [{ text: words.believes, color: palette.soft }] : []),
  ]
  return (
    <>
      {[false, true].map((isWatched) =>
        NAMES.map((name, label) => <Points key={name} scene={scene} label={label} isWatched={isWatched} />),
      )}
      {end && <Borders weights={end} color={palette.soft} dash="1 4" width={1.75} />}
      {methods.map((method) => (
        <Borders key={method} weights={frame.at[method]} color={LOOKS[method].color(palette)} dash={LOOKS[method].dash} />
      ))}
      <Borders weights={frame.optimum} color={palette.ink} dash="6 4" width={1.75} />
      {MIDDLES.map(([x, y], label) => (
        <Label key={NAMES[label]} at={[label === 0 ? 1.4 : 1.9 * x, y > 0 ? 2.6 : -2.6]} anchor="middle" bold>
          {`${words.class} ${NAMES[label]}`}
        </Label>
      ))}
      {rows.map(({ text, color }, k) => (
        <Label key={text} at={[-REACH, REACH]} dx={6} dy={14 + line * k} small bold color={color}>
          {text}
        </Label>
      ))}
    </>
  )
}

export const blobs: PlotView<Scene> = {
  kind: 'plot',
  equal: true,
  window: [
    [-REACH, REACH],
    [-REACH, REACH],
  ],
  draw: (scene) => <Blobs {...scene} />,
}

/** Behind the bars of a client. */
const around = (client: number): Point[] => [
  [client - 0.46, -0.12],
  [client + 0.46, -0.12],
  [client + 0.46, WATCH_AT],
  [client - 0.46, WATCH_AT],
]

function Shares({ params, palette, words }: Scene) {
  if (params.tab !== 'blobs') return null
  const { counts } = blobsOf(params)
  const colors = [palette.ink, palette.soft, palette.faint]
  const series = NAMES.map((name, label) => ({
    name,
    color: colors[label]!,
    values: Array.from({ length: CLIENTS }, (_, i) => counts[i * CLASSES + label]! / POINTS),
  }))
  return (
    <>
      <Region rings={[around(params.watched - 1)]} fill={palette.method} opacity={0.12} />
      <Bars series={series} />
      <GroupNames names={Array.from({ length: CLIENTS }, (_, i) => `${words.client} ${i + 1}`)} />
      {NAMES.flatMap((name, label) =>
        Array.from({ length: CLIENTS }, (_, i) => (
          <Label key={`${name}${i}`} at={[i + (label - 1) * 0.27, series[label]!.values[i]!]} dy={-5} anchor="middle" small>
            {name}
          </Label>
        )),
      )}
    </>
  )
}

export const shares: PlotView<Scene> = {
  kind: 'plot',
  window: [
    [-0.55, CLIENTS - 0.45],
    [-0.12, 1.3],
  ],
  y: { ticks: [0, 0.5, 1], grid: true },
  press: ([x]) => ({ watched: clientAt(x) }),
  draw: (scene) => <Shares {...scene} />,
}
