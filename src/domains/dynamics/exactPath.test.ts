import { expect, it } from 'vitest'
import { exactPath } from './exactPath'
import { runGaussRadau, startGaussRadau } from './gaussRadau'
import { bodiesOf, separation } from './nbody'
import { pythagorean } from './nbodySystems'

it('is where the reference scheme goes, also between its steps and asked in any order', () => {
  const path = exactPath(pythagorean())
  const out = new Float64Array(6)
  const times = Array.from({ length: 400 }, (_, k) => (k * 7919) % 4000).map((k) => k / 400)
  for (const time of times) {
    const run = startGaussRadau(pythagorean())
    runGaussRadau(run, time)
    expect(path.at(time, out)).toBe(true)
    expect(separation(out, run.positions)).toBeLessThan(2e-11)
  }
})

it('ends at a collision, and says so', () => {
  const path = exactPath(bodiesOf([1, 1, 0], [0.5, 0, -0.5, 0, 1000, 0], [0, 0, 0, 0, 0, 0]))
  const out = new Float64Array(6)
  expect(path.at(0.5, out)).toBe(true)
  expect(path.at(10, out)).toBe(false)
})
