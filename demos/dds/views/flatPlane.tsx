// The floor seen from very far, in a plane: where there is no WebGL, and for tests.
import type { PlotView, Vector3 } from '@/contract'
import { Curve, Dot, Label, Region, Segment } from '@/views'
import { flattened, PLANE_WINDOW, worldAt } from '../geometry'
import { correctedColour, guessColour, type Scene } from '../looks'
import { below, FLOOR, GRID, pathOf, wordsIn } from '../space'

function FlatPlane(scene: Scene) {
  const { params, palette, step } = scene
  const flat = (at: Vector3) => flattened(at, params)
  const color = correctedColour(palette)
  const done = pathOf(scene, 0, step)
  const places = done.map(flat)
  const xs = (points: readonly (readonly [number, number])[]) => points.map(([x]) => x)
  const ys = (points: readonly (readonly [number, number])[]) => points.map(([, y]) => y)
  return (
    <>
      <Region rings={[FLOOR.map(flat)]} fill={palette.grid} stroke={palette.line} />
      {GRID.map(([from, to]) => (
        <Segment key={`${from} ${to}`} from={flat(from)} to={flat(to)} color={palette.line} width={0.75} />
      ))}
      {done.map((place) => (
        <Segment key={`${place}`} from={flat(place)} to={flat(below(place))} color={palette.soft} width={0.75} />
      ))}
      <Curve xs={xs(places)} ys={ys(places)} color={color} width={2.5} />
      {places.slice(1).map((at) => (
        <Dot key={`${at}`} at={at} color={color} r={4} />
      ))}
      <g data-param="goal">
        <Dot at={flat(worldAt(params.goal, 0))} color={palette.ink} r={5} />
      </g>
      <g data-param="from">
        <Dot at={flat(worldAt(params.from, 0))} color={guessColour(palette)} r={5} />
      </g>
      {wordsIn(scene).map(({ text, color: own, at, dx, dy = 0 }) => (
        <Label key={text} at={flat(at)} dx={dx} dy={4 - dy} anchor={(dx ?? 0) < 0 ? 'end' : 'start'} bold color={own}>
          {text}
        </Label>
      ))}
    </>
  )
}

export const flat: PlotView<Scene> = {
  kind: 'plot',
  window: PLANE_WINDOW,
  equal: true,
  draw: (scene) => (scene.params.tab === 'line' ? <FlatPlane {...scene} /> : null),
}
