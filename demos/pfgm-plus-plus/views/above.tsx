// The plane from above at the noise level of the step: a hundred thousand particles, and the charges that they come to.
import type { PlotView } from '@/contract'
import { Dots, Label } from '@/views'
import { CrowdLayer } from '@/views/crowdLayer'
import { chargesOf } from '../charges'
import { crowdOf } from '../crowd'
import { diffusionColour, fieldColour, nameOfD, type Scene } from '../looks'
import { isDiffusion } from '../params'

const [AROUND, NOISE] = [1.3, 1.5] // of the farthest charge, and of the noise level

/** Half the height of what is seen. */
function reachOf({ params, frame }: Scene): number {
  const farthest = chargesOf(params).places.reduce((most, part) => Math.max(most, Math.abs(part)), 0.5)
  return AROUND * farthest + NOISE * frame.sigma
}
const colourOf = ({ params, palette }: Scene) => (isDiffusion(params) ? diffusionColour : fieldColour)(palette)

function Above(scene: Scene) {
  const { params, palette, words } = scene
  const { places, count } = chargesOf(params)
  const part = (axis: number) => Float64Array.from({ length: count }, (_, k) => places[2 * k + axis]!)
  const reach = reachOf(scene)
  return (
    <>
      <Dots xs={part(0)} ys={part(1)} color={palette.ink} r={2.6} />
      <Label at={[0, -reach]} dy={-8} anchor="middle" color={colourOf(scene)} bold>
        {`${words.crowd}, ${nameOfD(scene)}`}
      </Label>
    </>
  )
}

export const above: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab === 'plane' && params.crowd,
  equal: true,
  window: (scene) => {
    const reach = reachOf(scene)
    return [
      [-reach, reach],
      [-reach, reach],
    ]
  },
  under: (scene, plane, size) => (
    <CrowdLayer wish={{ crowd: crowdOf(scene.params), step: scene.step, color: colourOf(scene) }} plane={plane} {...size} />
  ),
  draw: (scene) => <Above {...scene} />,
}
