// The final losses of whole runs against the step size, or against the share of the entries that is sent.
import type { PlotView, Point } from '@/contract'
import type { SchemeName } from '@/domains/optim/sparse'
import { memoized } from '@/memoized'
import { Label } from '@/views'
import { SweepChart, sweepLines, sweepWindow } from '@/views/sweepChart'
import { LOOKS, type Scene } from './looks'
import { NAMES, type Params } from './params'
import { type Ends, LOW, RANGE, SWEEPS } from './sweeps'

/** Logarithms of the ends of the axis. */
export const valuesOf = ({ across }: Pick<Params, 'across'>): Point => {
  const { values } = SWEEPS[across]
  return [Math.log10(values[0]!) - 0.1, Math.log10(values.at(-1)!) + 0.1]
}
const rowsOf = ({ maps, params }: Scene) => maps[params.across === 'eta' ? 'byRate' : 'byShare']?.result

const linesOf = memoized((scene: Scene) => {
  const { palette, words, params } = scene
  const rows = rowsOf(scene) ?? []
  return NAMES.flatMap((name: SchemeName) => {
    const { color, ...look } = LOOKS[name]
    const looks = [{ lane: params.across, text: words[name], color: color(palette), ...look }]
    return sweepLines(rows, looks, (ends: Ends) => ends[name], LOW).map((line) => ({ ...line, lane: name }))
  })
})

function Sweep(scene: Scene) {
  const { params, palette, words } = scene
  const values = valuesOf(params)
  if (!rowsOf(scene))
    return (
      <Label at={[values[0] + 0.4, 0]} italic>
        {words.computing}
      </Label>
    )
  const at = Math.log10(params.across === 'eta' ? params.eta : 100 - params.sparsity)
  return (
    <SweepChart
      lines={linesOf(scene)}
      values={values}
      range={RANGE}
      threshold={LOW}
      word={words.works}
      here={[{ at, knob: 'top', text: words.here, color: palette.ink }]}
    />
  )
}

export const rates: PlotView<Scene> = {
  kind: 'plot',
  map: ['byRate', 'byShare'],
  window: ({ params }) => sweepWindow(valuesOf(params), RANGE, NAMES.length),
  x: ({ words, params }) =>
    params.across === 'eta'
      ? { title: words.axisRate, scale: 'log10', ticks: [-2, -1] }
      : { title: words.axisShare, scale: 'log10', ticks: [0, 1, 2] },
  y: { scale: 'log10', ticks: [-2, -1, 0, 1, 2, 3], grid: true },
  draw: (scene) => <Sweep {...scene} />,
}
