// The steps of one sample in the plane of z: regions in the upper half; below, one row for each step, so that time runs down and the regions' left ends
// are fences.
import type { Point, Window } from '@/contract'
import { Curve, Dot, Dots, Label, Region, Segment, SpreadLabels, usePlot } from '@/views'
import { type Look, looksOf, type Scene, samplerStep } from './looks'
import { rulesOf } from './params'
import { Cross, pointsOf, SMALL, topOf } from './planePicture'
import { regionOf } from './regions'
import { walkOf } from './walk'

/** z = λδ shrinks with the step: the picture reaches as far as usual samples go. */
const reachOf = (steps: number) => Math.min(Math.max(24 / steps, 0.8), 4)

export function walkWindow({ params: { steps } }: Scene): Window {
  const reach = reachOf(steps)
  return [
    [-reach, 0.15 * reach],
    [-0.27 * reach, 0.31 * reach],
  ]
}

export function WalkPicture(scene: Scene) {
  const { plane, palette } = usePlot()
  const { params, step, words } = scene
  const [[left, right], [bottom, top]] = plane.window
  const rows = params.steps
  const y = (k: number) => (bottom * (k + 0.75)) / (rows + 0.5)
  const looks = looksOf(scene)
  const now = samplerStep(step, params)
  const px = (top - bottom) / plane.height
  return (
    <>
      {looks.map(({ solver, color, dash, held }) => {
        const { outline, length } = regionOf(rulesOf(params)[solver])
        return (
          <g key={solver}>
            <Region
              rings={outline.map((line) => pointsOf(line).map(([re, im]): Point => [re, Math.max(im, 0)]))}
              fill={color}
              opacity={held ? 0.16 : 0.1}
              stroke={color}
              width={held ? 2 : 1.25}
              dash={dash}
            />
            <Segment from={[-length, 0]} to={[-length, bottom]} color={color} width={held ? 1.75 : 1.25} dash={dash ?? '4 3'} />
          </g>
        )
      })}
      <Cross />
      {now > 0 && <Segment from={[left, y(now - 1)]} to={[right, y(now - 1)]} color={palette.grid} width={7} />}
      {looks.map((look) => (
        <Rows key={look.solver} scene={scene} look={look} y={y} now={now} />
      ))}
      {plane.height > SMALL && (
        <SpreadLabels
          labels={looks.map(({ solver, color, name }) => {
            const [re, im] = topOf(regionOf(rulesOf(params)[solver]).outline)
            return { at: [re, Math.min(im, top - 18 * px)] as Point, text: name, color }
          })}
        />
      )}
      <Label at={[left, top]} dx={4} dy={14} small color={palette.soft}>
        {words.leaves}
      </Label>
      {looks.map((look, index) => (
        <Label
          key={look.solver}
          at={[left, top]}
          dx={4}
          dy={30 + 15 * index * palette.weight ** 0.6}
          small
          bold
          color={look.color}
        >
          {look.name}: {fateOf(scene, look)}
        </Label>
      ))}
    </>
  )
}

/** Where it leaves the region, and how its roots multiply an error on the way. */
function fateOf({ params, words, format }: Scene, { solver }: Look): string {
  const { leaves, growth } = walkOf(params, solver)
  return `${leaves < 0 ? words.never : `${words.step} ${format(leaves + 1, 3)}`}, × ${format(growth, 2)}`
}

/** The dots of one solver, row by row: full inside its region, hollow outside; dots beyond the picture are at its edge with their value. */
function Rows({ scene, look, y, now }: { scene: Scene; look: Look; y(k: number): number; now: number }) {
  const { plane } = usePlot()
  const { params, format } = scene
  const { stiff } = walkOf(params, look.solver)
  const [[left, right]] = plane.window
  const edge = left + (10 * (right - left)) / plane.width
  const xs = Array.from(stiff, (z) => Math.max(z, edge))
  const ys = xs.map((_, k) => y(k))
  const r = Math.min(3.2, (0.3 * plane.height) / params.steps)
  const steps = xs.map((_, k) => k)
  return (
    <>
      <Curve xs={xs} ys={ys} from={Math.max(now - 1, 0)} color={look.color} width={1} opacity={0.3} dash={look.dash} />
      <Curve xs={xs} ys={ys} to={now - 1} color={look.color} width={1.25} dash={look.dash} />
      <Marks scene={scene} look={look} xs={xs} ys={ys} r={r} steps={steps.slice(now)} opacity={0.3} />
      <Marks scene={scene} look={look} xs={xs} ys={ys} r={r} steps={steps.slice(0, now)} />
      {steps
        .filter((k) => xs[k]! > stiff[k]!)
        .map((k) => (
          <Label key={k} at={[xs[k]!, ys[k]!]} dx={2} dy={-7} small color={look.color}>
            ← {format(stiff[k]!, 3)}
          </Label>
        ))}
      {now > 0 && <Dot at={[xs[now - 1]!, 0]} color={look.color} r={4.5} square={look.solver === 'ab'} />}
    </>
  )
}

interface MarksProps {
  scene: Scene
  look: Look
  xs: readonly number[]
  ys: readonly number[]
  r: number
  steps: readonly number[]
  opacity?: number
}
function Marks({ scene: { params, palette }, look: { solver, color }, xs, ys, r, steps, opacity }: MarksProps) {
  const { stiff } = walkOf(params, solver)
  const { length } = regionOf(rulesOf(params)[solver])
  const hollow = steps.filter((k) => stiff[k]! < -length)
  const square = solver === 'ab'
  const at = (chosen: readonly number[]) => ({ xs: chosen.map((k) => xs[k]!), ys: chosen.map((k) => ys[k]!) })
  return (
    <>
      <Dots {...at(steps)} color={color} r={r} square={square} opacity={opacity} />
      <Dots {...at(hollow)} color={palette.paper} r={r - 1.5} square={square} />
    </>
  )
}
