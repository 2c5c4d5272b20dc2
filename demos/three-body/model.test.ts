// What is true of the flights and of the run on screen. Schemes and forces are tested in src/domains/dynamics.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { centre, separation } from '@/domains/dynamics/nbody'
import { pythagorean, scene } from '@/domains/dynamics/nbodySystems'
import { INTERVAL, PAPER_WEIGHTS } from '@/domains/dynamics/stepChoice'
import { play, randomScene } from '@/domains/dynamics/stepPolicy'
import { runNow } from '@/engine'
import demo from './demo'
import { bodiesIn, energyErrorIn, evaluationsIn, fly, startFlight, timeIn } from './flight'
import { BEADS, MOST_PICTURES, model, type Params, params, STEPS_PER_BEAD, type State, strideOf } from './model'
import { presets } from './presets'
import { shippedPolicy } from './shipped'
import { bodiesAt, startOf } from './start'
import { flown, mostEvaluations, wholeOf } from './whole'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
const run = (changes: Partial<Params>) => runNow(demo as never, with_(changes) as never)
const last = (values: Float64Array | undefined) => values!.at(-1)!

describe('a flight', () => {
  const ways: [name: string, changes: Partial<Params>][] = [
    ['μ', {}],
    ['equal steps', { rule: 'fixed', delta: 4e-4 }],
    ['Aarseth', { rule: 'aarseth' }],
    ['network', { rule: 'learned' }],
    ['look ahead', { rule: 'greedy' }],
    ['leapfrog', { scheme: 'leapfrog', mu: 0.01 }],
    ['Dormand-Prince', { scheme: 'pair' }],
    ['Gauss-Radau', { scheme: 'radau' }],
  ]

  it.each(ways)('%s: step by step, in chunks and on screen it is the same, bit by bit', (_, changes) => {
    const p = with_({ ...changes, until: 4 })
    const whole = wholeOf(p)
    const single = startFlight(bodiesAt(p), p)
    while (timeIn(single) < p.until) fly(single, p.scheme, p.until, 1)
    const s = run({ ...changes, until: 4 })
    const shown = (s.state(s.last) as State).flight
    for (const flight of [single, shown]) {
      expect(flight.steps).toBe(whole.steps)
      expect(evaluationsIn(flight)).toBe(whole.evaluations)
      expect(energyErrorIn(flight)).toBe(whole.energyError)
      expect(timeIn(flight)).toBe(4)
    }
    expect(bodiesIn(shown).positions).toEqual(bodiesIn(single).positions)
    expect(s.last).toBe(Math.ceil(whole.steps / strideOf(p)))
  })

  it.each(ways)('%s keeps the centre of mass', (_, changes) => {
    const p = with_({ ...changes, until: 4 })
    const flight = startFlight(bodiesAt(p), p)
    fly(flight, p.scheme, p.until, Number.POSITIVE_INFINITY)
    const { masses, positions, velocities } = bodiesIn(flight)
    for (const part of [...centre(masses, positions), ...centre(masses, velocities)]) expect(Math.abs(part)).toBeLessThan(1e-12)
  })

  it('with a network is the game that the network was trained for', () => {
    const rounds = 60
    const played = play(randomScene(3004), shippedPolicy, rounds, PAPER_WEIGHTS)
    const p = with_({ ...startOf(randomScene(3004)), rule: 'learned', until: rounds * INTERVAL - 1e-9 })
    const flight = startFlight(bodiesAt(p), p)
    fly(flight, 'hermite', p.until, Number.POSITIVE_INFINITY)
    expect(evaluationsIn(flight)).toBe(played.evaluations + 1) // the game does not count the first one
    expect(Math.abs(energyErrorIn(flight) / Math.abs(played.error) - 1)).toBeLessThan(1e-3) // the last step is shorter by 1e-9
  })
})

describe('the run on screen', () => {
  it('starts from the golden bodies', () => {
    expect(bodiesAt(defaultsOf(params))).toEqual(pythagorean())
    const wild = scene([10, 2, -4, 9])
    expect(bodiesAt(with_(startOf(wild)))).toEqual(wild)
  })

  it('is seen from the centre of mass', () => {
    const { masses, velocities } = bodiesAt(with_({ v1: [1, 2], v3: [-0.5, 0] }))
    for (const part of centre(masses, velocities)) expect(part).toBeCloseTo(0, 14)
  })

  it('takes one step of the integrator a picture as long as there is room, else equally many', () => {
    expect(strideOf(with_({ mu: 0.1 }))).toBe(1)
    expect(run({ mu: 0.1 }).last).toBe(563)
    for (const mu of [0.03, 0.001]) {
      const p = with_({ mu })
      expect(strideOf(p)).toBe(Math.ceil(wholeOf(p).steps / MOST_PICTURES))
      expect(model.steps(p)).toBeLessThanOrEqual(MOST_PICTURES)
    }
  })

  it('shows the last steps as beads', () => {
    const p = with_({ mu: 0.03, until: 10 })
    const s = model.init(p)
    const beads: number[][] = []
    for (let k = 0; k <= 300; k++) {
      if (s.flight.steps % STEPS_PER_BEAD === 0) beads.push(Array.from(bodiesIn(s.flight).positions))
      if (k === 30) expect(Array.from(model.frame(s, p).beads), 'early').toEqual(beads.flat())
      model.step(s, p)
    }
    expect(Array.from(model.frame(s, p).beads)).toEqual(beads.slice(-BEADS).flat())
  })

  it('has twins that part as the exact twins do', () => {
    // Reference in quadruple precision: 1.8637e-6 at t = 10, body 1 moved by 1e-6.
    expect(last(run({ twin: true, nudge: 1e-6, mu: 0.002 }).series.twinDistance)).toBeCloseTo(1.8637e-6, 8)
    expect(run({ until: 2 }).series.twinDistance![5]).toBeNaN()
  })

  it('stops at the cap when two bodies meet head-on, and says so', () => {
    const headOn = { r1: [-1, 0], r2: [1, 0], r3: [0, 25], m1: 1, m2: 1, m3: 0 } as const
    const p = with_({ ...headOn, until: 50 })
    expect(wholeOf(p).arrived).toBe(false)
    expect(wholeOf(p).evaluations).toBeLessThanOrEqual(mostEvaluations(p) + 1000)
    const end = run({ ...headOn, until: 50 })
    expect(model.frame(end.state(end.last) as State, p).stopped).toBe(true)
    expect(run({ until: 2 }).last).toBeGreaterThan(0)
  })
})

describe('pictures that presets and lecture promise', () => {
  const at = (name: keyof typeof presets, step: number, changes: Partial<Params> = {}) => {
    const { series } = run({ ...presets[name].params, ...changes })
    return Object.fromEntries(Object.entries(series).map(([key, values]) => [key, values[step]!]))
  }
  it('the first encounter, at 0.01', () => {
    const seen = at('pythagorean', 125)
    expect(seen.distance).toBeLessThan(0.0105)
    expect(seen.time).toBeCloseTo(1.879, 3)
  })
  it('the third encounter as the first picture', () => {
    expect(at('pythagorean', demo.opening as number).distance).toBeLessThan(0.0086)
  })
  it('the closest encounter', () => {
    const seen = at('encounter', presets.encounter.step)
    expect(seen.distance).toBeLessThan(4.2e-4)
    expect(seen.time).toBeCloseTo(15.83, 3)
  })
  it('stars thrown apart by equal steps', () => {
    const seen = at('fixed', 183)
    expect(seen.energyError).toBeGreaterThan(100)
    expect(seen.placeError).toBeGreaterThan(1)
  })
  it('twins that have parted', () => {
    expect(at('twins', 450).twinDistance).toBeLessThan(1e-3)
    expect(last(run(presets.twins.params).series.twinDistance)).toBeGreaterThan(1)
  })
  it('the wild scene’s encounter of 0.0008 au', () => {
    expect(at('wild', presets.wild.step).distance).toBeLessThan(8.3e-4)
  })
  it('an encounter for which the network takes a smaller μ than ten rounds before and after', () => {
    const seen = at('network', presets.network.step)
    expect(seen.distance).toBeLessThan(0.0045)
    const { choices } = wholeOf(with_(presets.network.params))
    const now = Math.floor(seen.time! / INTERVAL)
    expect(choices[now]).toBeLessThan(choices[now - 10]!)
    expect(choices[now]).toBeLessThan(choices[now + 10]!)
  })
  it('no encounter in the quiet scene', () => {
    expect(Math.min(...run(presets.quiet.params).series.distance!)).toBeGreaterThan(2.8)
  })
})

it('exact places are the reference’s', () => {
  const { state, last: end } = run({ until: 10 })
  const s = state(end) as State
  // reference in quadruple precision, t = 10
  const there = [
    0.7784804101380854, 0.14139230029008618, -2.0250924779781987, 0.0972193841460584, 1.1529857362997076, -0.16261088749089841,
  ]
  expect(separation(s.exact, Float64Array.from(there))).toBeLessThan(1e-10)
})

it('counts the steps of a long run in pieces that a frame has room for', () => {
  const p = with_({ ...presets.fate.params, r1: [1.01, 3] })
  let pieces = 0
  for (const count = flown(p); count.next().done === false; ) pieces++
  expect(pieces).toBe(Math.ceil(wholeOf(p).steps / 250))
  expect(flown(p).next().done).toBe(true) // it is known now
})
