// Charts of the tabs with eigenvalues: how many are proven, how deep they lie, and how fast waves fill the circle.
import type { Axis, Window } from '@/contract'
import { catResidual } from '@/domains/operators/catMap'
import { Curve, Dot, Dots, Label, Rule, Segment, SpreadLabels, usePlot } from '@/views'
import { proven, type Scene, spectrumOf } from './looks'
import { pairsAt } from './params'
import { gapOf } from './rotation'

const MOST_FUNCTIONS = 100

export function countsWindow({ params: { chart, M, N } }: Scene): Window {
  if (chart === 'depth')
    return [
      [0, 1.02],
      [0, 1.1],
    ]
  if (chart === 'size')
    return [
      [0, MOST_FUNCTIONS],
      [0, MOST_FUNCTIONS],
    ]
  return [
    [0, M],
    [0, 1.12 * N],
  ]
}
export function countsAxes({ params: { chart }, words }: Scene): { x: Axis; y: Axis } {
  if (chart === 'depth') return { x: { title: words.axisDepth, ticks: [0, 0.5, 1] }, y: { ticks: [0, 0.5, 1], grid: true } }
  return { x: { title: chart === 'size' ? words.axisN : words.axisM, ticks: 3 }, y: { ticks: 4, grid: true } }
}

export function Counts(scene: Scene) {
  return scene.params.chart === 'depth' ? <Depth {...scene} /> : <Numbers {...scene} />
}

function Numbers(scene: Scene) {
  const { params, palette, words, maps, step } = scene
  const against =
    params.chart === 'size'
      ? (maps.sizes?.result ?? []).flatMap(({ value, ends }) => ends.map((residual) => ({ x: value, residual })))
      : (maps.learned?.result.spectra ?? []).map(({ residual }, k) => ({ x: pairsAt(k, params.M), residual }))
  const xs = against.map(({ x }) => x)
  const all = against.map(({ residual }) => residual.length)
  const good = against.map(({ residual }) => proven(residual, params.epsilon))
  const here = params.chart === 'size' ? params.N : pairsAt(step, params.M)
  const last = xs.at(-1) ?? 0
  return (
    <>
      <Rule x={here} />
      {[
        { ys: all, color: palette.base, square: true },
        { ys: good, color: palette.method, square: false },
      ].map(({ ys, color, square }) => (
        <g key={color}>
          <Curve xs={xs} ys={ys} color={color} dash={square ? '6 3' : undefined} />
          <Dots xs={xs} ys={ys} color={color} r={2.2} square={square} />
        </g>
      ))}
      {xs.length > 0 && (
        <SpreadLabels
          anchor="end"
          labels={[
            { at: [last, all.at(-1)!], text: words.returned, color: palette.base },
            { at: [last, good.at(-1)!], text: words.below, color: palette.method },
          ]}
        />
      )}
    </>
  )
}

/** res² of every eigenpair against 1 - |λ|²: a line for maps that keep areas. */
function Depth(scene: Scene) {
  const { params, palette, words } = scene
  const spectrum = spectrumOf(scene)
  const xs = spectrum ? Array.from(spectrum.re, (re, k) => 1 - re * re - spectrum.im[k]! ** 2) : []
  const ys = spectrum ? Array.from(spectrum.residual, (r) => r * r) : []
  return (
    <>
      {params.gamma === 0 && <Segment from={[0, 0]} to={[1.02, 1.02]} color={palette.ink} dash="5 4" />}
      <Dots xs={xs} ys={ys} color={palette.base} r={2.6} opacity={0.7} />
      <Label at={[0, 1.1]} dx={6} dy={14} small color={palette.soft}>
        {words.axisSquare}
      </Label>
    </>
  )
}

const MOST_BOX = 32
export const RATE_WINDOW: Window = [
  [1, MOST_BOX],
  [0, 1.12],
]
const BOXES = Array.from({ length: MOST_BOX }, (_, k) => k + 1)

export function Rate({ params, frame, palette, words, format }: Scene) {
  const { plane } = usePlot()
  const cat = BOXES.map((box) => catResidual(box, 1))
  const turn = BOXES.map((box) => gapOf(box, params))
  const [own, other] = params.system === 'cat' ? [cat, turn] : [turn, cat]
  const [name, otherName] = params.system === 'cat' ? [words.cat, words.rotation] : [words.rotation, words.cat]
  const value = own[frame.box - 1] ?? own.at(-1)!
  return (
    <>
      <Rule x={frame.box} />
      <Curve xs={BOXES} ys={other} color={palette.base} dash="6 3" />
      <Dots xs={BOXES} ys={other} color={palette.base} r={1.8} square />
      <Curve xs={BOXES} ys={own} from={frame.box - 1} color={palette.method} opacity={0.3} />
      <Curve xs={BOXES} ys={own} to={frame.box - 1} color={palette.method} />
      <Dots xs={BOXES} ys={own} to={frame.box - 1} color={palette.method} r={2.2} />
      <Dot at={[frame.box, value]} color={palette.method} r={4.5} />
      <SpreadLabels
        anchor="end"
        labels={[
          { at: [MOST_BOX, own.at(-1)!], text: name, color: palette.method },
          { at: [MOST_BOX, other.at(-1)!], text: otherName, color: palette.base },
        ]}
      />
      {plane.height > 100 && (
        <Label at={[frame.box, value]} dx={8} dy={-9} bold color={palette.method}>
          {format(value, 3)}
        </Label>
      )}
    </>
  )
}
