// Final results of many trainings by one parameter, each a dot, with their means; and the cost of a step by prototypes and by pairs.
import type { Window } from '@/contract'
import type { Row } from '@/numerics/sweep'
import { Curve, Dot, Dots, Label, Segment } from '@/views'
import { codesColour, type Scene } from './looks'
import { type Ending, PLAIN, QUEUED } from './sweep'

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length
const rowsOf = ({ maps }: Scene): readonly Row<Ending>[] => maps.endings?.result ?? []
const valuesOf = (rows: readonly Row<Ending>[]) => rows.filter(({ lane }) => lane === PLAIN).map((row) => row.value)

export const sweepWindow = (scene: Scene): Window => [
  [-0.5, Math.max(1, valuesOf(rowsOf(scene)).length) - 0.5],
  [-0.13, 1.12],
]

export function Sweep(scene: Scene) {
  const { palette, words, params, format } = scene
  const rows = rowsOf(scene)
  const values = valuesOf(rows)
  if (values.length === 0) {
    return (
      <Label at={[0, 0.5]} anchor="middle" italic>
        {words.computing}
      </Label>
    )
  }
  const codes = params.over === 'rounds' ? 'sinkhorn' : params.codes
  const lines = [
    { rows: rows.filter(({ lane }) => lane === PLAIN), color: codesColour(palette, codes), name: words.noQueue, shift: 0 },
    { rows: rows.filter(({ lane }) => lane === QUEUED), color: palette.base3, name: words.withQueue, shift: 0.14 },
  ].filter((line) => line.rows.some((row) => row.ends.length > 0))
  return (
    <>
      {[0, 0.5, 1].map((y) => (
        <Segment key={y} from={[-0.5, y]} to={[values.length - 0.5, y]} color={palette.grid} />
      ))}
      {values.map((value, k) => (
        <Label key={value} at={[k, -0.13]} dy={-8} anchor="middle" color={palette.soft}>
          {format(value, 3)}
        </Label>
      ))}
      {lines.map(({ rows: own, color, name, shift }, index) => {
        const dots = own.flatMap((row) =>
          row.ends.map((ending, s) => ({
            x: values.indexOf(row.value) + shift + 0.05 * (((s * 0.618) % 1) - 0.5),
            y: ending.entropy,
          })),
        )
        const means = own.filter((row) => row.ends.length > 0)
        const xs = means.map((row) => values.indexOf(row.value) + shift)
        const ys = means.map((row) => mean(row.ends.map((ending) => ending.entropy)))
        return (
          <g key={name}>
            <Dots xs={dots.map((d) => d.x)} ys={dots.map((d) => d.y)} color={color} opacity={0.35} r={2.6} square={index > 0} />
            <Curve xs={xs} ys={ys} color={color} width={2} dash={index > 0 ? '7 3' : undefined} />
            {xs.map((x, k) => (
              <g key={x}>
                <Dot at={[x, ys[k]!]} color={color} r={5} square={index > 0} />
              </g>
            ))}
            {lines.length > 1 && (
              <Label at={[-0.5, 1.12]} dx={10} dy={18 + 17 * index} bold color={color}>
                {name}
              </Label>
            )}
          </g>
        )
      })}
    </>
  )
}

const BATCHES = [4, 8, 16, 32, 64, 128] as const
export const COST_WINDOW: Window = [
  [Math.log2(4) - 0.3, Math.log2(128) + 0.3],
  [0.5, 5.3],
]

export function Cost(scene: Scene) {
  const { palette, words, params } = scene
  const xs = Array.from({ length: 41 }, (_, k) => 2 + k / 8)
  const ours = xs.map((x) => Math.log10(2 * 2 ** x * params.prototypes))
  const pairs = xs.map((x) => Math.log10((2 * 2 ** x) ** 2))
  const x = Math.log2(params.batch)
  const [own, other] = [2 * params.batch * params.prototypes, (2 * params.batch) ** 2]
  return (
    <>
      {BATCHES.map((batch) => (
        <Label key={batch} at={[Math.log2(batch), 0.5]} dy={-7} anchor="middle" small color={palette.soft}>
          {`${batch}`}
        </Label>
      ))}
      <Segment from={[x, 0.9]} to={[x, 5.3]} color={palette.faint} />
      <Curve xs={xs} ys={pairs} color={palette.base3} dash="7 3" />
      <Curve xs={xs} ys={ours} color={palette.method} />
      <Dot at={[x, Math.log10(other)]} color={palette.base3} square />
      <Dot at={[x, Math.log10(own)]} color={palette.method} />
      <Label at={[2, 5.3]} dx={-6} dy={18} bold color={palette.base3}>
        {`${words.byPairs} ${other}`}
      </Label>
      <Label at={[7, 1.6]} dy={4} anchor="end" bold color={palette.method}>
        {`${words.byStars} ${own}`}
      </Label>
    </>
  )
}
