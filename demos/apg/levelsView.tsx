// How many of the little pictures are dull, medium and vivid: in this run, or with every guidance scale.
import type { Axis, Point, Window } from '@/contract'
import { PATCH_LEVELS } from '@/domains/diffusion/mixtures'
import { Label, Region, Rule, Segment, SpreadLabels } from '@/views'
import { SweepLine } from './charts'
import { angleOf, chromaColour } from './colours'
import { classOf } from './params'
import type { Scene } from './planeView'

const LEVELS = ['dull', 'medium', 'vivid'] as const
export const levelsWindow = ({ params }: Scene): Window =>
  params.chart === 'sweep'
    ? [
        [1, 20],
        [0, 1.05],
      ]
    : [
        [0, 3],
        [-0.22, 1.14],
      ]
export const levelsAxes = ({ params, words }: Scene): { x: Axis; y: Axis } =>
  params.chart === 'sweep'
    ? { x: { title: words.axisScale, ticks: [1, 5, 10, 15, 20] }, y: { ticks: [0, 0.5, 1] } }
    : { x: { ticks: [] }, y: { ticks: [0, 0.5, 1] } }

export function Levels(scene: Scene) {
  return scene.params.chart === 'sweep' ? <LevelsAgainst scene={scene} /> : <Bars scene={scene} />
}

function Bars({ scene }: { scene: Scene }) {
  const { params, palette, words, frame } = scene
  const angle = angleOf(classOf(params.hue))
  return (
    <>
      {LEVELS.map((level, k) => (
        <g key={level}>
          <Segment from={[k + 0.1, 1 / 3]} to={[k + 0.9, 1 / 3]} color={palette.ink} width={2} />
          {(['cfg', 'apg'] as const).map((method, side) => {
            const share = frame.ends[method].found[level]
            const color = method === 'cfg' ? palette.base : palette.method
            const [from, to] = [k + 0.18 + 0.33 * side, k + 0.48 + 0.33 * side]
            const bar: Point[] = [
              [from, 0],
              [to, 0],
              [to, share],
              [from, share],
            ]
            return (
              <g key={method}>
                <Region rings={[bar]} fill={color} opacity={method === 'cfg' ? 0.55 : 0.85} stroke={color} />
                <Label at={[(from + to) / 2, share]} dy={-5} anchor="middle" small color={color}>
                  {`${Math.round(100 * share)} %`}
                </Label>
                {k === 2 && (
                  <Label at={[(from + to) / 2, 0.04]} anchor="middle" small bold color={color}>
                    {words[method]}
                  </Label>
                )}
              </g>
            )
          })}
          <Segment from={[k + 0.2, -0.03]} to={[k + 0.8, -0.03]} color={chromaColour(angle, PATCH_LEVELS[k]!)} width={6} />
          <Label at={[k + 0.5, -0.03]} dy={16} anchor="middle" small>
            {words[level]}
          </Label>
        </g>
      ))}
      <Label at={[0.1, 1 / 3]} dy={-5} small>
        {words.truth}
      </Label>
    </>
  )
}

function LevelsAgainst({ scene }: { scene: Scene }) {
  const { params, palette, words, maps } = scene
  const lines = (['cfg', 'apg'] as const).flatMap((method) =>
    (['vivid', 'dull'] as const).map((level) => ({ method, level, color: method === 'cfg' ? palette.base : palette.method })),
  )
  return (
    <>
      <Rule x={params.w} />
      <Segment from={[1, 1 / 3]} to={[20, 1 / 3]} color={palette.ink} width={1.5} />
      {lines.map(({ method, level, color }) => (
        <SweepLine
          key={method + level}
          sweep={maps[method]?.result}
          name={level}
          color={color}
          dash={level === 'dull' ? '2 4' : undefined}
        />
      ))}
      <SpreadLabels
        anchor="end"
        labels={[
          { at: [19.8, 1 / 3], text: words.truth, color: palette.ink, quiet: true },
          ...lines.flatMap(({ method, level, color }) => {
            const shares = maps[method]?.result.found[level]
            const share = shares?.at(-1)
            return share === undefined || Number.isNaN(share)
              ? []
              : [{ at: [15, share] as const, text: `${words[method]}, ${words[level]}`, color }]
          }),
        ]}
      />
    </>
  )
}
