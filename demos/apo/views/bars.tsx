// Bars: what the policies choose, and what the answers are worth beside what was learned about it.
import type { PlotView, Point } from '@/contract'
import { Dots } from '@/views'
import { Bars, GroupNames, SeriesNames } from '@/views/bars'
import { lookOf, METHODS, nameOf, type Scene } from '../looks'
import { isSampled, namesOf, type Params, referenceOf, rewardOf } from '../params'

const ABOVE = 0.14 // of the height, for the names of the bars

function Policies(scene: Scene) {
  const { params, frame, palette, words } = scene
  const reference = {
    name: words.reference,
    values: referenceOf(params),
    color: palette.ink,
    outline: true,
    param: referenceKey(params),
  }
  const methods = METHODS.map((who) => ({ name: nameOf(scene, who), values: frame[who].policy, color: lookOf(scene, who).color }))
  return (
    <>
      <Bars series={[reference, ...methods]} />
      <GroupNames names={namesOf(params)} />
      <SeriesNames
        words={[{ text: words.reference, color: palette.ink }, ...methods.map(({ name, color }) => ({ text: name, color }))]}
      />
    </>
  )
}
const referenceKey = (p: Params) => (referenceOf(p).length === 3 ? 'ref3' : 'ref5')

const NAMES = 0.1 // of the height, below the bars

export const policies: PlotView<Scene> = {
  kind: 'plot',
  window({ params, frame }) {
    const most = Math.max(...referenceOf(params), ...frame.dpo.policy, ...frame.apo.policy)
    const top = most > 0.5 ? 1 : 0.5 // only two scales, so that it seldom changes during a drag
    return [
      [-0.6, referenceOf(params).length - 0.4],
      [-NAMES * top, (1 + ABOVE) * top],
    ]
  },
  y: { ticks: 4, grid: true },
  draw: (scene) => <Policies {...scene} />,
}

/** The reward that a policy used: only differences matter, so it is moved to the mean of the true one. */
function learnedAt(learned: Float64Array, reward: readonly number[]): Float64Array {
  const mean = (values: ArrayLike<number> & Iterable<number>) => [...values].reduce((sum, v) => sum + v, 0) / values.length
  const shift = mean(reward) - mean(learned)
  return learned.map((v) => v + shift)
}

/** Both learned rewards, if comparisons were drawn. */
function learnedOf({ params, frame, step }: Scene) {
  const reward = rewardOf(params)
  return reward && step > 0 && isSampled(params)
    ? METHODS.map((who) => ({ who, values: learnedAt(frame[who].learned, reward) }))
    : []
}

function Rewards(scene: Scene) {
  const { params, palette, words } = scene
  const reward = rewardOf(params) ?? []
  const learned = learnedOf(scene)
  const key = params.mode === 'dpo' && reward.length === 5 ? 'r5' : 'r3'
  return (
    <>
      <Bars series={[{ name: words.worth, values: reward, color: palette.ink, outline: true, param: key }]} width={0.64} />
      {learned.map(({ who, values }) => (
        <Dots
          key={who}
          xs={Float64Array.from(values, (_, y) => y + (who === 'apo' ? 0.14 : -0.14))}
          ys={values}
          r={4}
          {...lookOf(scene, who)}
        />
      ))}
      <GroupNames names={namesOf(params)} />
      <SeriesNames
        words={[
          { text: words.worth, color: palette.ink },
          ...learned.map(({ who }) => ({
            text: who === 'apo' ? words.learnedApo : words.learnedDpo,
            color: lookOf(scene, who).color,
          })),
        ]}
      />
    </>
  )
}

/** The range of the bars, or more if something beyond it was learned. */
function rewardRange(scene: Scene): Point {
  const values = learnedOf(scene).flatMap(({ values }) => [...values])
  const [low, high] = [Math.floor(Math.min(-1, ...values)), Math.ceil(Math.max(2, ...values))]
  const height = high - low
  return [low - NAMES * height, high + 0.12 * height]
}

export const rewards: PlotView<Scene> = {
  kind: 'plot',
  window: (scene) => [[-0.6, (rewardOf(scene.params)?.length ?? 3) - 0.4], rewardRange(scene)],
  y: ({ words }) => ({ title: words.axisReward, ticks: 4, grid: true }),
  when: ({ params }) => rewardOf(params) !== null,
  draw: (scene) => <Rewards {...scene} />,
}
