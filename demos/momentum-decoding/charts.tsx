// The toll by depth, and how the graph grows.
import type { PlotView } from '@/contract'
import { Dot, Label, Region, Segment } from '@/views'
import { Chart } from '@/views/chart'
import { againstName, methodName, type Scene } from './looks'
import { NEVER, resistanceOf } from './params'

const TOP = NEVER + 0.6

function Toll(scene: Scene) {
  const { params, palette, words, frame } = scene
  const table = resistanceOf(params)
  const heights = Array.from({ length: params.deepest + 1 }, (_, d) => ({ d, f: Math.min(table[d] ?? NEVER, NEVER) }))
  const depths = new Set(frame.candidates.map(({ depth }) => depth))
  return (
    <>
      {heights.map(({ d, f }) => (
        <g key={d}>
          {f >= NEVER && (
            <Region
              rings={[
                [
                  [d - 0.42, 0],
                  [d + 0.42, 0],
                  [d + 0.42, NEVER],
                  [d - 0.42, NEVER],
                ],
              ]}
              hatch
            />
          )}
          <Region
            rings={[
              [
                [d - 0.42, 0],
                [d + 0.42, 0],
                [d + 0.42, f],
                [d - 0.42, f],
              ],
            ]}
            fill={palette.method}
            opacity={f >= NEVER ? 0 : depths.has(d) ? 0.3 : 0.12}
          />
          <Segment from={[d - 0.42, f]} to={[d + 0.42, f]} color={palette.method} width={2.5} param="alpha" />
        </g>
      ))}
      {heights.slice(1, 6).map(({ d, f }) => (
        <Dot key={d} at={[d, f]} color={palette.method} r={5} />
      ))}
      <Label at={[-0.46, 0]} dy={-8} color={palette.soft} small italic>
        {words.free}
      </Label>
      {heights.some(({ f }) => f >= NEVER) && (
        <Label at={[heights.findIndex(({ f }) => f >= NEVER), NEVER]} anchor="middle" dy={18} color={palette.ink} small bold>
          {words.never}
        </Label>
      )}
    </>
  )
}

export const toll: PlotView<Scene> = {
  kind: 'plot',
  window: ({ params }) => [
    [-0.55, Math.max(5, params.deepest) + 0.55],
    [0, TOP],
  ],
  x: ({ words, params }) => ({ title: words.axisDepth, ticks: Array.from({ length: params.deepest + 1 }, (_, d) => d) }),
  y: ({ words }) => ({ title: words.axisToll, ticks: [0, 2, 4, 6], grid: true }),
  draw: (scene) => <Toll {...scene} />,
}

function Growth(scene: Scene) {
  const { params, series, step, last, palette, format, words } = scene
  const tell = (name: string, variety: number | undefined) =>
    variety !== undefined && Number.isFinite(variety)
      ? `${name}, ${words.diversity} ${format(Math.round(100 * variety) / 100, 2)}`
      : name
  const other = {
    name: 'other',
    text: tell(againstName(scene), series.otherDiversity[step]),
    color: palette.base,
    dash: '7 3',
    ys: series.otherNodes,
  }
  const own = { name: 'own', text: tell(methodName(scene), series.diversity[step]), color: palette.method, ys: series.nodes }
  return <Chart lines={params.other ? [other, own] : [own]} step={step} last={last} />
}

const largest = (values: Float64Array, last: number) => values.subarray(0, last + 1).reduce((a, b) => Math.max(a, b), 0)

export const growth: PlotView<Scene> = {
  kind: 'plot',
  window: ({ series, steps, last }) => [
    [0, Math.max(1, steps)],
    [0, 1.15 * Math.max(5, largest(series.nodes, last), largest(series.otherNodes, last))],
  ],
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: { ticks: 4, grid: true },
  draw: (scene) => <Growth {...scene} />,
}
