// Weights as balls in a bowl: the decay pulls each to the middle, the steps kick it around. Above, the distribution of all weights.
import type { PlotView, Point } from '@/contract'
import { Curve, Dots, Label, Region, Segment } from '@/views'
import type { Scene } from '../looks'
import { BINS, reachOf } from '../model'
import { restAt, settingsOf, widthOf } from '../params'

const FLOOR = 1.25 // of the picture: the bowl below, the spread above
const across = Array.from({ length: 61 }, (_, k) => k / 30 - 1)
const bowlAt = (x: number) => x * x

const RIM = 0.97
const KICK = 0.22 // of half the picture: the drawn length of a kick of size η

function Bowl(scene: Scene) {
  const { frame, params, palette, words } = scene
  if (!frame.bowl) return null
  const { shares, balls, kicks, pulls } = frame.bowl
  const reach = reachOf(params)
  const enlarge = KICK / settingsOf(params).matrix.rate
  const rest = restAt(params, widthOf(params)) / reach
  // weights beyond the range are at the rim
  const places = Array.from(balls, (w): Point => {
    const x = Math.max(-RIM, Math.min(RIM, w / reach))
    return [x, bowlAt(x)]
  })
  const end = ([x, y]: Point, by: number, up: number): [Point, Point] => {
    const from: Point = [x, y + up]
    return [from, [Math.max(-1, Math.min(1, x + by * enlarge)), y + up]]
  }
  const highest = Math.max(...shares) || 1 // all may be beyond the range
  const scale = 0.9 / Math.max(highest, Number.isFinite(rest) ? (2 / BINS / rest) * 0.4 : 0)
  const normal = (x: number) => ((2 / BINS / rest) * Math.exp(-((x / rest) ** 2) / 2)) / Math.sqrt(2 * Math.PI)
  const fine = Array.from({ length: 121 }, (_, k) => k / 60 - 1)
  const outline: Point[] = [[-1, FLOOR]]
  for (let k = 0; k < BINS; k++) {
    const height = FLOOR + scale * shares[k]!
    outline.push([(2 * k) / BINS - 1, height], [(2 * (k + 1)) / BINS - 1, height])
  }
  outline.push([1, FLOOR])
  return (
    <>
      <Segment from={[-1, FLOOR]} to={[1, FLOOR]} color={palette.grid} width={1} />
      <Region rings={[outline]} fill={palette.method} opacity={0.35} stroke={palette.method} />
      {Number.isFinite(rest) && (
        <Curve xs={fine} ys={fine.map((x) => FLOOR + scale * normal(x))} color={palette.ink} dash="6 4" width={1.5} />
      )}
      <Curve xs={across} ys={across.map(bowlAt)} color={palette.soft} width={2} />
      {places.map((place, k) => {
        const [kickFrom, kickTo] = end(place, kicks[k]!, 0.13)
        const [pullFrom, pullTo] = end(place, pulls[k]!, 0.05)
        return (
          <g key={k}>
            <Segment from={kickFrom} to={kickTo} color={palette.base} width={1.75} arrow />
            <Segment from={pullFrom} to={pullTo} color={palette.method} width={2.25} arrow />
          </g>
        )
      })}
      <Dots xs={places.map(([x]) => x)} ys={places.map(([, y]) => y)} color={palette.ink} r={4} />
      <Label at={[-0.98, 0.1]} bold small color={palette.base}>
        {words.kick}
      </Label>
      <Label at={[-0.98, 0.1]} dy={16} bold small color={palette.method}>
        {words.pull}
      </Label>
      <Label at={[-0.98, FLOOR + 0.8]} small bold color={palette.method}>
        {words.allWeights}
      </Label>
      {Number.isFinite(rest) && (
        <Label at={[0.98, FLOOR + 0.8]} anchor="end" small color={palette.ink}>
          {words.predicted}
        </Label>
      )}
    </>
  )
}

export const bowl: PlotView<Scene> = {
  kind: 'plot',
  window: [
    [-1, 1],
    [-0.12, FLOOR + 1],
  ],
  draw: (scene) => <Bowl {...scene} />,
}
