// The result of a straight-line fit for each pair of exponent and scatter: a small slope has two causes.
import type { Plane, Point, Window } from '@/contract'
import { dilutedSlope } from '@/domains/dynamics/timingRatio'
import { Dot, Label, paintBands, rampColor, Segment, sampled } from '@/views'
import { campaignOf } from './campaign'
import { makerColour, type Scene } from './looks'
import { GENERATORS, RULES } from './makers'
import { SPREAD } from './scenes'

export const RULES_WINDOW: Window = [
  [0, 1],
  [0, 3],
]
const LABELLED = 1.25 // the exponent at which contours carry their slopes
const LEVELS = [0, 0.1, 0.2, 0.4, 0.7, 0.95, 1.05]

export function paintSlopes(ctx: CanvasRenderingContext2D, { palette }: Scene, plane: Plane): void {
  const [columns, rows] = [Math.max(2, Math.round(plane.width / 3)), Math.max(2, Math.round(plane.height / 3))]
  paintBands(ctx, plane, {
    values: sampled((scatter, p) => dilutedSlope(SPREAD, p, scatter), plane.window, columns, rows),
    columns,
    rows,
    levels: LEVELS,
    // lightest at 1, where the test is passed, darker on both sides
    color: (index) => rampColor(palette.field, index >= 6 ? 0.3 : 0.7 * (1 - index / 5)),
    line: palette.name === 'dark' ? 'rgb(255 255 255 / 0.14)' : 'rgb(255 255 255 / 0.8)',
    width: palette.weight,
  })
}

/** Scatter at which the slope has a value, for a label on the contour. */
function scatterAt(slope: number, p: number): number | null {
  for (let scatter = 0; scatter < 0.98; scatter += 0.01)
    if (dilutedSlope(SPREAD, p, scatter) <= slope) return scatter > 0 ? scatter : null
  return null
}

export function Rules(scene: Scene) {
  const { params, palette, words, format } = scene
  const { fit } = campaignOf(params)
  const here: Point | null = fit && Number.isFinite(fit.exponent) ? [fit.scatter, fit.exponent] : null
  return (
    <>
      {LEVELS.slice(1, 6).map((level) => {
        const scatter = scatterAt(level, LABELLED)
        return (
          scatter !== null && (
            <Label key={level} at={[scatter, LABELLED]} anchor="middle" dy={4} small color={palette.soft}>
              {format(level, 2)}
            </Label>
          )
        )
      })}
      {(
        [
          [0, words.together],
          [1, words.gravity],
          [2, words.constantSpeed],
        ] as const
      ).map(([p, text]) => (
        <g key={text}>
          <Segment from={[0, p]} to={[0.04, p]} color={palette.ink} width={1.5} />
          <Label at={[0.04, p]} dx={4} dy={p === 0 ? -5 : 4} small italic>
            {text}
          </Label>
        </g>
      ))}
      {GENERATORS.map((maker) => {
        const rule = RULES[maker]
        if (!rule) return null
        const held = maker === params.maker
        const color = held ? makerColour(palette, maker) : palette.soft
        const left = rule.scatter > 0.75
        return (
          <g key={maker}>
            <Dot at={[rule.scatter, rule.p]} color={color} r={held ? 5 : 3.5} square />
            <Label
              at={[rule.scatter, rule.p]}
              dx={left ? -8 : 8}
              dy={4}
              anchor={left ? 'end' : 'start'}
              small
              bold={held}
              color={color}
            >
              {words[maker]}
            </Label>
          </g>
        )
      })}
      {here && <Dot at={here} color={makerColour(palette, params.maker)} r={4} ring />}
      {params.maker === 'earth' && here && (
        <Label at={here} dx={12} dy={16} small bold color={palette.method}>
          {words.thisOne}
        </Label>
      )}
    </>
  )
}
