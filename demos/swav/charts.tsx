// Loss and usage against steps, with and without sharing out: the run that collapses has the lower loss and uses fewer prototypes.
import type { Window } from '@/contract'
import { Segment } from '@/views'
import { Chart } from '@/views/chart'
import { codesName, oursColour, rivalColour, type Scene } from './looks'
import { codesOf, rivalCodesOf } from './workspace'

const LOW = -6.2 // log₁₀ of the least loss that is drawn

export const usageWindow = ({ steps }: Scene): Window => [
  [0, steps],
  [-0.04, 1.08],
]
export const lossWindow = ({ steps }: Scene): Window => [
  [0, steps],
  [LOW, 0.9],
]
const logs = (values: Float64Array) => values.map((v) => (v > 0 ? Math.max(Math.log10(v), LOW + 0.05) : Number.NaN))

function Pair({ scene, ours, rival }: { scene: Scene; ours: Float64Array; rival: Float64Array }) {
  const { params, palette, step, last } = scene
  const sides = [
    ...(params.rival
      ? [{ name: codesName(scene, rivalCodesOf(params)), color: rivalColour(palette, params), ys: rival, dash: '7 3' }]
      : []),
    { name: codesName(scene, codesOf(params)), color: oursColour(palette, params), ys: ours },
  ]
  const names = sides.map(({ name, color, ys }) => ({ at: [last, smooth(ys, last)] as const, text: name, color }))
  return <Chart lines={sides} step={step} last={last} labels={names} />
}

/** Mean of the last twenty, for the place of the name. */
function smooth(ys: Float64Array, last: number): number {
  const tail = Array.from(ys.subarray(Math.max(0, last - 19), last + 1)).filter(Number.isFinite)
  return tail.length > 0 ? tail.reduce((sum, y) => sum + y, 0) / tail.length : Number.NaN
}

export function Usage(scene: Scene) {
  const { series, palette, steps } = scene
  if (!scene.frame.training) return null
  return (
    <>
      <Segment from={[0, 1]} to={[steps, 1]} color={palette.line} />
      <Pair scene={scene} ours={series.entropy} rival={series.rivalEntropy} />
    </>
  )
}
export function Loss(scene: Scene) {
  const { series } = scene
  if (!scene.frame.training) return null
  return <Pair scene={scene} ours={logs(series.loss)} rival={logs(series.rivalLoss)} />
}
