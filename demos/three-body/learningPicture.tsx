// The unsmoothed learning curve: every episode's return, the validations in between, and which weights are kept.
import type { Point, Window } from '@/contract'
import { TRAINING_ROUNDS } from '@/domains/dynamics/stepPolicy'
import { Curve, Dot, Dots, Label, Segment, SpreadLabels, usePlot } from '@/views'
import type { Scene } from './looks'
import type { Params } from './params'

const LOW = -620
/** No episode earns more than the largest μ in each of its hundred rounds. */
const highOf = (p: Params): number => Math.max(320, 1.04 * TRAINING_ROUNDS * p.weight2)
export const learningWindow = ({ params }: Scene): Window => [
  [0, params.episodes],
  [LOW, highOf(params)],
]

export function Learning(scene: Scene) {
  const { params, palette, words, maps, format } = scene
  const found = maps.training?.result
  if (!found) {
    return (
      <Label at={[params.episodes / 2, 0]} dy={-8} anchor="middle" italic>
        {words.computing}
      </Label>
    )
  }
  const { returns, validation, constant, bestEpisode } = found
  const episodes = returns.map((_, k) => k + 1)
  const seen = returns.map((r) => (r >= LOW ? r : Number.NaN))
  const below = episodes.filter((k) => returns[k - 1]! < LOW)
  const worst = Math.min(...returns)
  const best = validation.find((one) => one.episode === bestEpisode)
  const bestAt: Point | null = best ? [bestEpisode, Math.max(best.mean, LOW + 20)] : null
  const end = params.episodes
  return (
    <>
      <Segment from={[0, 0]} to={[end, 0]} color={palette.line} width={1} />
      <Segment from={[0, constant.mean]} to={[end, constant.mean]} color={palette.base} dash="6 4" width={1.5} />
      <Dots xs={episodes} ys={seen} color={palette.soft} r={1.9} opacity={0.75} />
      <Fallen xs={below} />
      <Curve
        xs={validation.map((one) => one.episode)}
        ys={validation.map((one) => Math.max(one.mean, LOW))}
        color={palette.method}
        width={2}
      />
      {bestAt && <Dot at={bestAt} color={palette.method} r={5.5} ring />}
      <SpreadLabels
        anchor="end"
        labels={[
          { at: [end, constant.mean], text: `${words.bestConstant} ${format(constant.mean, 3)}`, color: palette.base },
          ...(bestAt && best ? [{ at: bestAt, text: `${words.kept} ${format(best.mean, 3)}`, color: palette.method }] : []),
        ]}
      />
      {returns.length > 0 && (
        <Label at={[0, highOf(params)]} dx={8} dy={16} small color={palette.soft}>
          {words.episodes}
          <tspan fill={palette.method} fontWeight={650} dx={10}>
            {words.validation}
          </tspan>
        </Label>
      )}
      {below.length > 0 && (
        <Label at={[0, LOW]} dx={8} dy={-14} small color={palette.soft}>
          {`${format(below.length, 3)} ${words.below} ${format(worst, 3)}`}
        </Label>
      )}
    </>
  )
}

/** Episodes whose return is below the picture: marks on its lower edge. */
function Fallen({ xs }: { xs: readonly number[] }) {
  const { plane, palette } = usePlot()
  const bottom = plane.y(LOW)
  const data = xs.map((x) => `M${plane.x(x) - 3} ${bottom - 7}h6l-3 6z`).join('')
  return <path d={data} fill={palette.soft} />
}
