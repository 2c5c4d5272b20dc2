// Which learning rates work: whole races, and whole trainings of the network, against the rate.
import type { PlotView, Point } from '@/contract'
import { memoized } from '@/memoized'
import { Label } from '@/views'
import { SweepChart, sweepLines, sweepWindow } from '@/views/sweepChart'
import { LANE_LOOKS, LOOKS, type Look, nameOf, type Scene, shownMethods } from './looks'
import { RATES } from './params'
import { LOW } from './race'
import { LANES } from './training'
import { LEARNED, NET_RANGE, NET_RATES } from './trainings'
import { FIRST, LAST, RANGE } from './window'

const look = (scene: Scene, { color, dash, square }: Look) => ({ color: color(scene.palette), dash, square })
const number = (end: number) => end

const windowLines = memoized((scene: Scene) =>
  sweepLines(
    scene.maps.window?.result ?? [],
    shownMethods(scene).map((method) => ({ lane: method, text: nameOf(scene, method), ...look(scene, LOOKS[method]) })),
    number,
    LOW,
  ),
)

const VALUES: Point = [FIRST - 0.1, LAST + 0.1]

function Window(scene: Scene) {
  const { params, palette, words } = scene
  const rate = params[RATES[params.picked]]
  if (!scene.maps.window) return <Waiting {...scene} />
  return (
    <SweepChart
      lines={windowLines(scene)}
      values={VALUES}
      range={RANGE}
      threshold={LOW}
      word={words.works}
      count={(name, working) => `${name}: ${working}`}
      here={[{ at: Math.log10(rate), knob: 'top', text: words.rate, color: LOOKS[params.picked].color(palette) }]}
    />
  )
}
function Waiting({ words }: Scene) {
  return (
    <Label at={[-0.5, -2]} anchor="middle" italic>
      {words.computing}
    </Label>
  )
}

export const window: PlotView<Scene> = {
  kind: 'plot',
  map: 'window',
  window: (scene) => sweepWindow(VALUES, RANGE, shownMethods(scene).length),
  x: ({ words }) => ({ title: words.axisRate, scale: 'log10', ticks: [-5, -4, -3, -2, -1, 0] }),
  y: { scale: 'log10', ticks: [-12, -8, -4, 0, 4], grid: true },
  draw: (scene) => <Window {...scene} />,
}

const netLines = memoized((scene: Scene) =>
  sweepLines(
    scene.maps.trainings?.result ?? [],
    LANES.map((lane) => ({
      lane,
      text: {
        half: scene.params.difference ? scene.words.adan : scene.words.adanWithout,
        adamHalf: scene.words.adamHalf,
        adamFull: scene.words.adam,
      }[lane],
      ...look(scene, LANE_LOOKS[lane]),
    })),
    number,
    LEARNED,
  ),
)

const EDGE = 0.15
const NET_VALUES: Point = [Math.log10(NET_RATES[0]) - EDGE, Math.log10(NET_RATES.at(-1)!) + EDGE]

/** `bare`: without those of Adam. */
function Trainings({ bare = false, ...scene }: Scene & { bare?: boolean }) {
  const { params, palette, words } = scene
  if (!scene.maps.trainings) return <Waiting {...scene} />
  return (
    <SweepChart
      lines={netLines(scene).filter(({ lane }) => !bare || lane === 'half')}
      values={NET_VALUES}
      range={NET_RANGE}
      threshold={LEARNED}
      word={words.learned}
      here={[
        { at: Math.log10(params.netAdan), knob: 'top', text: words.adan, color: palette.method },
        { at: Math.log10(params.netAdam), knob: 'bottom', text: words.adam, color: palette.base },
      ]}
    />
  )
}

export const trainings: PlotView<Scene> = {
  kind: 'plot',
  map: 'trainings',
  window: sweepWindow(NET_VALUES, NET_RANGE, LANES.length),
  x: ({ words }) => ({ title: words.axisRate, scale: 'log10', ticks: [-1] }),
  y: { scale: 'log10', ticks: [-6, -4, -2, 0], grid: true },
  draw: (scene) => <Trainings {...scene} />,
  waiting: (scene) => <Trainings {...scene} bare />,
}
