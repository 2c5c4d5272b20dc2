// The slice at the time of the point: four lanes with one curve each, and the point on all of them; on the page of networks what one of them learned.
import type { PlotView } from '@/contract'
import { fromData, TARGETS, type Target } from '@/domains/diffusion/affine'
import { Curve, Dot, Label, Segment } from '@/views'
import { laneAt, laneMiddle, reachOf, type Slice, sliceOf } from '../lanes'
import { type Scene, TARGET_LOOKS } from '../looks'
import { factsOf, scheduleOf } from '../problem'
import { learnedModel } from '../training'

/** What the network of the chosen target says, in all four units; undefined until it has learned. */
function learnedCurves({ params, maps }: Scene, { xs }: Slice): Record<Target, Float64Array> | undefined {
  const one = params.tab === 'train' ? maps.training?.result.find(({ target }) => target === params.target) : undefined
  if (one === undefined) return undefined
  const level = scheduleOf(params)(params.time)
  const x0 = new Float64Array(xs.length)
  learnedModel(one)(level, xs, x0)
  const rows = Array.from(xs, (x, k) => fromData(level, x, x0[k]!))
  const curve = (target: Target) => Float64Array.from(rows, (row) => row[target])
  return { x0, noise: curve('noise'), score: curve('score'), velocity: curve('velocity') }
}

const [BESIDE, HIGH] = [0.4, 0.2] // of a lane: a name takes this share of its width and stands above this height

/** Whether a curve runs high at the left, where its name would stand, and not low. */
function isHighAtLeft(xs: ArrayLike<number>, ys: readonly number[], middle: number): boolean {
  const beside = ys.slice(0, Math.round(BESIDE * xs.length)).map((y) => y - middle)
  return Math.max(...beside) > HIGH && Math.min(...beside) > -HIGH
}

function Slices(scene: Scene) {
  const { params, palette, words, format } = scene
  const slice = sliceOf(params)
  const facts = factsOf(params)!
  const learned = learnedCurves(scene, slice)
  const reach = reachOf(params)
  return (
    <>
      <Segment from={[params.x, 0]} to={[params.x, TARGETS.length]} color={palette.faint} width={1} />
      {TARGETS.map((target) => {
        const isRead = target === params.target
        const color = TARGET_LOOKS[target].color(palette)
        const at = (values: ArrayLike<number>) => Array.from(values, (value) => laneAt(slice, target, value))
        const curve = at(slice.curves[target])
        const isBelow = isHighAtLeft(slice.xs, curve, laneMiddle(target))
        return (
          <g key={target}>
            <Segment from={[-reach, laneMiddle(target)]} to={[reach, laneMiddle(target)]} color={palette.line} width={1} />
            <Segment
              from={[-reach, laneMiddle(target) - 0.5]}
              to={[reach, laneMiddle(target) - 0.5]}
              color={palette.line}
              width={2}
            />
            <Curve xs={slice.xs} ys={curve} color={color} width={isRead ? 2.75 : 1.5} opacity={learned ? 0.55 : 1} />
            {learned && <Curve xs={slice.xs} ys={at(learned[target])} color={palette.ink} width={1.5} dash="4 3" />}
            <Dot at={[params.x, laneAt(slice, target, facts[target])]} color={color} r={isRead ? 5 : 3.5} />
            <Label
              at={[-reach, laneMiddle(target) + (isBelow ? -0.5 : 0.5)]}
              dx={5}
              dy={isBelow ? -6 : 13}
              small
              bold={isRead}
              color={color}
            >
              {`${words[target]} = ${format(facts[target], 3)}`}
            </Label>
            <Label at={[reach, laneMiddle(target) + 0.5]} dx={-4} dy={13} anchor="end" small color={palette.soft}>
              {`±${format(slice.full[target], 2)}`}
            </Label>
          </g>
        )
      })}
      {params.tab === 'train' && (
        <Label at={[reach, 0]} dx={-4} dy={-5} anchor="end" small color={palette.ink}>
          {learned ? `${words.learned} ${words[params.target]}` : words.learning}
        </Label>
      )}
    </>
  )
}

export const slice: PlotView<Scene> = {
  kind: 'plot',
  map: 'training',
  when: ({ params }) => params.tab !== 'plane',
  window: ({ params }) => [
    [-reachOf(params), reachOf(params)],
    [0, TARGETS.length],
  ],
  x: ({ words, params }) => ({
    title: words.axisX,
    ticks: params.schedule === 've' ? [-6, -3, 0, 3, 6] : [-3, -2, -1, 0, 1, 2, 3],
  }),
  y: { ticks: [] },
  draw: (scene) => (scene.params.tab !== 'plane' ? <Slices {...scene} /> : null),
}
