// The training by its updates: overlap, gap and IoU of pictures that it has not seen; and the three losses.
import type { PlotView } from '@/contract'
import { Rule } from '@/views'
import { PathChart, type PathLine } from '@/views/pathChart'
import type { Scene } from './looks'

const recordsIn = ({ maps, params }: Scene) => (params.tab === 'training' ? (maps.learned?.result ?? []) : [])

function Lines({ scene, lines }: { scene: Scene; lines: readonly Omit<PathLine, 'xs'>[] }) {
  const records = recordsIn(scene)
  const [xs, last] = [records.map(({ update }) => update), records.length - 1]
  if (last < 1) return null
  const step = Math.min(scene.step, last)
  return (
    <>
      <Rule x={xs[step]!} />
      <PathChart step={step} last={last} lines={lines.map((line) => ({ ...line, xs }))} />
    </>
  )
}
const axis = ({ words, params: { updates } }: Scene) => ({ title: words.axisUpdate, ticks: [0, updates / 2, updates] })
const windowOf = ({ params }: Scene, top: number) =>
  [
    [0, Math.max(10, params.updates) * 1.03],
    [0, top],
  ] as const

export const progress: PlotView<Scene> = {
  kind: 'plot',
  map: 'learned',
  window: (scene) => windowOf(scene, 1),
  x: axis,
  y: { ticks: [0, 0.25, 0.5, 0.75, 1], grid: true },
  draw(scene) {
    const { palette, words } = scene
    const records = recordsIn(scene)
    const lines = [
      { name: 'overlap', text: words.overlap, color: palette.base3, ys: records.map((one) => one.overlap), dash: '6 3' },
      { name: 'iou', text: words.best, color: palette.method, ys: records.map((one) => one.iou), width: 2.25 },
      { name: 'gap', text: words.gap, color: palette.base, ys: records.map((one) => one.gap), dash: '2 3' },
    ]
    return <Lines scene={scene} lines={lines} />
  },
}

export const losses: PlotView<Scene> = {
  kind: 'plot',
  map: 'learned',
  window(scene) {
    const all = recordsIn(scene).slice(1) // before the first batch there are no losses
    const most = Math.max(
      3,
      ...all.flatMap(({ losses: { modelling, distillation, contrast } }) => [modelling, distillation, contrast]),
    )
    return windowOf(scene, Math.ceil(most + 0.5))
  },
  x: axis,
  y: { ticks: 4, grid: true },
  draw(scene) {
    const { palette, words } = scene
    const of = (name: 'modelling' | 'distillation' | 'contrast' | 'usage') => recordsIn(scene).map((one) => one.losses[name])
    const lines = [
      { name: 'modelling', text: words.modelling, color: palette.base, ys: of('modelling'), dash: '6 3' },
      { name: 'distillation', text: words.distillation, color: palette.base2, ys: of('distillation'), dash: '2 3' },
      { name: 'contrast', text: words.contrast, color: palette.method, ys: of('contrast') },
      { name: 'usage', text: words.usage, color: palette.soft, ys: of('usage'), dash: '8 3 2 3' },
    ]
    return <Lines scene={scene} lines={lines} />
  },
}
