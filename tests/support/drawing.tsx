// What a view draws, without a browser.
import { renderToStaticMarkup } from 'react-dom/server'
import type { AnyDemo, AnyScene, AnyView, Palette, Progress } from '@/contract'
import type { RunPicture } from '@/engine'
import { formatNumber } from '@/format'
import { THEMES } from '@/views'
import { PlotProvider } from '@/views/parts'
import { layersOf, planeFor } from '@/views/plot'
import { brush } from './brush'

export interface Drawing {
  window: readonly number[]
  /** The SVG layer. */
  svg: string
  /** The canvases hashed to one number, and their calls with numbers that are not finite. */
  canvas: number
  bad: string[]
}

export const sceneFor = (
  demo: AnyDemo,
  picture: RunPicture,
  maps: Readonly<Record<string, Progress<unknown>>> = {},
  palette: Palette = THEMES.light,
): AnyScene => ({ ...picture, maps, words: demo.words, palette, format: formatNumber }) as unknown as AnyScene

/** Null where the view is not shown. A stage is drawn as its flat stand-in. `waits`: as it is drawn before the deed of a stop is done. */
export function drawingOf(view: AnyView, scene: AnyScene, waits = false): Drawing | null {
  if (view.when?.(scene) === false) return null
  const plot = view.kind === 'plot' ? view : view.flat
  const { plane } = planeFor(plot, scene, { width: 400, height: 300 })
  const layers = layersOf(plot, waits)
  const seen = waits ? plot.seen?.(scene) : undefined
  const svg = renderToStaticMarkup(
    <PlotProvider value={{ plane, palette: scene.palette, id: 'test', ...(seen && { seen }) }}>
      {layers.draw?.(scene)}
    </PlotProvider>,
  )
  const canvas = brush()
  layers.backdrop?.paint(canvas.ctx, scene, plane)
  layers.marks?.(canvas.ctx, scene, plane)
  return { window: plane.window.flat(), svg, canvas: canvas.told(), bad: canvas.bad }
}
