// The test equation step by step, and the orders of convergence.
import { type Point, partOf, type Window } from '@/contract'
import { Curve, Dots, Rule, Segment, SpreadLabels } from '@/views'
import { type Look, looksOf, type Scene } from './looks'
import { TEST_STEPS } from './model'
import { errorsOf, measuredOrder, ORDER_STEPS } from './orders'
import { rulesOf, SOLVERS } from './params'
import { growthAt, regionOf } from './regions'

// --- the test equation ---------------------------------------------------------------------------------------------------

const TALLEST = 2 // of Re x
const DECADES = 4
const BEYOND = 100 // a line ends here: its growth is clear by then

export const stripWindow = ({ params }: Scene): Window =>
  params.strip === 'log'
    ? [
        [0, TEST_STEPS],
        [-DECADES, DECADES],
      ]
    : [
        [0, TEST_STEPS],
        [-TALLEST, TALLEST],
      ]

export function Strip(scene: Scene) {
  const { params, step, last, palette } = scene
  const isLog = params.strip === 'log'
  const looks = looksOf(scene)
  const [, [low, high]] = stripWindow(scene)
  const lines = looks.map((look) => {
    const ys = isLog ? sizes(scene, look) : partOf(scene.series.reals, SOLVERS.indexOf(look.solver), SOLVERS.length)
    return { look, ys, until: Math.min(last, firstBeyond(ys, last, -BEYOND, BEYOND)) }
  })
  return (
    <>
      <Segment from={[0, 0]} to={[TEST_STEPS, 0]} color={palette.line} width={1} />
      <Rule x={step} />
      {lines.map(({ look: { solver, color, dash, held }, ys, until }) => (
        <g key={solver}>
          <Curve ys={ys} from={step} to={until} color={color} opacity={0.3} dash={dash} />
          <Curve ys={ys} to={Math.min(step, until)} color={color} dash={dash} width={held ? 2 : 1.5} />
          {held && !isLog && <Dots xs={STEPS} ys={ys} to={step} color={color} r={2} />}
        </g>
      ))}
      {isLog && lines.map(({ look, ys }) => <Slope key={look.solver} scene={scene} look={look} ys={ys} />)}
      <SpreadLabels
        anchor="end"
        labels={lines.map(({ look, ys }) => {
          const end = firstBeyond(ys, last, low, high)
          const y = Math.min(Math.max(ys[end] ?? 0, low), high)
          return { at: [Math.max(end, 0.3 * TEST_STEPS), y] as Point, text: verdict(scene, look), color: look.color }
        })}
      />
    </>
  )
}

const STEPS = Float64Array.from({ length: TEST_STEPS + 1 }, (_, k) => k)
const sizes = ({ series, last }: Scene, { solver }: Look) => series[`${solver}Size`].subarray(0, last + 1).map(Math.log10)

/** The step at which a line leaves the window, or the last one. */
function firstBeyond(ys: Float64Array, last: number, low: number, high: number): number {
  for (let k = 0; k <= last; k++) if (!(ys[k]! >= low && ys[k]! <= high)) return k
  return last
}

const growth = ({ params }: Scene, { solver }: Look) => growthAt(regionOf(rulesOf(params)[solver]).pencil, ...params.z)
const verdict = (scene: Scene, look: Look) => `${look.name}: × ${scene.format(growth(scene, look), 3)}`

/** The slope of the largest root, through the end of the run. */
function Slope({ scene, look, ys }: { scene: Scene; look: Look; ys: Float64Array }) {
  const slope = Math.log10(growth(scene, look))
  const end = ys[scene.last] ?? Number.NaN
  if (!Number.isFinite(slope) || !Number.isFinite(end)) return null
  return (
    <Segment
      from={[0, end - scene.last * slope]}
      to={[TEST_STEPS, end + (TEST_STEPS - scene.last) * slope]}
      color={look.color}
      dash="2 4"
      width={1.5}
    />
  )
}

// --- orders ----------------------------------------------------------------------------------------------------------------

export const ORDERS_WINDOW: Window = [
  [1, 3.4], // space for names
  [-11, 0],
]
const LOG_STEPS = ORDER_STEPS.map(Math.log10)

export function Orders(scene: Scene) {
  const { params, format } = scene
  const lines = looksOf(scene).map((look) => {
    const rule = rulesOf(params)[look.solver]
    return { look, order: measuredOrder(rule), ys: errorsOf(rule).map((error) => Math.log10(Math.max(error, 1e-17))) }
  })
  return (
    <>
      {lines.map(({ look: { solver, color, dash, held }, ys }) => (
        <g key={solver}>
          <Curve xs={LOG_STEPS} ys={ys} color={color} dash={dash} width={held ? 2 : 1.5} />
          <Dots xs={LOG_STEPS} ys={ys} color={color} r={3} square={solver === 'ab'} />
        </g>
      ))}
      <SpreadLabels
        labels={lines.map(({ look: { name, color }, order, ys }) => ({
          at: [LOG_STEPS[LOG_STEPS.length - 1]!, ys[ys.length - 1]!] as Point,
          text: `${name}: ${format(order, 3)}`,
          color,
        }))}
      />
    </>
  )
}
