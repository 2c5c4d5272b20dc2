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
  const { params, step, palette, words } = scene
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

// --- a network while it learns --------------------------------------------------------------------------------------------------------------------

/** The one of this step, if it is there yet; a training without updates has only the first. */
const recordAt = ({ maps, step, params }: Scene) => maps.learning?.result?.records[Math.min(step, recordsOf(params))]
const kindOf = ({ params }: Scene) => (params.model === 'potential' ? 'potential' : 'mlp')

export const grown: PlotView<Scene> = {
  kind: 'plot',
  map: 'learning',
  window: FIELD_WINDOW,
  equal: true,
  backdrop: {
    key: (scene) => [...data(scene), scene.step, recordAt(scene)?.update],
    paint(ctx, scene, plane) {
      const record = scene.params.tab === 'learning' ? recordAt(scene) : undefined
      if (!record) return
      const shown = fieldOf(scene.params, kindOf(scene), netsAt(scene.params.width, record))
      paintField(ctx, scene, plane, shown, JSON.stringify([data(scene), record.update]), FIELD_WINDOW)
    },
  },
  draw(scene) {
    if (scene.params.tab !== 'learning') return null
    const { palette, words, format } = scene
    const record = recordAt(scene)
    const kind = kindOf(scene)
    return (
      <Label at={[-2.2, -2.2]} dx={8} dy={-8} small bold color={LOOKS[kind].color(palette)}>
        {record ? `${words[kind]}, ${format(record.update, 5)} ${words.axisUpdate}` : words.learning}
      </Label>
    )
  },
}
