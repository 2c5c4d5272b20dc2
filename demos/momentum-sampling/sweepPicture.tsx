// Artifacts or median error against the number of steps; every solver pays one evaluation a step.
import type { Point, Window } from '@/contract'
import { Curve, Dot, Dots, Label, Rule, SpreadLabels } from '@/views'
import { looksOf, type Scene } from './looks'
import { FEWEST, MOST } from './sweep'

/** The points known so far of each line. */
function linesOf(scene: Scene) {
  const sweep = scene.maps.sweep?.result
  if (!sweep) return []
  const isShare = scene.params.chart === 'artifacts'
  return looksOf(scene).map((look) => {
    const values = sweep[look.solver]?.[scene.params.chart] ?? []
    const xs: number[] = []
    const ys: number[] = []
    for (const [k, value] of values.entries()) {
      if (Number.isNaN(value)) continue
      xs.push(FEWEST + k)
      ys.push(isShare ? 100 * value : Math.log10(Math.max(value, 1e-9)))
    }
    return { look, xs, ys }
  })
}

export function sweepWindow(scene: Scene): Window {
  const ys = linesOf(scene).flatMap((line) => line.ys)
  const x: Point = [FEWEST, MOST]
  if (scene.params.chart === 'error') return [x, [Math.floor(Math.min(-3, ...ys)), Math.min(3, Math.ceil(Math.max(0, ...ys)))]]
  return [x, [0, Math.max(20, 20 * Math.ceil(Math.max(...ys, 0) / 20))]]
}

export function SweepPicture(scene: Scene) {
  const { params, palette, words, format } = scene
  const lines = linesOf(scene)
  const [, [, top]] = sweepWindow(scene)
  return (
    <>
      <Rule x={params.steps} />
      {lines.map(({ look: { solver, color, dash, held }, xs, ys }) => (
        <g key={solver}>
          <Curve xs={xs} ys={ys} color={color} dash={dash} width={held ? 2 : 1.5} />
          <Dots xs={xs} ys={ys} color={color} r={1.8} square={solver === 'ab'} />
        </g>
      ))}
      {lines.map(({ look: { solver, color }, xs, ys }) => {
        const index = xs.indexOf(params.steps)
        return index >= 0 && <Dot key={solver} at={[params.steps, ys[index]!]} color={color} r={4.5} square={solver === 'ab'} />
      })}
      <Label at={[MOST, top]} dx={-2} dy={14} anchor="end" small color={palette.soft}>
        {words[params.chart]}
      </Label>
      <SpreadLabels
        labels={lines.flatMap(({ look: { name, color }, xs, ys }) => {
          const y = ys[xs.indexOf(params.steps)]
          if (y === undefined) return []
          const value = params.chart === 'artifacts' ? `${format(y, 3)} %` : format(10 ** y, 2)
          return { at: [params.steps, y] as Point, text: `${name}: ${value}`, color }
        })}
      />
    </>
  )
}
