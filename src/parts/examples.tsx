// Every part of src/views with made-up data, to show what exists. `npm run dev`, then /parts/.
import type { ReactNode } from 'react'
import type { Axis, Crowd, Palette, PlotView, Point, Window } from '@/contract'
import { fillNormal, stream } from '@/numerics/random'
import { sweep } from '@/numerics/sweep'
import { Bars, GroupNames, SeriesNames } from '@/views/bars'
import { Chart } from '@/views/chart'
import { CrowdLayer } from '@/views/crowdLayer'
import { HeatMatrix } from '@/views/heatMatrix'
import { Circle, Curve, Dot, Dots, Inset, Label, Region, Segment, SpreadLabels } from '@/views/parts'
import { PathChart } from '@/views/pathChart'
import { Film } from '@/views/pictures'
import { Ring } from '@/views/ring'
import { SIMPLEX_WINDOW, Simplex } from '@/views/simplex'
import { ellipse, paintSphere, SPHERE_WINDOW } from '@/views/sphere'
import { SweepChart, sweepLines, sweepWindow } from '@/views/sweepChart'

export interface Example {
  /** The parts that it shows; the first is its name. */
  parts: readonly string[]
  /** What they are for, in one sentence. */
  says: string
  window: Window
  equal?: boolean
  x?: Axis
  y?: Axis
  under?: PlotView<{ palette: Palette }>['under']
  marks?: PlotView<{ palette: Palette }>['marks']
  draw(palette: Palette): ReactNode
}

/** Fifty thousand normal points that stay where they are. */
const crowd = ((): Crowd => {
  const start = new Float64Array(100_000)
  fillNormal(stream(1, 'crowd'), start)
  const still = { kernels: 1, power: 0, levels: new Float32Array(12), steps: new Float32Array(0) }
  return { key: 'normal', count: start.length / 2, ...still, start: Float32Array.from(start) }
})()

const UNIT: Window = [
  [0, 1],
  [0, 1],
]
const wave = (rate: number, phase = 0) => Array.from({ length: 61 }, (_, k) => Math.exp(-rate * k) * Math.cos(0.25 * k + phase))

const sweptRange: Point = [-4, 1]
const swept = (() => {
  const lane = (name: string, best: number) => ({
    name,
    values: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3],
    seeds: () => 3,
    params: (value: number, seed: number) => ({ loss: 1e-3 * (1 + 0.4 * seed) * (value / best + best / value) ** 2 }),
  })
  const work = sweep([lane('first', 0.01), lane('second', 0.06)], {
    *run({ loss }) {
      yield 1
      return loss
    },
  })
  let next = work.next()
  while (!next.done) next = work.next()
  return next.value
})()

const steps = [0, 0.2, 0.4, 0.6, 0.8, 0.95].map((value) => ({ lane: 'only', value, ends: [20 + 200 * (value - 0.6) ** 2] }))

export const examples: readonly Example[] = [
  {
    parts: ['Chart', 'Rule'],
    says: 'Series over steps: the past firm, the future pale, a rule and dots at the present, names at the ends.',
    window: [
      [0, 60],
      [-1, 1.1],
    ],
    x: { title: 'step' },
    y: { title: 'place' },
    draw: (palette) => (
      <Chart
        step={24}
        last={60}
        lines={[
          { name: 'a', text: 'with momentum', color: palette.method, ys: wave(0.03) },
          { name: 'b', text: 'without', color: palette.base, ys: wave(0.01, 1), dash: '5 4' },
        ]}
      />
    ),
  },
  {
    parts: ['PathChart'],
    says: 'Series over what a step has cost: each line has its own present, and its name beyond its end.',
    window: [
      [0, 130],
      [-1, 1.1],
    ],
    x: { title: 'work' },
    y: { title: 'place' },
    draw: (palette) => (
      <PathChart
        step={40}
        last={60}
        beyond
        lines={[
          { name: 'a', text: 'cheap', color: palette.method, xs: wave(0).map((_, k) => 0.6 * k), ys: wave(0.03) },
          { name: 'b', text: 'dear', color: palette.base, xs: wave(0).map((_, k) => 1.6 * k), ys: wave(0.01, 1), dash: '5 4' },
        ]}
      />
    ),
  },
  {
    parts: ['Ring'],
    says: 'Machines in a ring, and what they send each other as chords.',
    window: UNIT,
    equal: true,
    draw: (palette) => (
      <Ring
        count={8}
        center={[0.5, 0.5]}
        radius={0.4}
        color={palette.base}
        links={[
          { from: 0, to: 3, color: palette.method, width: 2, arrow: true },
          { from: 5, to: 6, color: palette.method, width: 2 },
        ]}
        marked={[0, 3]}
        mark={palette.method}
      />
    ),
  },
  {
    parts: ['SweepChart'],
    says: 'Ends of many runs against a parameter: a dot a seed, the median, the band of the middle half, and which values work.',
    window: sweepWindow([-3, -0.5], sweptRange, 2),
    x: { title: 'learning rate', scale: 'log10' },
    y: { title: 'loss', scale: 'log10' },
    draw: (palette) => (
      <SweepChart
        lines={sweepLines(
          swept,
          [
            { lane: 'first', text: 'first', color: palette.method },
            { lane: 'second', text: 'second', color: palette.base, square: true },
          ],
          (loss: number) => loss,
          0.02,
        )}
        values={[-3, -0.5]}
        range={sweptRange}
        threshold={0.02}
        word="works"
        here={[{ at: -1.6, knob: 'top', text: 'here', color: palette.method }]}
      />
    ),
  },
  {
    parts: ['SweepChart'],
    says: 'The same where the values are evenly spaced: the scale of each axis is `log10` or `linear`.',
    window: sweepWindow([0, 1], [0, 100], 1),
    x: { title: 'momentum' },
    y: { title: 'steps' },
    draw: (palette) => (
      <SweepChart
        x="linear"
        y="linear"
        lines={sweepLines(steps, [{ lane: 'only', text: 'fast', color: palette.method }], (count: number) => count, 40)}
        values={[0, 1]}
        range={[0, 100]}
        threshold={40}
        word="fast"
        here={[{ at: 0.5, knob: 'top', text: 'here', color: palette.method }]}
      />
    ),
  },
  {
    parts: ['Bars', 'GroupNames', 'SeriesNames'],
    says: 'Groups of bars, which may be negative; a handle of kind `bars` makes their tops draggable.',
    window: [
      [-0.6, 2.6],
      [-0.6, 1],
    ],
    draw: (palette) => (
      <>
        <Bars
          series={[
            { name: 'given', values: [0.4, -0.3, 0.8], color: palette.base, outline: true },
            { name: 'found', values: [0.7, -0.1, 0.5], color: palette.method },
          ]}
        />
        <GroupNames names={['one', 'two', 'three']} />
        <SeriesNames
          words={[
            { text: 'given', color: palette.base },
            { text: 'found', color: palette.method },
          ]}
        />
      </>
    ),
  },
  {
    parts: ['HeatMatrix'],
    says: 'A matrix as coloured cells, with its name and its largest entry.',
    window: [
      [-0.05, 1.05],
      [-0.05, 1.15],
    ],
    equal: true,
    draw: (palette) => (
      <HeatMatrix
        values={Array.from({ length: 36 }, (_, k) => Math.cos(0.9 * (k % 6)) * Math.sin(0.6 * Math.floor(k / 6)))}
        size={6}
        corner={[0, 0]}
        name="A"
        color={palette.method}
      />
    ),
  },
  {
    parts: ['Film'],
    says: 'Frames for pictures of pixels, which `paintPicture` paints in greys or signed colours, with names and notes.',
    window: [
      [-0.1, 3.5],
      [-0.3, 1.3],
    ],
    equal: true,
    draw: (palette) => (
      <Film
        frames={[
          { name: 'truth', at: [0, 0], color: palette.ink },
          { name: 'guess', at: [1.2, 0], color: palette.base, note: '24.3 dB' },
          { name: 'corrected', at: [2.4, 0], color: palette.method, empty: 'not yet' },
        ]}
      />
    ),
  },
  {
    parts: ['Simplex'],
    says: 'The triangle of three shares, with lines of equal mean.',
    window: SIMPLEX_WINDOW,
    equal: true,
    draw: () => <Simplex names={['A', 'B', 'C']} weights={[0, 0.5, 1]} />,
  },
  {
    parts: ['Curve', 'Dots', 'Dot'],
    says: 'A line through data, many equal marks, and a mark of its own.',
    window: [
      [0, 60],
      [-1, 1],
    ],
    draw: (palette) => (
      <>
        <Curve ys={wave(0.02)} color={palette.base} />
        <Dots
          xs={Array.from({ length: 13 }, (_, k) => 5 * k)}
          ys={wave(0.02).filter((_, k) => k % 5 === 0)}
          color={palette.base}
        />
        <Dot at={[20, wave(0.02)[20]!]} color={palette.method} ring />
        <Dot at={[40, wave(0.02)[40]!]} color={palette.base3} square />
      </>
    ),
  },
  {
    parts: ['Region', 'Segment', 'Circle', 'Label'],
    says: 'Areas, hatched where a method diverges, lines, arrows and words.',
    window: UNIT,
    equal: true,
    draw: (palette) => (
      <>
        <Region
          rings={[
            [
              [0.6, 0],
              [1, 0],
              [1, 1],
              [0.8, 1],
            ],
          ]}
          hatch
          stroke={palette.line}
        />
        <Circle at={[0.3, 0.45]} radius={0.2} stroke={palette.base} fill={palette.grid} />
        <Segment from={[0.3, 0.45]} to={[0.65, 0.7]} color={palette.method} arrow />
        <Label at={[0.3, 0.45]} dy={20} anchor="middle" bold color={palette.base}>
          inside
        </Label>
        <Label at={[0.95, 0.1]} anchor="end" small italic color={palette.soft}>
          diverges
        </Label>
      </>
    ),
  },
  {
    parts: ['SpreadLabels'],
    says: 'Names beside points, moved apart so that none covers another.',
    window: UNIT,
    draw: (palette) => (
      <SpreadLabels
        labels={[
          { at: [0.3, 0.5], text: 'one', color: palette.method },
          { at: [0.3, 0.52], text: 'another', color: palette.base },
          { at: [0.3, 0.54], text: 'and a third', color: palette.base2, quiet: true },
        ]}
      />
    ),
  },
  {
    parts: ['Inset'],
    says: 'A small picture with a window of its own.',
    window: UNIT,
    draw: (palette) => (
      <Inset
        at={[0.5, 0.5]}
        size={140}
        window={[
          [-1, 1],
          [-1, 1],
        ]}
      >
        <Region
          rings={[
            [
              [-1, -1],
              [1, -1],
              [1, 1],
              [-1, 1],
            ],
          ]}
          fill={palette.raised}
          stroke={palette.line}
        />
        <Circle at={[0, 0]} radius={0.8} stroke={palette.method} />
      </Inset>
    ),
  },
  {
    parts: ['SphereStage'],
    says: 'The unit sphere with dots, rings, chords and arrows, turned by the finger (`sphereView`); here as it is where there is no WebGL.',
    window: SPHERE_WINDOW,
    equal: true,
    marks: (ctx, { palette }, plane) =>
      paintSphere(
        ctx,
        {
          dots: Array.from({ length: 60 }, (_, k) => {
            const [height, angle] = [(k + 0.5) / 30 - 1, 2.4 * k]
            const far = Math.sqrt(1 - height * height)
            return {
              at: [far * Math.cos(angle), height, far * Math.sin(angle)],
              color: palette.base,
              r: 0.02,
              hollow: k % 9 === 0,
            }
          }),
          lines: [
            { places: [0, 0, 1, 0.5, 0.6, 0.9], color: palette.method, width: 2.5, arrow: true },
            { places: [0.8, 0, 0.6, -0.8, 0.3, 0.5], color: palette.ink, inside: true },
            { places: ellipse([0.6, 0.2, 0], [0, 0.3, 0.3]), color: palette.soft, inside: true },
          ],
        },
        { params: { turn: 25, rise: 20 }, palette },
        plane,
      ),
    draw: (palette) => (
      <Label at={[0, -1]} dy={-8} anchor="middle" color={palette.base} bold>
        far side pale
      </Label>
    ),
  },
  {
    parts: ['CrowdLayer'],
    says: 'Very many points, computed beside the run: each pixel is as dense as the points in it.',
    window: [
      [-4, 4],
      [-3, 3],
    ],
    equal: true,
    under: ({ palette }, plane, size) => <CrowdLayer wish={{ crowd, step: 0, color: palette.method }} plane={plane} {...size} />,
    draw: (palette) => (
      <Label at={[-4, -3]} dx={8} dy={-8} color={palette.method} bold>
        50,000 points
      </Label>
    ),
  },
]
