// The truth beside the error of the joined picture: a chequered pattern where players mistake fine waves for slow ones.
import type { Plane, PlotView } from '@/contract'
import { Label, usePlot } from '@/views'
import { diverging, largest, paintField } from '@/views/pixels'
import { fullOf, type Scene } from './looks'

const GAP = 0.06
const LEAST = 1e-3 // of the field: smaller differences stay pale

/** Whether one hand alone is compared with the truth. */
const isAlone = ({ params, frame }: Scene): boolean => params.answer === 'one' && frame.alone !== null

function differenceOf(scene: Scene): Float64Array {
  const { fine, joined, alone } = scene.frame
  const shown = (isAlone(scene) && alone) || joined
  return fine.map((value, at) => value - shown[at]!)
}

/** The difference that is drawn at full colour. */
const fullDifference = (scene: Scene): number => Math.max(largest(differenceOf(scene)), LEAST * fullOf(scene))

function paintError(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane) {
  const { frame, palette } = scene
  const { side, fine } = frame
  const shades = diverging(palette)
  paintField(ctx, plane, shades, { values: fine, side, most: fullOf(scene) }, [0, 0], 1)
  const values = differenceOf(scene)
  paintField(ctx, plane, shades, { values, side, most: fullDifference(scene) }, [1 + GAP, 0], 1)
}

function ErrorPicture(scene: Scene) {
  const { params, palette, words, format, series, step } = scene
  const { plane } = usePlot()
  const error = (isAlone(scene) ? series.alone : series.error)[step] ?? 0
  const times = fullOf(scene) / fullDifference(scene)
  return (
    <>
      <Label at={[0, 1]} dx={6} dy={16} bold color={palette.ink}>
        {params.scene === 'fluid' ? words.fine : words.exact}
      </Label>
      <Label at={[1 + GAP, 1]} dx={6} dy={16} bold color={palette.ink}>
        {isAlone(scene) ? words.missingAlone : words.missing}
      </Label>
      {plane.height > 90 && (
        <Label at={[1 + GAP, 0]} dx={6} dy={-7} small>
          {`${words.off} ${format(100 * error, 2)} % · ${words.colours} × ${format(times, 2)}`}
        </Label>
      )}
    </>
  )
}

export const error: PlotView<Scene> = {
  kind: 'plot',
  window: [
    [0, 2 + GAP],
    [0, 1],
  ],
  equal: true,
  marks: paintError,
  draw: (scene) => <ErrorPicture {...scene} />,
}
