// Three answers: policies as places of a triangle, the path of the exact reward in grey, and the push at the end of the last move.
import type { PlotView, Point } from '@/contract'
import { Curve, Dot, Dots, Label, Segment } from '@/views'
import { SIMPLEX_WINDOW, Simplex } from '@/views/simplex'
import { lookOf, METHODS, nameOf, roadOf, type Scene } from '../looks'
import type { Method } from '../model'
import { isSampled, isThree, namesOf, rewardOf } from '../params'

const NUMBERED = [1, 2, 3, 5, 10, 20, 40] // rounds with a number, unless it is too near to the last one
const APART = 0.07

/** Rounds of a path that are numbered. None in circles, where they would meet. */
function numberedOf({ params, series, step, last }: Scene, who: Method): number[] {
  if (params.mode !== 'dpo') return []
  let [x, y] = [series[`${who}X`][0]!, series[`${who}Y`][0]!]
  return NUMBERED.filter((round) => {
    if (round > Math.min(step, last)) return false
    const [nextX, nextY] = [series[`${who}X`][round]!, series[`${who}Y`][round]!]
    if (Math.hypot(nextX - x, nextY - y) < APART) return false
    ;[x, y] = [nextX, nextY]
    return true
  })
}

function Path({ scene, who }: { scene: Scene; who: Method }) {
  const { series, step, last, params } = scene
  const [xs, ys] = [series[`${who}X`], series[`${who}Y`]]
  const { color, square, dash } = lookOf(scene, who)
  const isRoad = params.mode === 'dpo' && !isSampled(params) // both lie on it
  const size = { r: last > 60 ? 1.5 : square ? 3.4 : 2.6, square }
  return (
    <>
      {!isRoad && (
        <>
          <Curve xs={xs} ys={ys} from={step} to={last} color={color} opacity={0.3} dash={dash} width={1.25} />
          <Curve xs={xs} ys={ys} to={step} color={color} dash={dash} width={1.25} />
        </>
      )}
      <Dots xs={xs} ys={ys} from={step + 1} to={last} color={color} opacity={0.3} {...size} />
      <Dots xs={xs} ys={ys} to={step} color={color} {...size} />
    </>
  )
}

function Triangle(scene: Scene) {
  const { params, series, step, palette, words } = scene
  const reward = rewardOf(params)
  const road = params.mode === 'dpo' ? roadOf(params) : null
  const at = (who: Method, k = step): Point => [series[`${who}X`][k]!, series[`${who}Y`][k]!]
  const pushed: Point = [series.pushedX[step]!, series.pushedY[step]!]
  return (
    <>
      <Simplex names={namesOf(params)} weights={reward as readonly [number, number, number] | null} />
      {road && <Curve xs={road.xs} ys={road.ys} color={palette.faint} width={2} />}
      {METHODS.map((who) => (
        <Path key={who} scene={scene} who={who} />
      ))}
      {params.alpha > 0 && step > 0 && (
        <>
          <Segment from={at('apo')} to={pushed} color={palette.method} width={2} arrow param="alpha" />
          <Dot at={pushed} color={palette.paper} r={4} param="alpha" />
        </>
      )}
      {METHODS.map((who) => (
        <Dot key={who} at={at(who)} {...lookOf(scene, who)} r={who === 'dpo' ? 5.5 : 5} ring={who === 'apo'} />
      ))}
      {METHODS.map((who) => (
        <Label
          key={who}
          at={at(who)}
          color={lookOf(scene, who).color}
          anchor={who === 'apo' ? 'end' : 'start'}
          dx={who === 'apo' ? -13 : 13}
          dy={who === 'apo' ? -7 : 16}
          bold
        >
          {nameOf(scene, who)}
        </Label>
      ))}
      {METHODS.flatMap((who) =>
        numberedOf(scene, who).map((round) => (
          <Label
            key={`${who}${round}`}
            at={at(who, round)}
            color={lookOf(scene, who).color}
            anchor={who === 'apo' ? 'end' : 'start'}
            dx={who === 'apo' ? -7 : 7}
            dy={who === 'apo' ? -4 : 13}
            small
          >
            {round}
          </Label>
        )),
      )}
      {reward === null && (
        <>
          <Dot at={[0.5, Math.sqrt(3) / 6]} color={palette.ink} r={3.5} />
          <Label at={[0.5, Math.sqrt(3) / 6]} dx={8} dy={-6} color={palette.soft} small italic>
            {words.balance}
          </Label>
        </>
      )}
    </>
  )
}

export const triangle: PlotView<Scene> = {
  kind: 'plot',
  window: SIMPLEX_WINDOW,
  equal: true,
  when: ({ params }) => isThree(params),
  draw: (scene) => <Triangle {...scene} />,
}
