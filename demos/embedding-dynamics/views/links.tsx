// How far a spring is stretched by kicks, against its stiffness: measured now, and by the law after many steps.
import type { PlotView, Point } from '@/contract'
import { Curve, Dot, Label, SpreadLabels } from '@/views'
import { within } from '@/views/series'
import { STIFF } from '../handles'
import { type Kind, linkAfter } from '../readouts'
import { kindColour, kindName, type Scene } from './looks'

const LENGTH: Point = [-2, 0.45] // of log₁₀
const KINDS: readonly Kind[] = ['weak', 'strong']
const POINTS = 61

function Links(scene: Scene) {
  const { params, palette, series, step, words, format } = scene
  const xs = Array.from({ length: POINTS }, (_, k) => STIFF[0] + (k * (STIFF[1] - STIFF[0])) / (POINTS - 1))
  const ys = xs.map((x) => Math.log10(linkAfter(params, 10 ** x, Number.POSITIVE_INFINITY)))
  const held = KINDS.filter((kind) => params[kind] > 0)
  const measured = (kind: Kind) => series[kind === 'weak' ? 'linkWeak' : 'linkStrong'][step]!
  return (
    <>
      <Curve xs={xs} ys={ys} color={palette.ink} dash="6 4" width={1.5} />
      <Label at={[STIFF[1], ys.at(-1)!]} dx={-4} dy={20} anchor="end" small>
        {words.law}
      </Label>
      {held.map((kind) => (
        <Dot
          key={kind}
          at={[Math.log10(params[kind]), within(Math.log10(Math.max(measured(kind), 1e-9)), LENGTH)]}
          color={kindColour(palette, kind)}
          r={6}
        />
      ))}
      <SpreadLabels
        labels={held.map((kind) => ({
          at: [Math.log10(params[kind]), within(Math.log10(Math.max(measured(kind), 1e-9)), LENGTH)],
          text: `${kindName(scene, kind)}: ${format(measured(kind), 3)}`,
          color: kindColour(palette, kind),
        }))}
      />
    </>
  )
}

export const links: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab === 'kicks',
  window: [[STIFF[0] - 0.05, STIFF[1] + 0.05], LENGTH],
  x: ({ words }) => ({ title: words.stiffness, scale: 'log10', ticks: [-2, -1, 0] }),
  y: { scale: 'log10', ticks: [-2, -1, 0], grid: true },
  draw: (scene) => (scene.params.tab === 'kicks' ? <Links {...scene} /> : null),
}
