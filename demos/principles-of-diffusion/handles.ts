// What can be dragged: the point, where it lands, bumps and their widths, the count of steps, and on the other pages their points and times.
import type { Handle, Point } from '@/contract'
import { DATA, ERROR_WINDOW, laneAt, MISSES, sliceOf } from './lanes'
import { bumpOf, landingTime, MOST, type Params, params, siteOf, TIMES } from './params'
import type { View } from './presets'
import { factsOf, jumpOf } from './problem'

type Drag = Handle<Params, View>

const neat = (v: number) => Math.round(v * 1000) / 1000 + 0
const within = (v: number, low: number, high: number) => neat(Math.min(Math.max(v, low), high))
const placed = (list: Params['bumps'], index: number, at: Point): Params['bumps'] =>
  [...list.filter((one) => one.index !== index), { index, at }].sort((a, b) => a.index - b.index)

const hasBump = (k: number) => (p: Params) => p.tab === 'line' && p.shares[k]! > 0
const bump = (k: number): Record<string, Drag> => ({
  [`bump${k}`]: {
    label: `bump ${k + 1}: centre`,
    view: 'strip',
    moves: ['bumps'],
    when: hasBump(k),
    at: (p) => [DATA.bars, bumpOf(p, k)[0]],
    move: ([, y], p) => ({ bumps: placed(p.bumps, k, [within(y, params.bumps.min[0], params.bumps.max[0]), bumpOf(p, k)[1]]) }),
  },
  [`width${k}`]: {
    label: `bump ${k + 1}: width`,
    view: 'strip',
    quiet: true,
    moves: ['bumps'],
    when: hasBump(k),
    at: (p) => [DATA.bars, bumpOf(p, k)[0] + bumpOf(p, k)[1]],
    move([, y], p) {
      const [centre] = bumpOf(p, k)
      return { bumps: placed(p.bumps, k, [centre, within(y - centre, 0, params.bumps.max[1])]) }
    },
  },
})
const site = (k: number): Drag => ({
  label: `Gaussian ${k + 1}`,
  view: 'plane',
  quiet: true,
  moves: ['sites'],
  when: (p) => p.tab === 'plane',
  at: (p) => siteOf(p, k),
  move: ([x, y], p) => ({
    sites: placed(p.sites, k, [
      within(x, params.sites.min[0], params.sites.max[0]),
      within(y, params.sites.min[1], params.sites.max[1]),
    ]),
  }),
})

const [lowX, highX] = params.x.hard!
export const movedPoint = ([t, x]: Point): Pick<Params, 'time' | 'x'> => ({
  time: within(t, ...TIMES),
  x: within(x, lowX, highX),
})
export const handles: Readonly<Record<string, Drag>> = {
  ...bump(0),
  ...bump(1),
  ...bump(2),
  ...bump(3),
  landing: {
    label: 'where the jump lands',
    view: 'strip',
    moves: ['to'],
    when: (p) => p.tab === 'line' && p.jumps > 0,
    at: (p) => [landingTime(p), jumpOf(p).exact.at(-1)!],
    move: ([t], p) => ({ to: within(Math.min(t, p.time), ...TIMES) }),
  },
  point: {
    label: 'point',
    view: 'strip',
    invite: 'drag me',
    moves: ['time', 'x'],
    when: (p) => p.tab === 'line',
    at: (p) => [p.time, p.x],
    move: (to) => movedPoint(to),
  },
  read: {
    label: 'point',
    view: 'slice',
    moves: ['x'],
    when: (p) => p.tab !== 'plane',
    at: (p) => [p.x, laneAt(sliceOf(p), p.target, factsOf(p)![p.target])],
    move: ([x]) => ({ x: within(x, lowX, highX) }),
  },
  seen: {
    label: 'point',
    view: 'kernel',
    quiet: true,
    moves: ['x'],
    when: (p) => p.tab === 'line',
    at: (p) => [p.x, 0],
    move: ([x]) => ({ x: within(x, lowX, highX) }),
  },
  steps: {
    label: 'steps',
    view: 'errors',
    moves: ['steps'],
    when: (p) => p.tab !== 'train',
    at: (p) => [Math.log10(p.steps), ERROR_WINDOW[1][0]],
    move: ([x]) => ({ steps: within(Math.round(10 ** x), params.steps.min, params.steps.max) }),
    nudge: ([x], p) => ({ steps: within(p.steps + Math.sign(x), params.steps.min, params.steps.max) }),
  },
  spot: {
    label: 'point',
    view: 'plane',
    invite: 'drag me',
    moves: ['spot'],
    when: (p) => p.tab === 'plane',
    at: (p) => p.spot,
    move: ([x, y]) => ({ spot: [within(x, -3, 3), within(y, -3, 3)] }),
  },
  ...Object.fromEntries(Array.from({ length: MOST }, (_, k) => [`site${k}`, site(k)])),
  moment: {
    label: 'time of the slice',
    view: 'misses',
    invite: 'drag me',
    moves: ['time'],
    when: (p) => p.tab === 'train',
    at: (p) => [p.time, MISSES[0]],
    move: ([t]) => ({ time: within(t, ...TIMES) }),
  },
}
