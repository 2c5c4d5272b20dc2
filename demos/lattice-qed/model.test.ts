import { describe, expect, it } from 'vitest'
import { defaultsOf, merge, type Point } from '@/contract'
import { neededNow, resultNow, runNow } from '@/engine'
import demo from './demo'
import { handles, pressed } from './handles'
import type { Distances, Found, Levels, Reference } from './maps'
import { NO_LINK, type Params, params } from './params'
import { staticsOf } from './system'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
const found = (changes: Partial<Params>) => resultNow(demo as never, 'ground', with_(changes) as never) as Found
const last = (name: string, changes: Partial<Params>, step?: number) => {
  const p = with_(changes)
  const { series, last } = runNow(demo as never, p as never, step ?? demo.model.steps(p))
  return series[name]![last]!
}
const topRow = (changes: Partial<Params>) => {
  const { flux } = found(changes).means
  return (flux[3]! + flux[4]! + flux[5]!) / 3
}

describe('the string (4)', () => {
  const small = { hop: 0.05 }
  it('is broken at m = 0.7 and whole at m = 0.8', () => {
    expect(topRow({ ...small, m: 0.7 })).toBeLessThan(0.02)
    expect(topRow({ ...small, m: 0.8 })).toBeGreaterThan(0.98)
    expect(last('flux', { ...small, m: 0.7 }, 0)).toBeLessThan(0.02)
    expect(last('flux', { ...small, m: 0.8 }, 0)).toBeGreaterThan(0.98)
  })
  it('costs 1.5002 at m = 2, and 0.4109 when broken at m = 0.2', () => {
    expect(found({ ...small, m: 2 }).above).toBeCloseTo(1.5002, 3)
    expect(found({ ...small, m: 0.2 }).above).toBeCloseTo(0.4109, 3)
  })
  it('costs R g²/2 exactly without hopping (6)', () => {
    for (const R of [1, 2, 3])
      for (const ge2 of [0.5, 1]) expect(found({ hop: 0, m: 2, ge2, minus: [R, 1] }).above).toBeCloseTo((R * ge2) / 2, 12)
    expect(found({ hop: 0, m: 0.6 }).above).toBeCloseTo(1.2, 12)
  })
})

describe('the crystal (5)', () => {
  const charge = (m: number) => last('charge', { hop: 0.05, charges: false, m }, 0)
  it('melts between m = −0.3 and −0.2', () => {
    expect(charge(-0.3)).toBeGreaterThan(0.75)
    expect(charge(-0.2)).toBeLessThan(0.25)
  })
  it('and each pair of it costs 2m + g²/2 without hopping', () => {
    expect(found({ hop: 0, charges: false, m: -1, ge2: 0.6 }).above).toBeCloseTo(4 * (-2 + 0.3), 12)
  })
})

describe('the flow (3, 8)', () => {
  it('on one square beats the cut-off 5, and is above the exact energy', () => {
    const square = { tab: 'flow', system: 'plaquette', ge2: 0.02, gm2: 1 } as const
    const { energy, cuts } = resultNow(demo as never, 'reference', with_(square) as never) as Reference
    expect(energy).toBeCloseTo(-0.8611253852864917, 9)
    expect(cuts[4]!.energy).toBeCloseTo(-0.8610744944010064, 9)
    expect(last('flowEnergy', square)).toBeCloseTo(-0.8611067198, 6)
    expect(last('flowEnergy', square)).toBeLessThan(cuts[4]!.energy)
  })
  it('is never below the exact energy while it learns', () => {
    const p = with_({ tab: 'flow', system: '2x2', m: 0.5, hop: 1, gm2: 1, rate: 0.3 })
    const { energy } = resultNow(demo as never, 'reference', p as never) as Reference
    const { series } = runNow(demo as never, p as never, 400)
    expect(Math.min(...series.flowEnergy!)).toBeGreaterThan(energy)
  })
  it('reaches what was measured in 1500 updates of 3 × 2 sites', () => {
    const given = { tab: 'flow', m: 0.5, hop: 1, ge2: 1, gm2: 1, updates: 1500 } as const
    expect(last('flowEnergy', given)).toBeCloseTo(-4.37952, 5)
    expect(last('flowEnergy', { ...given, m: 2, hop: 0.5, gm2: 0.5 }) / -6.493154763).toBeCloseTo(1, 3)
  })
})

describe('maps', () => {
  it('over the mass pass through the ground state on screen, and follow the bare lines', () => {
    const p = with_({ tab: 'string', hop: 0.05 })
    const { xs, levels, lines } = resultNow(demo as never, 'overMass', p as never) as Levels
    const at = xs.findIndex((m) => Math.abs(m - 2) < 1e-9)
    expect(levels[at]!.above).toBeCloseTo(found({ hop: 0.05, m: 2 }).above, 9)
    expect(lines).toEqual([
      { pairs: 0, length: 3 },
      { pairs: 1, length: 0 },
    ])
  })
  it('over the distance rise by half a unit a link', () => {
    const p = with_({ tab: 'string', axis: 'distance', hop: 0, m: 2 })
    const { exact, string, broken } = resultNow(demo as never, 'overDistance', p as never) as Distances
    expect(exact.map((v) => Math.round(1e9 * v) / 1e9)).toEqual([0.5, 1, 1.5])
    expect(string).toEqual([0.5, 1, 1.5])
    expect(broken).toEqual([4, 4.5, 4]) // at two links one charge is screened from a link away
  })
})

describe('the hand', () => {
  it('puts charges on sites of the lattice, and two on one site cancel', () => {
    const p = with_({ lattice: '2x2' })
    expect(handles.minus!.at(p)).toEqual([1, 1])
    const there = { ...p, ...handles.minus!.move([-3.2, 0.9], p) } as Params
    expect(there.minus).toEqual([0, 1])
    expect(staticsOf(there)).toEqual([0, 0, 0, 0])
    expect(last('above', { lattice: '2x2', minus: [0, 1], m: 2, hop: 0 }, 0)).toBeCloseTo(0, 12)
  })
  it('adds loops to squares, and tries links', () => {
    const press = (at: Point, p = with_({})) => pressed(at, p)
    expect(press([1.5, 0.5])).toMatchObject({ loops: [0, -1, 0], drawn: 'sample' })
    expect(press([1.5, 0.5], with_({ loops: [0, -3, 0] }))).toMatchObject({ loops: [0, 3, 0] })
    expect(press([1.5, 1])).toEqual({ bare: 4 })
    expect(press([2, 0.5])).toEqual({ bare: 8 })
    expect(press([2, 0.5], with_({ bare: 8 }))).toEqual({ bare: NO_LINK })
    expect(press([1.5, 1.7])).toBeNull()
  })
  it('changes nothing of the run by what is only drawn', () => {
    const p = with_({})
    const needed = neededNow(demo as never, p as never)
    expect(Object.keys(needed)).toEqual(['ground'])
    for (const key of ['drawn', 'sampler', 'loops', 'bare', 'axis', 'energyAs'] as const) expect(params[key].affects).toBe('view')
  })
})
