// The valley from above: contour lines and the paths of the methods.
import type { PlotView, Point, SceneOf, Window } from '@/contract'
import { Curve, Dot, Dots, paintValley, Segment, SpreadLabels } from '@/views'
import type demo from './demo'
import { isStraight, objectiveOf } from './params'

type Scene = SceneOf<typeof demo>

/** The methods in the order they are drawn: the ball on top. */
const METHODS = [
  { method: 'descent', color: 'base', x: 'descentX', y: 'descentY', square: false, dash: undefined },
  { method: 'nesterov', color: 'base2', x: 'nesterovX', y: 'nesterovY', square: true, dash: '7 3' },
  { method: 'ball', color: 'method', x: 'ballX', y: 'ballY', square: false, dash: undefined },
] as const

const WINDOWS: Readonly<Record<Scene['params']['objective'], Window>> = {
  quadratic: [
    [-2.3, 2.3],
    [-1.92, 1.92],
  ],
  rosenbrock: [
    [-2, 2],
    [-1.2, 2.2],
  ],
  piecewise: [
    [-4, 4],
    [-3.3, 3.3],
  ],
  own: [
    [-3, 3],
    [-2.5, 2.5],
  ],
}
/** Power of the height by which bands follow each other: small for functions whose walls would hide the floor. */
const POWERS = { quadratic: 0.5, rosenbrock: 0.22, piecewise: 0.5, own: 0.4 } as const

function Valley(scene: Scene) {
  const { params, palette, series, frame, step, last, words } = scene
  const turn = (params.phi * Math.PI) / 180
  const axis = (angle: number): Point => [9 * Math.cos(angle), 9 * Math.sin(angle)]
  const minus = ([x, y]: Point): Point => [-x, -y]
  const bottom = objectiveOf(params).minimum
  const methods = METHODS.filter(({ method }) => params[method])
  return (
    <>
      {isStraight(params) &&
        [turn, turn + Math.PI / 2].map((angle) => (
          <Segment
            key={angle}
            from={minus(axis(angle))}
            to={axis(angle)}
            color={palette.ink}
            width={0.75}
            opacity={0.16}
            dash="2 4"
            param="phi"
          />
        ))}
      {bottom && <Dot at={bottom} color={palette.ink} r={2.5} />}
      {methods.map(({ method, color, x, y, square, dash }) => {
        const mark = frame.marks[method]
        const end = mark.lost === null ? step : Math.min(step, mark.lost - 1)
        return (
          <g key={method}>
            <Curve
              xs={series[x]}
              ys={series[y]}
              from={end}
              to={last}
              color={palette[color]}
              width={1.25}
              opacity={0.28}
              dash={dash}
            />
            <Curve xs={series[x]} ys={series[y]} to={end} color={palette[color]} width={1.5} dash={dash} />
            <Dots xs={series[x]} ys={series[y]} to={end} color={palette[color]} r={2.2} square={square} />
          </g>
        )
      })}
      {methods.map(({ method, color, square }) => (
        <Dot key={method} at={frame.marks[method].at} color={palette[color]} r={method === 'ball' ? 7 : 5.5} square={square} />
      ))}
      <SpreadLabels
        labels={methods.map(({ method, color }) => {
          const { at, lost } = frame.marks[method]
          return {
            at,
            color: palette[color],
            text: lost === null ? words[method] : `${words[method]} ${words.fliesOffAt} ${lost}`,
          }
        })}
      />
    </>
  )
}

export const valley: PlotView<Scene> = {
  kind: 'plot',
  window: ({ params }) => WINDOWS[params.objective],
  equal: true,
  backdrop: {
    key: ({ params: { objective, formula, kappa, phi } }) => [objective, formula, kappa, phi],
    paint: (ctx, { params, palette }, plane) =>
      paintValley(ctx, plane, palette, objectiveOf(params).value, POWERS[params.objective]),
  },
  draw: Valley,
}
