// Work against error: the curve of every rule, the run on screen as a point that can be dragged along its curve, and the result of the network.

import type { Point } from '@/contract'
import type { FrontierPoint } from '@/domains/dynamics/frontier'
import { Curve, Dot, Dots, Label, SpreadLabels } from '@/views'
import type { CurveName, PointName } from './fronts'
import { FRONT_WINDOW, landingOf } from './handles'
import { ruleColour, type Scene } from './looks'

const LOOKS: Readonly<
  Record<CurveName, { scheme: 'hermite' | 'leapfrog' | 'pair'; rule: 'mu' | 'fixed' | 'aarseth'; dash?: string }>
> = {
  mu: { scheme: 'hermite', rule: 'mu' },
  fixed: { scheme: 'hermite', rule: 'fixed' },
  aarseth: { scheme: 'hermite', rule: 'aarseth' },
  leapfrog: { scheme: 'leapfrog', rule: 'fixed', dash: '6 3' },
  swift: { scheme: 'leapfrog', rule: 'mu', dash: '6 3' },
  pair: { scheme: 'pair', rule: 'mu', dash: '2 3' },
}
const ALWAYS: readonly CurveName[] = ['mu', 'fixed']
const LABELLED: Readonly<Record<CurveName, number>> = {
  mu: 0.72,
  fixed: 0.62,
  aarseth: 0.5,
  leapfrog: 0.85,
  swift: 0.75,
  pair: 0.6,
}

export const frontWindow = ({ params }: Scene) => FRONT_WINDOW[params.error]

const errorOf = (point: FrontierPoint, { params }: Scene): number =>
  params.error === 'energy' ? point.energyError : point.positionError

/** In powers of ten; null if an error is not known. */
function placeOf(point: FrontierPoint, scene: Scene): Point | null {
  const error = errorOf(point, scene)
  const y = Math.log10(Math.max(error, 1e-17))
  return Number.isFinite(y) ? [Math.log10(point.evaluations), y] : null
}

export function Front(scene: Scene) {
  const { params, palette, maps, words, series, step } = scene
  const found = maps.fronts?.result
  const names = (Object.keys(LOOKS) as CurveName[]).filter((name) => params.tab === 'compare' || ALWAYS.includes(name))
  const curves = names.map((name) => {
    const look = LOOKS[name]
    const points = (found?.curves[name] ?? []).map((one) => placeOf(one, scene)).filter((one) => one !== null)
    return { name, points, color: ruleColour(palette, look), dash: look.dash }
  })
  const single = (name: PointName) => {
    const point = found?.points[name]
    return point ? placeOf(point, scene) : null
  }
  const [learned, radau, greedy] = [single('learned'), single('radau'), single('greedy')]
  const landing = landingOf(params)
  const color = ruleColour(palette, params)
  const now: Point = [Math.log10(series.evaluations[step]!), Math.log10(Math.max(series.energyError[step]!, 1e-17))]
  const [[x0, x1], [y0, y1]] = frontWindow(scene)
  const inside = ([x, y]: Point) => x > x0 && x < x1 && y > y0 && y < y1
  return (
    <>
      {curves.map(({ name, points, color: own, dash }) => (
        <g key={name}>
          <Curve xs={points.map((p) => p[0])} ys={points.map((p) => p[1])} color={own} width={2} dash={dash} />
          <Dots xs={points.map((p) => p[0])} ys={points.map((p) => p[1])} color={own} r={2} square={dash !== undefined} />
        </g>
      ))}
      {params.error === 'energy' && <Dot at={now} color={palette.faint} r={3} />}
      {radau && <Dot at={radau} color={palette.ink} r={5} square />}
      {greedy && <Dot at={greedy} color={palette.method} r={4} square />}
      {learned && <Dot at={learned} color={palette.method} r={5.5} />}
      <Dot at={landing} color={color} r={6.5} ring />
      <SpreadLabels
        labels={[
          ...curves.flatMap(({ name, points, color: own }) => {
            const seen = points.filter(inside)
            const at = seen[Math.floor(LABELLED[name] * (seen.length - 1))]
            return at && seen.length > 2 ? [{ at, text: words[name], color: own }] : []
          }),
          ...(learned ? [{ at: learned, text: words.learned, color: palette.method }] : []),
          ...(radau ? [{ at: radau, text: words.radau, color: palette.ink }] : []),
          ...(greedy ? [{ at: greedy, text: words.greedy, color: palette.method }] : []),
        ]}
      />
      {found === undefined && (
        <Label at={[(x0 + x1) / 2, (y0 + y1) / 2]} anchor="middle" italic>
          {words.computing}
        </Label>
      )}
    </>
  )
}
