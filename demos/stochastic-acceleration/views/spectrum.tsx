// The spectrum three times: marched from both ends, on cells at the time of the picture, and as a histogram of particles.
import type { PlotView } from '@/contract'
import { exactLog, formOf } from '@/domains/acceleration/closedForms'
import { equilibrium } from '@/domains/acceleration/law'
import { memoized } from '@/memoized'
import { Curve, Dot, Dots, Label, Region, Segment } from '@/views'
import { log10, within } from '@/views/series'
import { GRIPS, heightAt, MOMENTA, POWERS, spectrumWindow } from '../axes'
import { LOOKS, type Scene } from '../looks'
import { CELLS, CELLS_A_BIN, lawOf, type Params, steadyOf } from '../params'
import { BINS, nameOf } from '../particles'
import { marchedOf } from '../readouts'
import { bumpOf, powerLawOf, slopeAt } from '../spectrum'

/** log₁₀ χ at the middles of cells. */
const momentaOf = memoized((p: Params) => steadyOf(p).volumes.ys.map((y) => y / Math.LN10))

/** log₁₀ of the drawn moment, from ln n. */
const drawnLog = (p: Params, logs: ArrayLike<number>): Float64Array => {
  const xs = momentaOf(p)
  return Float64Array.from(logs, (v, i) => v / Math.LN10 + POWERS[p.moment] * xs[i]!)
}

const marchedLine = memoized((p: Params) => drawnLog(p, marchedOf(p)))

/** The formula, if there is one: as high as the marched curve where that is highest. */
const formulaLine = memoized((p: Params): Float64Array | null => {
  const { volumes, start, total } = steadyOf(p)
  const law = lawOf(p)
  const form = formOf(law)
  if (form === null) return null
  const logs = volumes.ys.map((y) => exactLog(law, start, y)!)
  const marched = marchedOf(p)
  const top = marched.reduce((best, v, i) => (v > marched[best]! ? i : best), 0)
  const shift = form === 'closed' ? marched[top]! - logs[top]! : -Math.log(total)
  return drawnLog(
    p,
    logs.map((v) => v + shift),
  )
})

/** Maximum of the drawn moment in the steady state: log₁₀ χ and its height. */
const topOf = memoized((p: Params): readonly [number, number] | null => {
  const { volumes, share, start } = steadyOf(p)
  const drawn = share.map((v, i) => v * Math.exp(POWERS[p.moment] * volumes.ys[i]!))
  const bump = bumpOf(volumes, drawn, start)
  if (bump === null) return null
  const x = Math.log10(bump.chi)
  const i = Math.min(Math.max(Math.floor((Math.log(bump.chi) - volumes.ys[0]!) / volumes.h + 0.5), 0), CELLS - 1)
  return [x, Math.log10(drawn[i]!)]
})

function Particles({ maps, params, step, palette, words }: Scene) {
  const walked = maps.particles?.result
  const isNow = walked !== undefined && walked.of === nameOf(params) && walked.known > step
  const color = LOOKS.particles.color(palette)
  const [low, high] = spectrumWindow(params)[1]
  if (!isNow)
    return (
      <Label at={[MOMENTA[0], high]} dx={8} dy={50} small bold color={color}>
        {words.walking}
      </Label>
    )
  const { ys, h } = steadyOf(params).volumes
  const bins = Array.from({ length: BINS }, (_, bin) => {
    const y = (ys[bin * CELLS_A_BIN]! + ys[(bin + 1) * CELLS_A_BIN - 1]!) / 2
    const count = walked.counts[step * BINS + bin]!
    const scale = POWERS[params.moment] * y - Math.log(params.n * CELLS_A_BIN * h)
    const at = (n: number) => (n > 0 ? (Math.log(n) + scale) / Math.LN10 : low)
    const luck = Math.sqrt(count)
    return { x: y / Math.LN10, y: at(count), from: at(count - luck), to: at(count + luck), count }
  }).filter(({ count }) => count > 0)
  return (
    <>
      {bins.map(({ x, from, to }) => (
        <Segment key={x} from={[x, Math.max(from, low)]} to={[x, to]} color={color} width={1.25} opacity={0.8} />
      ))}
      <Dots xs={bins.map(({ x }) => x)} ys={bins.map(({ y }) => y)} color={color} r={2.6} square />
      <Label at={[MOMENTA[0], high]} dx={8} dy={50} small bold color={color}>
        {words.particles}
      </Label>
    </>
  )
}

/** Vertical lines that can be dragged; `bare`: without the slope. */
function Lines({ bare, ...scene }: Scene & { bare: boolean }) {
  const { params, palette, words, format } = scene
  const [low, high] = spectrumWindow(params)[1]
  const { volumes, start, share } = steadyOf(params)
  const eq = equilibrium(lawOf(params))
  const isPast = eq !== null && (topOf(params)?.[0] ?? Number.POSITIVE_INFINITY) < Math.log10(eq) // the bump is left of the balance
  const slope = slopeAt(volumes, share, Math.log(params.probe))
  const at = (share_: number) => heightAt(params, share_)
  const [from, to, begin, probe] = [Math.log10(params.low), Math.log10(params.high), start / Math.LN10, Math.log10(params.probe)]
  const wall = (x: number, edge: number) => [
    [
      [edge, low],
      [x, low],
      [x, high],
      [edge, high],
    ] as const,
  ]
  return (
    <>
      <Region rings={wall(from, MOMENTA[0])} fill={palette.grid} opacity={0.7} param="low" />
      <Region rings={wall(to, MOMENTA[1])} fill={palette.grid} opacity={0.7} param="high" />
      <Segment from={[begin, low]} to={[begin, at(GRIPS.start)]} color={palette.soft} width={1.25} />
      <Label at={[begin, at(GRIPS.start)]} dx={12} dy={4} small color={palette.soft} param="inj">
        {words.start}
      </Label>
      <Label at={[from, at(GRIPS.ends)]} dx={-12} dy={4} anchor="end" small color={palette.soft} param="low">
        {words.from}
      </Label>
      <Label at={[to, at(GRIPS.ends)]} dx={-12} dy={4} anchor="end" small color={palette.soft} param="high">
        {words.to}
      </Label>
      {eq !== null && (
        <>
          <Segment
            from={[Math.log10(eq), low]}
            to={[Math.log10(eq), at(GRIPS.balance)]}
            color={palette.soft}
            width={1.25}
            dash="2 3"
          />
          <Label
            at={[Math.log10(eq), at(GRIPS.balance)]}
            dx={isPast ? 12 : -12}
            dy={isPast ? 22 : 4}
            anchor={isPast ? 'start' : 'end'}
            small
            param="loss"
          >
            {words.balance}
          </Label>
        </>
      )}
      <Segment from={[probe, low]} to={[probe, at(GRIPS.probe)]} color={palette.line} width={1.25} />
      {slope !== null && !bare && (
        <Label at={[probe, at(GRIPS.probe)]} dx={12} dy={4} small param="probe">
          {`${words.slope} ${format(slope + POWERS[params.moment], 2)}`}
        </Label>
      )}
    </>
  )
}

function Fit({ params, palette, words }: Scene) {
  const { volumes, share, start } = steadyOf(params)
  const fit = powerLawOf(volumes, share, start)
  if (!params.fit || fit === null) return null
  const { color, dash } = LOOKS.fit
  const xs = [fit.from, fit.to].map((y) => y / Math.LN10)
  const ys = [fit.from, fit.to].map((y) => (fit.intercept + fit.slope * y) / Math.LN10 + (POWERS[params.moment] * y) / Math.LN10)
  return (
    <>
      <Curve xs={xs} ys={ys} color={color(palette)} dash={dash} width={2.25} param="fit" />
      <Label at={[MOMENTA[0], spectrumWindow(params)[1][1]]} dx={8} dy={84} small bold color={color(palette)}>
        {words.fit}
      </Label>
    </>
  )
}

/** `bare`: what is there by now, without the steady state to which it goes. */
function Spectrum({ bare = false, ...scene }: Scene & { bare?: boolean }) {
  const { params, frame, palette, words, format } = scene
  const xs = momentaOf(params)
  const [, [low, high]] = spectrumWindow(params)
  const now = log10(frame.n).map((v, i) => Math.max(v + POWERS[params.moment] * xs[i]!, 2 * low))
  const formula = bare ? null : formulaLine(params)
  const top = bare ? null : topOf(params)
  const names = [
    { text: bare ? '' : words.steady, color: LOOKS.steady.color(palette) },
    { text: `${words.cells} ${format(frame.t, 3)}`, color: LOOKS.cells.color(palette) },
  ]
  return (
    <>
      <Lines {...scene} bare={bare} />
      <Curve xs={xs} ys={now} color={LOOKS.cells.color(palette)} width={2.5} />
      {!bare && (
        <Curve xs={xs} ys={marchedLine(params)} color={LOOKS.steady.color(palette)} dash={LOOKS.steady.dash} width={1.5} />
      )}
      {formula && <Curve xs={xs} ys={formula} color={LOOKS.formula.color(palette)} dash={LOOKS.formula.dash} width={2.5} />}
      <Fit {...scene} />
      <Particles {...scene} />
      {top && (
        <>
          <Dot at={[top[0], within(top[1], [low, high])]} color={palette.ink} r={4} />
          <Label at={[top[0], within(top[1], [low, high])]} dx={10} dy={-8} small bold>
            {`${words.peak} ${format(10 ** top[0], 3)}`}
          </Label>
        </>
      )}
      {names.map(({ text, color }, k) => (
        <Label key={color} at={[MOMENTA[0], high]} dx={8} dy={16 + 17 * k} small bold color={color}>
          {text}
        </Label>
      ))}
      {formula && (
        <Label at={[MOMENTA[0], high]} dx={8} dy={67} small bold color={LOOKS.formula.color(palette)}>
          {words.formula}
        </Label>
      )}
    </>
  )
}

const AXES = { n0: 'axisN0', n1: 'axisN1', n2: 'axisN2' } as const

export const spectrum: PlotView<Scene> = {
  kind: 'plot',
  map: 'particles',
  window: ({ params }) => spectrumWindow(params),
  x: ({ words }) => ({ title: words.axisMomentum, scale: 'log10', ticks: [-2, 0, 2, 4, 6] }),
  y: ({ words, params }) => ({ title: words[AXES[params.moment]], scale: 'log10', grid: true }),
  draw: (scene) => <Spectrum {...scene} />,
  waiting: (scene) => <Spectrum {...scene} bare />,
}
