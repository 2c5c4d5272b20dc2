// Where a stack settles: γσ to the right, momentum upwards. Each expert is two dots, one for each of its curvatures; SMoE's are on the lower edge.
import type { PlotView, Point, Window } from '@/contract'
import { fence, rate } from '@/domains/optim/heavyBallTheory'
import { Curve, Dot, Label, paintBelow, Region, usePlot } from '@/views'
import { LOOKS, type Scene } from './looks'
import { eigenvaluesOf } from './params'
import { MOST_REACH } from './places'
import { reachOf, steepest } from './readouts'

const WINDOW: Window = [
  [0, MOST_REACH],
  [-0.06, 1],
]
const LEVELS = [1, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5]
const EDGE: readonly Point[] = [
  [fence(0), 0],
  [fence(1), 1],
]
const GRAIN = 4 // px a sample

/** γσ of all experts, each value once, with the numbers of its experts. */
function reaches({ params }: Scene): { at: number; experts: number[] }[] {
  const found: { at: number; experts: number[] }[] = []
  for (const [i, values] of eigenvaluesOf(params).entries())
    for (const value of values) {
      const at = params.gamma * value
      const same = found.find((one) => Math.abs(one.at - at) < 0.01)
      if (same === undefined) found.push({ at, experts: [i + 1] })
      else if (!same.experts.includes(i + 1)) same.experts.push(i + 1)
    }
  return found
}

function Triangle(scene: Scene) {
  const { params: p, palette, words, format } = scene
  const { plane } = usePlot()
  const isWide = plane.width > 340
  const dots = reaches(scene)
  const [method, base] = [LOOKS.momentum.color(palette), LOOKS.smoe.color(palette)]
  const most = steepest(p)
  return (
    <>
      <Region rings={[[...EDGE, [2 * MOST_REACH, 1], [2 * MOST_REACH, 0]]]} hatch />
      <Curve xs={EDGE.map(([x]) => x)} ys={EDGE.map(([, y]) => y)} color={palette.ink} width={2} />
      <Label at={EDGE[1]!} dx={-8} dy={14} anchor="end" small bold>
        {words.limit}
      </Label>
      <Label at={[0.9, 0.5]} anchor="middle" italic>
        {words.settles}
      </Label>
      <Label at={[3.55, 0.3]} anchor="middle" italic>
        {words.fliesOff}
      </Label>
      {dots.map(({ at }) => (
        <g key={at}>
          <Dot at={[at, 0]} color={base} r={4} square />
          {p.mu > 0 && <Dot at={[at, p.mu]} color={method} r={4.5} />}
        </g>
      ))}
      {isWide &&
        dots.map(({ at, experts }) => (
          <Label key={at} at={[at, p.mu]} dy={-9} anchor="middle" small color={method}>
            {experts.join(', ')}
          </Label>
        ))}
      <Dot at={[reachOf(p), p.mu]} color={method} r={6} />
      {most > MOST_REACH && (
        <Label at={[MOST_REACH, p.mu]} dx={-4} dy={18} anchor="end" small bold color={method}>
          {`γσ = ${format(most, 3)} →`}
        </Label>
      )}
    </>
  )
}

export const triangle: PlotView<Scene> = {
  kind: 'plot',
  window: WINDOW,
  x: ({ words }) => ({ title: words.axisReach, ticks: [0, 1, 2, 3, 4] }),
  y: ({ words }) => ({ title: words.axisMomentum, ticks: [0, 0.25, 0.5, 0.75, 1] }),
  backdrop: {
    key: () => 0,
    paint: (ctx, { palette }, plane) => paintBelow(ctx, plane, palette, (a, beta) => rate(a, Math.max(0, beta)), LEVELS, GRAIN),
  },
  draw: (scene) => <Triangle {...scene} />,
}
