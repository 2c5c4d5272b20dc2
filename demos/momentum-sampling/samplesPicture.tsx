// The samples: the box of the data, the class with its ring, the paths of the picked sample, and a lens.
import type { Plane, Point, Window } from '@/contract'
import { Circle, Curve, Dot, Label, Region, Segment, SpreadLabels, usePlot } from '@/views'
import { paintHatch } from '@/views/hatch'
import { exactPath } from './exact'
import { RINGS } from './handles'
import { artifactColour, type Look, looksOf, type Scene } from './looks'
import { isOutside } from './outcome'
import { HALF, toPaper } from './paper'
import { solversOf } from './params'
import { CENTRE, COUNT, FAR, sigmasOf } from './problem'
import { exactEndsOf, LENS, lensOf } from './samplesPaint'
import { walkOf } from './walk'

export const SAMPLES_WINDOW: Window = [
  [-HALF, HALF],
  [-HALF, HALF],
]

/** Outside the box: the hatch that marks divergence. */
export function paintOutside(ctx: CanvasRenderingContext2D, { palette }: Scene, plane: Plane): void {
  const [[x0, x1], [y0, y1]] = plane.window
  const box = (left: number, right: number, bottom: number, top: number) =>
    ctx.rect(plane.x(left), plane.y(top), plane.x(right) - plane.x(left), plane.y(bottom) - plane.y(top))
  ctx.beginPath()
  box(x0, x1, y0, y1)
  box(-FAR, FAR, -FAR, FAR)
  paintHatch(ctx, palette)
}

export function Samples(scene: Scene) {
  const { params, palette, words, frame } = scene
  if (frame.places === null) return null
  const looks = looksOf(scene)
  return (
    <>
      <Box scene={scene} />
      <ExactPath scene={scene} />
      {looks.map((look) => (
        <Path key={look.solver} scene={scene} look={look} />
      ))}
      <Circle at={CENTRE} radius={RINGS * params.width} stroke={palette.ink} width={1.25} dash="4 3" param="width" />
      <Label at={[CENTRE[0], CENTRE[1] + RINGS * params.width]} dy={-6} anchor="middle" small param="width">
        {words.class}
      </Label>
      <Ends scene={scene} looks={looks} />
      <Lens scene={scene} />
    </>
  )
}

function Box({ scene: { palette, words } }: { scene: Scene }) {
  const corners: Point[] = [
    [-FAR, -FAR],
    [FAR, -FAR],
    [FAR, FAR],
    [-FAR, FAR],
  ]
  return (
    <>
      <Region rings={[corners]} stroke={palette.soft} width={1.25} />
      {[1, 2].map((radius) => (
        <Circle key={radius} at={[0, 0]} radius={radius} stroke={palette.line} width={1} />
      ))}
      <Label at={[-FAR, FAR]} dx={6} dy={15} small italic color={palette.soft}>
        {words.box}
      </Label>
    </>
  )
}

/** The path of the picked sample with one solver: the past, and the future pale. */
function Path({ scene, look }: { scene: Scene; look: Look }) {
  const { params, step, palette, frame } = scene
  const { path } = walkOf(params, look.solver)
  const sigmas = sigmasOf(params.steps)
  const places = Array.from(sigmas, (sigma, k) => toPaper(path[2 * k]!, path[2 * k + 1]!, sigma))
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
  const isLost = isOutside(path.subarray(2 * step, 2 * step + 2), 0, FAR * Math.sqrt(1 + frame.sigma ** 2))
  return (
    <g data-param="particle">
      <Curve xs={xs} ys={ys} from={step} color={look.color} width={1.25} opacity={0.3} dash={look.dash} />
      <Curve xs={xs} ys={ys} to={step} color={look.color} width={1.75} dash={look.dash} />
      <Dot at={places[step]!} color={isLost ? artifactColour(palette) : look.color} r={5} square={look.solver === 'ab'} />
    </g>
  )
}

function ExactPath({ scene: { params, palette } }: { scene: Scene }) {
  const path = exactPath(params, params.particle)
  const places = Array.from({ length: path.length / 3 }, (_, k) => toPaper(path[3 * k + 1]!, path[3 * k + 2]!, path[3 * k]!))
  return <Curve xs={places.map(([x]) => x)} ys={places.map(([, y]) => y)} color={palette.ink} width={1.25} opacity={0.8} />
}

/** Names at the ends of the paths; the arrow of the picked artifact to its exact end. */
function Ends({ scene, looks }: { scene: Scene; looks: readonly Look[] }) {
  const { params, palette, words, step, steps, frame } = scene
  const ends = exactEndsOf(scene)
  const truth = ends && toPaper(ends[2 * params.particle]!, ends[2 * params.particle + 1]!, 0)
  const at = (look: Look) => {
    const { path } = walkOf(params, look.solver)
    return toPaper(path[2 * step]!, path[2 * step + 1]!, frame.sigma)
  }
  const isLost = (look: Look) =>
    isOutside(walkOf(params, look.solver).path.subarray(2 * step, 2 * step + 2), 0, FAR * Math.sqrt(1 + frame.sigma ** 2))
  return (
    <>
      {truth &&
        step === steps &&
        looks
          .filter(isLost)
          .map((look) => (
            <Segment key={look.solver} from={at(look)} to={truth} color={artifactColour(palette)} width={2} arrow />
          ))}
      {truth && <Dot at={truth} color={palette.ink} r={3} />}
      <SpreadLabels
        labels={[
          ...looks.map((look) => ({ at: at(look), text: look.name, color: look.color })),
          ...(truth ? [{ at: truth, text: words.truth, color: palette.ink, quiet: true }] : []),
        ]}
      />
    </>
  )
}

/** The caption of the lens, which is painted. */
function Lens({ scene }: { scene: Scene }) {
  const { plane, palette } = usePlot()
  const { words, format, step, steps } = scene
  if (exactEndsOf(scene) === null || step < steps) return null
  const { centre, radius } = lensOf(scene, plane)
  return (
    <Label at={plane.at(centre[0], centre[1] + radius)} dy={14} anchor="middle" small color={palette.soft}>
      {words.lens}
      {format(LENS, 2)} {words.std}
    </Label>
  )
}

const REACH = 0.3 // of the picture: a press farther from every sample picks none

/** The sample nearest to a press, among those of the solvers that are drawn. */
export function nearest([x, y]: Point, { frame, params }: Scene): { particle: number } | null {
  if (frame.places === null) return null
  let [best, least] = [-1, REACH]
  for (const solver of solversOf(params)) {
    const places = frame.places[solver]
    if (!places) continue
    for (let particle = 0; particle < COUNT; particle++) {
      const [u, v] = toPaper(places[2 * particle]!, places[2 * particle + 1]!, frame.sigma)
      const distance = Math.hypot(u - x, v - y)
      if (distance < least) [best, least] = [particle, distance]
    }
  }
  return best < 0 ? null : { particle: best }
}
