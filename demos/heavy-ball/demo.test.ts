// What the demo promises beyond its model: handles, the measured map, conditions of claims.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge, type Point } from '@/contract'
import { rosenbrock } from '@/domains/optim/objectives'
import { heavyBall } from '@/domains/optim/rules'
import { trace } from '@/domains/optim/walk'
import demo from './demo'
import { left, type Measured, measured, TRIAL } from './measured'
import { type Params, params } from './params'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)

describe('dots on the map', () => {
  const { flat, steep, tuning } = demo.handles as NonNullable<typeof demo.handles>
  const moved = (handle: typeof flat, to: Point, p: Params) => merge(params, p, handle!.move(to, p))

  it.each(['optimizer', 'sampler'] as const)('stay where they are put, %s axes', (axes) => {
    const place = axes === 'optimizer' ? ([0.05, 3.9, 0.01, 0.99] as const) : ([0.1, 8, 0.05, 1] as const)
    const [x0, x1, y0, y1] = place
    const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    fc.assert(
      fc.property(real(x0, x1), real(y0, y1), real(0.001, 0.1), real(1, 300), (x, y, alpha, kappa) => {
        fc.pre((axes === 'optimizer' ? x : x * y) < 4) // no slider offers a larger α
        const p = with_({ axes, alpha, kappa })
        for (const handle of [flat, steep, tuning]) {
          const [backX, backY] = handle!.at(moved(handle, [x, y], p))
          expect(Math.abs(backX - x)).toBeLessThan(1e-11 * x1)
          expect(Math.abs(backY - y)).toBeLessThan(1e-11)
        }
      }),
    )
  })

  it('the flat one leaves the steep one in its place, and the other way round', () => {
    const p = with_({ alpha: 0.02, kappa: 10 })
    const afterFlat = moved(flat, [0.05, 0.7], p)
    expect(afterFlat.alpha * afterFlat.kappa).toBeCloseTo(0.2, 14)
    expect(moved(steep, [0.9, 0.7], p)).toMatchObject({ alpha: 0.02, beta: 0.7 })
    expect(moved(flat, [0.5, 0.7], p)).toMatchObject({ alpha: 0.5, kappa: 1 }) // pushed along
  })
})

describe('the measured map', () => {
  it('says what a run of its own says', () => {
    const path = trace(heavyBall, rosenbrock, [-1.2, 1], { rate: 0.002, beta: 0.95 }, TRIAL).map(([x, y]) =>
      Math.hypot(x - 1, y - 1),
    )
    expect(left(rosenbrock, [-1.2, 1], 0.002, 0.95)).toBeCloseTo(Math.log10(Math.max(...path.slice(-10)) / path[0]!), 12)
    expect(left(rosenbrock, [-1.2, 1], 0.1, 0.5)).toBeNaN()
  })

  it('comes coarse first, each time whole, and ends fine', () => {
    const shares: number[] = []
    const widths: number[] = []
    const work = measured.compute(with_({ objective: 'rosenbrock', start: [-1.2, 1] }))
    let next = work.next()
    for (; !next.done; next = work.next()) {
      shares.push(next.value.done)
      widths.push(next.value.result.columns)
      expect(next.value.result.left).toHaveLength(next.value.result.columns * next.value.result.rows)
    }
    const { columns, rows, left: share } = next.value as Measured
    expect([columns, rows]).toEqual([64, 48])
    expect(widths).toEqual(widths.toSorted((a, b) => a - b))
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(Math.min(...share.filter(Number.isFinite))).toBeLessThan(-1.5) // somewhere a thirtieth of the distance is left
    expect(share[columns - 1]).toBeNaN() // top right: too large a step
  })
})

it('a claim that also holds elsewhere names places where it does not', () => {
  const wedge = demo.claims.find((claim) => claim.given === 'ripples' && claim.also)!
  expect(wedge.also!(with_({ alpha: 0.02, beta: 0.95 }))).toBe(true)
  expect(wedge.also!(with_({ alpha: 0.02, beta: 0.5 }))).toBe(false)
  expect(wedge.also!(with_({ alpha: 0.02, beta: 0.95, objective: 'rosenbrock' }))).toBe(false)
})
