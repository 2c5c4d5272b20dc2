// The loss of two weights from above, the paths of the three optimizers, and MKOR's next gradient before and after preconditioning.
import type { PlotView, Point } from '@/contract'
import { Curve, Dot, Label, paintValley, Segment, SpreadLabels } from '@/views'
import { LOOKS, nameOf, type Scene } from './looks'
import { METHODS } from './params'
import { lossOf, problemOf } from './problem'

const REACH = 1.6
const LENGTH = 0.5 // of both arrows

function Valley(scene: Scene) {
  const { frame, palette, series, step, last, words } = scene
  if (!frame.plane) return null
  const { at, downhill, bent } = frame.plane
  const paths = {
    first: [series.firstX, series.firstY],
    kfac: [series.kfacX, series.kfacY],
    mkor: [series.mkorX, series.mkorY],
  } as const
  const arrow = ([x, y]: Point): Point => {
    const length = Math.hypot(x, y)
    return length > 1e-150 ? [at.mkor[0] + (LENGTH * x) / length, at.mkor[1] + (LENGTH * y) / length] : at.mkor
  }
  const [slope, better] = [arrow(downhill), arrow(bent)]
  const isMoving = frame.lost.mkor === null && Math.hypot(...at.mkor) > 0.03
  return (
    <>
      <Dot at={[0, 0]} color={palette.ink} r={2.5} />
      {METHODS.map((method) => {
        const { color, dash } = LOOKS[method]
        const [xs, ys] = paths[method]
        const end = Math.min(step, (frame.lost[method] ?? step + 1) - 1)
        const look = { xs, ys, color: color(palette), dash }
        return (
          <g key={method}>
            <Curve {...look} from={end} to={last} width={1.25} opacity={0.28} />
            <Curve {...look} to={end} width={1.75} />
          </g>
        )
      })}
      {isMoving && (
        <>
          <Segment from={at.mkor} to={slope} color={palette.ink} width={2} arrow />
          <Segment from={at.mkor} to={better} color={palette.method} width={2.5} arrow />
          <Label at={slope} dx={6} dy={-4} small color={palette.ink}>
            {words.gradient}
          </Label>
          <Label at={better} dx={6} dy={12} small bold color={palette.method}>
            {words.bent}
          </Label>
        </>
      )}
      {METHODS.map((method) => (
        <Dot key={method} at={at[method]} color={LOOKS[method].color(palette)} square={LOOKS[method].square} r={5} />
      ))}
      <SpreadLabels
        labels={METHODS.map((method) => {
          const lost = frame.lost[method]
          const name = nameOf(scene, method)
          return {
            at: at[method],
            color: LOOKS[method].color(palette),
            text: lost === null ? name : `${name} ${words.fliesOffAt} ${lost}`,
          }
        })}
      />
    </>
  )
}

export const valley: PlotView<Scene> = {
  kind: 'plot',
  equal: true,
  window: [
    [-REACH, REACH],
    [-REACH, REACH],
  ],
  backdrop: {
    key: ({ params: { widest, kappa, tab } }) => [widest, kappa, tab],
    paint: (ctx, { params, palette }, at) => {
      if (params.tab !== 'plane') return
      const problem = problemOf(params)
      const weights = new Float64Array(2)
      const f = (x: number, y: number) => {
        weights[0] = x
        weights[1] = y
        return lossOf(problem, weights)
      }
      paintValley(ctx, at, palette, f, 0.4)
    },
  },
  draw: (scene) => <Valley {...scene} />,
}
