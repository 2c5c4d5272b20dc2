// The motions that were learned, beside the true one.
import type { PlotView } from '@/contract'
import { Curve, Dot, Label, Segment } from '@/views'
import { PALE } from '@/views/chart'
import { reachOf, trueLandscape } from '../networks/landscape'
import { pathOf } from '../readouts'
import { bodiesOf, LOOKS, type Scene } from './looks'
import { paintLandscape } from './painted'
import { arrowOf, planeWindow } from './places'

function Orbits(scene: Scene) {
  const { params: p, series, step, last, palette, words } = scene
  const [from, tip] = arrowOf(p)
  const reach = reachOf(p.law)
  return (
    <>
      {bodiesOf(scene).map((body) => {
        const { color, dash, square } = LOOKS[body]
        const path = pathOf(series.paths, body)
        const look = { ...path, color: color(palette), dash, width: body === 'truth' ? 1.5 : 2 }
        return (
          <g key={body}>
            <Curve {...look} from={step} to={last} opacity={PALE} />
            <Curve {...look} to={step} />
            <Dot at={[path.xs[step]!, path.ys[step]!]} color={look.color} r={5} square={square} />
          </g>
        )
      })}
      <Segment from={from} to={tip} color={palette.ink} width={2} arrow param="launch" />
      <Dot at={from} color={palette.ink} r={4} param="launch" />
      {bodiesOf(scene).map((body, k) => (
        <Label key={body} at={[-reach, reach]} dx={8} dy={17 + 17 * k} bold small color={LOOKS[body].color(palette)}>
          {words[body]}
        </Label>
      ))}
    </>
  )
}

export const orbits: PlotView<Scene> = {
  kind: 'plot',
  window: ({ params }) => planeWindow(params),
  equal: true,
  backdrop: {
    key: ({ params: { tab, law, theta } }) => [tab, law, theta],
    paint(ctx, scene, plane) {
      const { tab, law, theta } = scene.params
      if (tab === 'roll') paintLandscape(ctx, scene, plane, trueLandscape(law, theta), [0, 0], reachOf(law))
    },
  },
  draw: (scene) => (scene.params.tab === 'roll' ? <Orbits {...scene} /> : null),
}
