import { expect, it } from 'vitest'
import { bestNesterov, nesterovRate } from './heavyBallTheory'
import { quadratic } from './objectives'
import { averagedSlope, heavyBall, nesterov } from './rules'
import { trace } from './walk'

const f = quadratic(3, 1, 2)

it('the averaged form takes the same places as heavy ball with β = 1 - weight and α = weight · δ', () => {
  const ball = trace(heavyBall, f, [1, -2], { rate: 0.3 * 0.4, beta: 0.7 }, 100)
  const averaged = trace(averagedSlope, f, [1, -2], { rate: 0.4, weight: 0.3 }, 100)
  for (const [k, [x, y]] of ball.entries()) {
    expect(Math.hypot(averaged[k]![0] - x, averaged[k]![1] - y)).toBeLessThan(1e-15)
  }
})

it('Nesterov follows e″ = (1 - a) [(1 + β) e′ - β e] in each direction', () => {
  const { alpha, beta } = bestNesterov(1, 10)
  const path = trace(nesterov, quadratic(1, 0, 10), [1, 1], { rate: alpha, beta }, 60)
  for (const [axis, curvature] of [1, 10].entries()) {
    const a = alpha * curvature
    const e = [1, 1 - a]
    for (let k = 1; k < 60; k++) e.push((1 - a) * ((1 + beta) * e[k]! - beta * e[k - 1]!))
    for (const [k, value] of e.entries()) expect(Math.abs(path[k]![axis as 0 | 1] - value)).toBeLessThan(1e-15)
  }
  expect(nesterovRate(alpha, beta)).toBeLessThan(1)
})
