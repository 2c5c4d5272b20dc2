// Experts that learn: the error over the updates, and at the end for pushed inputs.
import type { PlotView, Window } from '@/contract'
import { Curve, Dot, Dots, Label, Segment, SpreadLabels } from '@/views'
import { decadesOf, log10, rangeOf } from '@/views/series'
import { LOOKS, type Scene } from './looks'
import { params as schema } from './params'
import { errorAt, PUSHES } from './training'

const LEARNERS = ['smoe', 'momentum'] as const
const shownLearners = ({ params }: Scene) => LEARNERS.filter((method) => params[method])

const MOST_UPDATES = 1000
const LIMITS = [-4, 2] as const

function learningWindow({ maps }: Scene): Window {
  const run = maps.trained?.result
  return [[0, MOST_UPDATES], decadesOf(run ? [log10(run.smoe), log10(run.momentum)] : [], LIMITS, [-3, 1])]
}

const Waiting = ({ window: [[x0, x1], [y0, y1]], text }: { window: Window; text: string }) => (
  <Label at={[(x0 + x1) / 2, (y0 + y1) / 2]} anchor="middle" italic>
    {text}
  </Label>
)

function Learning(scene: Scene) {
  const { maps, palette, words } = scene
  const run = maps.trained?.result
  const window = learningWindow(scene)
  if (!run) return <Waiting window={window} text={words.learning} />
  return (
    <>
      {shownLearners(scene).map((method) => (
        <Curve
          key={method}
          xs={run.updates}
          ys={log10(run[method])}
          color={LOOKS[method].color(palette)}
          dash={LOOKS[method].dash}
          width={2}
        />
      ))}
      <SpreadLabels
        anchor="end"
        labels={shownLearners(scene).map((method) => ({
          at: [window[0][1], window[1][1]] as const,
          text: words[method],
          color: LOOKS[method].color(palette),
        }))}
      />
    </>
  )
}

export const learning: PlotView<Scene> = {
  kind: 'plot',
  map: 'trained',
  window: learningWindow,
  x: ({ words }) => ({ title: words.axisUpdate, ticks: 4 }),
  y: { scale: 'log10', ticks: 5, grid: true },
  draw: (scene) => <Learning {...scene} />,
}

function attackedWindow({ maps }: Scene): Window {
  const pushed = maps.trained?.result.pushed
  const [, high] = rangeOf(pushed ? [pushed.smoe, pushed.momentum] : [], [0, 1])
  return [
    [0, schema.push.max],
    [0, 1.15 * high],
  ]
}

function Attacked(scene: Scene) {
  const { maps, params, palette, words } = scene
  const pushed = maps.trained?.result.pushed
  const window = attackedWindow(scene)
  if (!pushed) return <Waiting window={window} text={words.learning} />
  return (
    <>
      <Segment from={[params.push, 0]} to={[params.push, window[1][1]]} color={palette.faint} />
      {shownLearners(scene).map((method) => {
        const look = { color: LOOKS[method].color(palette), square: LOOKS[method].square }
        return (
          <g key={method}>
            <Curve xs={PUSHES} ys={pushed[method]} color={look.color} dash={LOOKS[method].dash} width={2} />
            <Dots xs={PUSHES} ys={pushed[method]} r={2.6} {...look} />
            <Dot at={[params.push, errorAt(pushed[method], params.push)]} r={5} {...look} />
          </g>
        )
      })}
      <SpreadLabels
        anchor="end"
        labels={shownLearners(scene).map((method) => ({
          at: [window[0][1], pushed[method].at(-1)!] as const,
          text: words[method],
          color: LOOKS[method].color(palette),
        }))}
      />
    </>
  )
}

export const attacked: PlotView<Scene> = {
  kind: 'plot',
  map: 'trained',
  window: attackedWindow,
  x: ({ words }) => ({ title: words.axisPush, ticks: 5 }),
  y: { ticks: 4, grid: true },
  draw: (scene) => <Attacked {...scene} />,
}
