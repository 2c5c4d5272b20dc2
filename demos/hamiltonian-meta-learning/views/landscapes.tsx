// The true landscape with what is observed, and those of the networks, each with the orbit of the same body.
import type { Plane, PlotView, Point } from '@/contract'
import { Curve, Dot, Dots, Label, Region, Segment } from '@/views'
import { isLoose, painted } from '../handles'
import { trueLandscape } from '../networks/landscape'
import type { BodyName } from '../networks/rollout'
import { shownNets } from '../params'
import { LOOKS, type Scene } from './looks'
import { paintLandscape } from './painted'
import { arrowOf, isInPanel, panelsOf, panelsWindow, toPanel } from './places'

const bodiesOf = ({ params }: Scene): readonly BodyName[] => ['truth', ...shownNets(params)]

function paint(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { params: p, frame } = scene
  for (const [k, centre] of panelsOf(p).entries()) {
    const body = bodiesOf(scene)[k]!
    const heights = body === 'truth' ? trueLandscape(p.law, p.theta) : frame.landscapes[body as 'meta']
    if (heights) paintLandscape(ctx, scene, plane, heights, centre, 1)
  }
}

/** An orbit in its panel, with gaps where it is outside. */
function orbitIn(scene: Scene, body: BodyName, centre: Point): { xs: Float64Array; ys: Float64Array } {
  const places = scene.frame.orbits[body] ?? new Float64Array(0)
  const [xs, ys] = [new Float64Array(places.length / 2), new Float64Array(places.length / 2)]
  for (let n = 0; n < xs.length; n++) {
    const at = toPanel(centre, scene.params.law, [places[2 * n]!, places[2 * n + 1]!])
    const isIn = isInPanel(centre, at)
    xs[n] = isIn ? at[0] : Number.NaN
    ys[n] = isIn ? at[1] : Number.NaN
  }
  return { xs, ys }
}

function Observed(scene: Scene) {
  const { params: p, frame, palette } = scene
  const { observed } = frame
  const centre = panelsOf(p)[0]!
  const all = Array.from({ length: observed.length / 4 }, (_, k) =>
    toPanel(centre, p.law, [observed[4 * k]!, observed[4 * k + 1]!]),
  )
  const fixed = all.filter((_, k) => !isLoose(p, k))
  return (
    <>
      <Dots xs={fixed.map(([x]) => x)} ys={fixed.map(([, y]) => y)} color={palette.ink} r={1.7} opacity={0.75} />
      {all.map((at, k) => (isLoose(p, k) ? <Dot key={k} at={at} color={palette.ink} r={4} square param="painted" /> : null))}
    </>
  )
}

function Panel({ scene, body, centre }: { scene: Scene; body: BodyName; centre: Point }) {
  const { params: p, palette, words, series, step, format } = scene
  const [cx, cy] = centre
  const color = LOOKS[body].color(palette)
  const [from, tip] = arrowOf(p).map((at) => toPanel(centre, p.law, at)) as [Point, Point]
  const corners: readonly Point[] = [
    [cx - 1, cy - 1],
    [cx + 1, cy - 1],
    [cx + 1, cy + 1],
    [cx - 1, cy + 1],
  ]
  const error = body === 'truth' ? Number.NaN : series[body as 'meta'][step]!
  return (
    <>
      <Region rings={[corners]} stroke={palette.line} width={1} />
      {body !== 'truth' && <Curve {...orbitIn(scene, 'truth', centre)} color={palette.ink} width={1} dash="2 4" />}
      <Curve {...orbitIn(scene, body, centre)} color={palette.paper} width={4.5} opacity={0.8} />
      <Curve {...orbitIn(scene, body, centre)} color={color} width={2.25} />
      {body === 'truth' ? (
        <>
          <Observed {...scene} />
          <Segment from={from} to={tip} color={palette.ink} width={2} arrow param="launch" />
          <Dot at={from} color={palette.ink} r={5} param="launch" />
        </>
      ) : (
        <Dot at={from} color={color} r={4} />
      )}
      <Label at={[cx - 1, cy + 1]} dx={7} dy={16} bold small color={color}>
        {words[body]}
      </Label>
      {Number.isFinite(error) && (
        <Label at={[cx - 1, cy - 1]} dx={7} dy={-8} bold small color={color}>
          {`${words.error} ${format(error, error < 1 ? 2 : 3)}`}
        </Label>
      )}
    </>
  )
}

export const landscapes: PlotView<Scene> = {
  kind: 'plot',
  window: ({ params }) => panelsWindow(params),
  equal: true,
  backdrop: {
    key: ({ params: p, step, frame }) => [
      p.tab,
      p.law,
      p.theta,
      p.points,
      p.noise,
      p.alpha,
      p.painted,
      p.seed,
      p.start,
      step,
      frame.landscapes.meta !== undefined,
    ],
    paint(ctx, scene, plane) {
      if (scene.params.tab === 'adapt') paint(ctx, scene, plane)
    },
  },
  draw(scene) {
    if (scene.params.tab !== 'adapt') return null
    const panels = panelsOf(scene.params)
    return bodiesOf(scene).map((body, k) => <Panel key={body} scene={scene} body={body} centre={panels[k]!} />)
  },
  press: (at, { params }) => painted(at, params),
}
