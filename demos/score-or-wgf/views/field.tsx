// A field in the plane, coloured where it turns, and a ball that is carried round a loop.
import type { Plane, PlotView } from '@/contract'
import { Circle, Curve, Dot, Label } from '@/views'
import { fieldOf } from '../fields'
import { shownField } from '../flow'
import { LOOKS, type Scene } from '../looks'
import { BLOBS, blobOf, LOOP_STEPS, recordsOf } from '../params'
import { FIELD_WINDOW } from '../places'
import { netsAt } from '../shipped'
import { paintField } from './painted'

const learned = ({ maps }: Scene) => (maps.learning?.done === 1 ? maps.learning.result : undefined)
const ofLoop = (scene: Scene) => (scene.params.tab === 'loop' ? shownField(scene.params, learned(scene)) : null)
const data = ({ params: p }: Scene) => [p.tab, p.model, p.sigma, p.kappa, p.moved, p.width, p.updates, p.seed]

function paint(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const field = ofLoop(scene)
  if (field) paintField(ctx, scene, plane, field, JSON.stringify(data(scene)), FIELD_WINDOW)
}

function Loop(scene: Scene) {
  const { params, step, palette, words, format } = scene
  const { centre, radius } = params
  const at = (k: number) => {
    const angle = (2 * Math.PI * k) / LOOP_STEPS
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)] as const
  }
  const way = Array.from({ length: step + 1 }, (_, k) => at(k))
  const color = LOOKS[params.model].color(palette)
  return (
    <>
      <g data-param="radius">
        <Circle at={centre} radius={radius} stroke={palette.paper} width={5} />
        <Circle at={centre} radius={radius} stroke={palette.soft} width={1.5} dash="3 4" />
      </g>
      <Curve xs={way.map(([x]) => x)} ys={way.map(([, y]) => y)} color={color} width={3} />
      <Dot at={centre} color={palette.soft} r={3.5} param="centre" />
      <Dot at={at(0)} color={palette.paper} r={4} ring />
      <Dot at={at(step)} color={color} r={6} />
      {!['mlp', 'potential'].includes(params.model) &&
        Array.from({ length: BLOBS }, (_, k) => <Dot key={k} at={blobOf(params, k)} color={palette.ink} r={3.5} param="moved" />)}
      <Label at={[-2.2, -2.2]} dx={8} dy={-8} small bold color={color}>
        {ofLoop(scene) === null ? words.learning : words[params.model]}
      </Label>
      <Label at={[2.2, 2.2]} dx={-8} dy={16} anchor="end" small>
        {`σ = ${format(params.sigma, 2)}`}
      </Label>
    </>
  )
}

export const field: PlotView<Scene> = {
  kind: 'plot',
  map: ['walk', 'learning'],
  window: FIELD_WINDOW,
  equal: true,
  backdrop: { key: (scene) => [...data(scene), ofLoop(scene) !== null], paint },
  draw: (scene) => (scene.params.tab === 'loop' ? <Loop {...scene} /> : null),
}

// --- both networks while they learn ---------------------------------------------------------------------------------------------------------------

/** The one of this step, if it is there yet; a training without updates has only the first. */
const recordAt = ({ maps, step, params }: Scene) => maps.learning?.result?.records[Math.min(step, recordsOf(params))]
/** From the gradient net’s panel up to the one of the network, in units of the window. */
const ABOVE = 4.6
const PANELS = [
  { kind: 'mlp', up: ABOVE, cells: 44 },
  { kind: 'potential', up: 0, cells: 22 },
] as const

/** A part of the plane, `up` from the lowest, as a plane of its own. */
function panelOf(plane: Plane, up: number): Plane {
  const [, [y0, y1]] = FIELD_WINDOW
  return {
    ...plane,
    window: FIELD_WINDOW,
    height: plane.y(y0) - plane.y(y1),
    y: (value) => plane.y(value + up),
    at(px, py) {
      const [x, y] = plane.at(px, py)
      return [x, y - up]
    },
  }
}

export const grown: PlotView<Scene> = {
  kind: 'plot',
  map: 'learning',
  window: [FIELD_WINDOW[0], [FIELD_WINDOW[1][0], FIELD_WINDOW[1][1] + ABOVE]],
  equal: true,
  backdrop: {
    key: (scene) => [...data(scene), scene.step, recordAt(scene)?.update],
    paint(ctx, scene, plane) {
      const record = scene.params.tab === 'learning' ? recordAt(scene) : undefined
      if (!record) return
      for (const { kind, up, cells } of PANELS) {
        const shown = fieldOf(scene.params, kind, netsAt(scene.params.width, record))
        const key = JSON.stringify([data(scene), kind, record.update])
        paintField(ctx, scene, panelOf(plane, up), shown, key, FIELD_WINDOW, cells)
      }
    },
  },
  draw(scene) {
    if (scene.params.tab !== 'learning') return null
    const { palette, words, format, params } = scene
    const record = recordAt(scene)
    const [[left], [bottom, top]] = FIELD_WINDOW
    return (
      <>
        {PANELS.map(({ kind, up }) => (
          <Label key={kind} at={[left, bottom + up]} dx={8} dy={-8} small bold color={LOOKS[kind].color(palette)}>
            {words[kind]}
          </Label>
        ))}
        <Label at={[left, top + ABOVE]} dx={8} dy={16} small>
          {record ? `${format(record.update, 5)} ${words.axisUpdate}, σ = ${format(params.sigma, 2)}` : words.learning}
        </Label>
      </>
    )
  },
}
