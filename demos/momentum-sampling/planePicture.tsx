// The plane of z: stable regions, z with its roots, the rail of orders, and the steps of the picked sample.
import type { Point } from '@/contract'
import { orderOfRule } from '@/domains/diffusion/multistep'
import { boxOfText, Circle, Dot, Dots, Inset, Label, Region, Segment, SpreadLabels, usePlot } from '@/views'
import { holdsEdge, railPoint, reachOf } from './handles'
import { heldOf, type Look, looksOf, type Scene, samplerStep } from './looks'
import { rulesOf } from './params'
import { endsOfSlide, regionOf, rootsAt } from './regions'
import { walkOf } from './walk'

export const pointsOf = (line: Float64Array): Point[] =>
  Array.from({ length: line.length / 2 }, (_, k) => [line[2 * k]!, line[2 * k + 1]!])

/** Pixels: lower pictures have no small print. */
export const SMALL = 220

/** The highest point of a region right of `left`, for its name. */
export const topOf = (outline: readonly Float64Array[], left = Number.NEGATIVE_INFINITY): Point =>
  outline
    .flatMap(pointsOf)
    .filter(([x]) => x >= left)
    .reduce((top, point) => (point[1] > top[1] ? point : top), [0, 0])

export function Plane(scene: Scene) {
  const { plane } = usePlot()
  const { params, palette, words } = scene
  const [, [, top]] = plane.window
  const looks = looksOf(scene)
  const held = heldOf(scene)
  const region = regionOf(rulesOf(params)[held.solver])
  return (
    <>
      <Outside outline={region.outline} />
      {looks.map(({ solver, color, dash, held: isHeld }) => (
        <Region
          key={solver}
          rings={regionOf(rulesOf(params)[solver]).outline.map(pointsOf)}
          fill={color}
          opacity={isHeld ? 0.16 : 0.1}
          stroke={color}
          width={isHeld ? 2.25 : 1.5}
          dash={dash}
          param={isHeld ? 'beta' : undefined}
        />
      ))}
      {params.family === 'ghvb' && <SlideEnds scene={scene} />}
      <Cross />
      <SpreadLabels labels={namesOf(scene, looks)} />
      {plane.height > SMALL && (
        <Label at={[0, top]} dx={-6} dy={14} anchor="end" small color={palette.soft}>
          {words.axisImaginary}
        </Label>
      )}
      <Steps scene={scene} look={held} />
      <Rail scene={scene} look={held} />
      {holdsEdge(params) && <Dot at={[-region.length, 0]} color={held.color} r={4.5} square param="beta" />}
      <Roots scene={scene} look={held} />
      <Dot at={params.z} color={palette.ink} r={5} param="z" />
      <NameOfZ scene={scene} />
    </>
  )
}

/** Right below z, or left above if it does not fit. */
function NameOfZ({ scene }: { scene: Scene }) {
  const { plane, palette } = usePlot()
  const { z } = scene.params
  const [right, top] = [plane.x(plane.window[0][1]), plane.y(plane.window[1][1])]
  const text = `${scene.words.z} = ${complex(scene, z)}`
  const fits = boxOfText(text, plane.x(z[0]) + 8, 0, 'start', palette.text).right < right
  const [dx, dy] = fits ? [8, 22] : [-10, Math.max(-14, top + 12 - plane.y(z[1]))]
  return (
    <Label at={z} dx={dx} dy={dy} anchor={fits ? 'start' : 'end'} bold param="z">
      {text}
    </Label>
  )
}

const complex = ({ format, words }: Scene, [re, im]: Point) =>
  im === 0 ? format(re, 3) : `${format(re, 3)} ${im < 0 ? '−' : '+'} ${format(Math.abs(im), 3)}${words.i}`

/** Where the solver in hand grows: a hatch with a hole. */
function Outside({ outline }: { outline: readonly Float64Array[] }) {
  const { plane } = usePlot()
  const [[x0, x1], [y0, y1]] = plane.window
  const frame: Point[] = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
  return <Region rings={[frame, ...outline.map(pointsOf)]} hatch opacity={0.6} />
}

/** The axes through 0. */
export function Cross() {
  const { plane, palette } = usePlot()
  const [[x0, x1], [y0, y1]] = plane.window
  return (
    <>
      <Segment from={[x0, 0]} to={[x1, 0]} color={palette.faint} width={0.75} />
      <Segment from={[0, y0]} to={[0, y1]} color={palette.faint} width={0.75} />
    </>
  )
}

/** GHVB slides between two plain solvers: their outlines, dotted. */
function SlideEnds({ scene: { params, palette } }: { scene: Scene }) {
  return endsOfSlide(rulesOf(params).ghvb).map((rule) => (
    <Region key={rule.order} rings={regionOf(rule).outline.map(pointsOf)} stroke={palette.ink} width={1} dash="1 4" />
  ))
}

/** Names at the tops of the regions. */
function namesOf({ params, palette, words, format }: Scene, looks: readonly Look[]) {
  const rules = rulesOf(params)
  const left = -0.55 * reachOf(params) // clear of the roots in their corner
  const ends = params.family === 'ghvb' ? endsOfSlide(rules.ghvb) : []
  return [
    ...looks.map(({ solver, color, name }) => ({ at: topOf(regionOf(rules[solver]).outline, left), text: name, color })),
    ...ends
      .map((rule) => ({
        at: topOf(regionOf(rule).outline, left),
        text: `${words.ab} ${format(rule.order, 1)}`,
        color: palette.soft,
        quiet: true,
      }))
      .filter(({ text }) => looks.every(({ name }) => name !== text)),
  ]
}

/** The z of each step of the picked sample for the solver in hand: dots on the real line. */
function Steps({ scene: { params, step, palette, words }, look }: { scene: Scene; look: Look }) {
  const { plane } = usePlot()
  const { stiff } = walkOf(params, look.solver)
  const now = samplerStep(step, params)
  if (now === 0) return null
  const zeros = new Float64Array(stiff.length)
  const at = stiff[now - 1]!
  return (
    <>
      <Dots xs={stiff} ys={zeros} to={now - 1} color={look.color} r={2.6} opacity={0.55} param="particle" />
      <Dot at={[at, 0]} color={look.color} r={4} param="particle" />
      {plane.height > SMALL && (
        <Label at={[at, 0]} dy={-10} anchor="middle" small color={palette.soft} param="particle">
          {words.sample} {params.particle}, {words.step} {now}
        </Label>
      )}
    </>
  )
}

/** The rail of orders; its knob is a handle. */
function Rail({ scene: { params, palette, words, format }, look }: { scene: Scene; look: Look }) {
  const { plane } = usePlot()
  if (params.family === 'ab') return null
  const q = orderOfRule({ order: params.r, beta: params.beta })
  const [from, to] = [railPoint(params, 0), railPoint(params, 4)]
  const [left, right, y] = [plane.x(from[0]) - 14, plane.x(to[0]) + 20, plane.y(from[1])]
  const roomy = plane.height > SMALL
  return (
    <g data-param="r">
      <rect
        x={left}
        y={y - (roomy ? 42 : 28)}
        width={right - left}
        height={roomy ? 64 : 40}
        rx={6}
        fill={palette.paper}
        opacity={0.8}
        stroke={palette.line}
      />
      {roomy && (
        <text x={left + 8} y={y - 28} className="mark-label small" fill={palette.soft}>
          {words.rail}
        </text>
      )}
      <Segment from={from} to={to} color={palette.soft} width={1.5} />
      {[1, 2, 3, 4].map((whole) => (
        <g key={whole}>
          <Dot at={railPoint(params, whole)} color={palette.soft} r={3} />
          {roomy && (
            <Label at={railPoint(params, whole)} dy={17} anchor="middle" small color={palette.soft}>
              {words.ab} {format(whole, 1)}
            </Label>
          )}
        </g>
      ))}
      <Dot at={railPoint(params, q)} color={look.color} r={6} />
      <Label at={railPoint(params, q)} dy={-12} anchor="middle" small bold color={look.color}>
        {words[look.solver]} {format(q, 4)}
      </Label>
    </g>
  )
}

const NEAR = 0.004 // of the circle: a closer root touches it

/** The roots ζ at z in the unit circle, in the upper left corner. */
function Roots({ scene, look }: { scene: Scene; look: Look }) {
  const { plane, palette } = usePlot()
  const { params, words, format } = scene
  const size = Math.min(112, 0.27 * plane.width) * palette.weight ** 0.5
  const [[left, right], [, top]] = plane.window
  const unit = (right - left) / plane.width
  const roots = pointsOf(rootsAt(regionOf(rulesOf(params)[look.solver]).pencil, ...params.z))
  const largest = Math.max(...roots.map(([re, im]) => Math.hypot(re, im)))
  const verdict = Math.abs(largest - 1) < NEAR ? words.holds : largest < 1 ? words.decays : words.grows
  return (
    <Inset
      at={[left + (size / 2 + 6) * unit, top - (size / 2 - 4) * unit]}
      size={size}
      window={[
        [-1.5, 1.5],
        [-1.5, 1.5],
      ]}
    >
      <Circle at={[0, 0]} radius={1} fill={palette.paper} stroke={palette.ink} width={1.5} />
      <Segment from={[-1, 0]} to={[1, 0]} color={palette.line} width={1} />
      <Segment from={[0, -1]} to={[0, 1]} color={palette.line} width={1} />
      {roots.map((root) => {
        const modulus = Math.hypot(...root)
        const most = Math.min(1, 1.42 / modulus)
        const place: Point = [root[0] * most, root[1] * most]
        const touches = Math.abs(modulus - 1) < NEAR
        return <Dot key={String(root)} at={place} color={look.color} r={4} ring={touches} square={modulus > 1 + NEAR} />
      })}
      <Label at={[1.4, 0]} dy={-3} small bold color={look.color}>
        |ζ| = {format(largest, 3)}
      </Label>
      <Label at={[1.4, 0]} dy={13} small bold color={look.color}>
        {look.name} {verdict}
      </Label>
    </Inset>
  )
}
