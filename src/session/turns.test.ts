import { expect, it } from 'vitest'
import { createTurns } from './turns'

/** Frames by hand, one each 16 ms: `run(work)` is a frame with that many ms of work. */
function byHand() {
  let [time, work] = [0, 0]
  let next: ((time: number) => void) | null = null
  let drawn: (() => void)[] = []
  const turns = createTurns({
    next: (act) => {
      next = act
    },
    drawn: (act) => drawn.push(act),
    now: () => time + work,
  })
  return {
    turns,
    isIdle: () => next === null,
    run(ms: number, distance = 16) {
      time += distance
      work = ms
      const act = next
      next = null
      if (act) act(time)
      for (const told of drawn.splice(0)) told()
      drawn = []
      work = 0
    },
  }
}

/** `count` followers that ask again and again; how often each was drawn. */
function followers(turns: ReturnType<typeof createTurns>, count: number) {
  const drawn = Array.from({ length: count }, () => 0)
  const all = drawn.map((_, index) => () => {
    drawn[index]!++
  })
  return { drawn, all, ask: () => all.forEach(turns.ask) }
}

const times = (count: number, act: () => void) => {
  for (let k = 0; k < count; k++) act()
}

it('lets all come in the same frame while there is time', () => {
  const { turns, run, isIdle } = byHand()
  const { drawn, ask } = followers(turns, 4)
  times(5, () => [ask(), run(6)])
  expect(drawn).toEqual([5, 5, 5, 5])
  expect(isIdle()).toBe(true)
})

it('lets fewer come after long frames, each in its turn, and more again when there is time', () => {
  const { turns, run } = byHand()
  const { drawn, ask } = followers(turns, 4)
  times(20, () => [ask(), run(20)])
  const total = drawn.reduce((a, b) => a + b)
  expect(total).toBe(4 + 2 + 1 + 4) // all, half of them, one, one in every fourth frame
  expect(Math.max(...drawn) - Math.min(...drawn)).toBeLessThanOrEqual(1)
  times(8, () => [ask(), run(6)])
  const before = [...drawn]
  ask()
  run(6)
  expect(drawn).toEqual(before.map((count) => count + 1))
})

it('takes late frames as long ones, but not the first after a pause', () => {
  const { turns, run } = byHand()
  const { drawn, ask } = followers(turns, 2)
  for (const distance of [16, 16, 5000]) {
    ask()
    run(6, distance)
  }
  ask()
  run(6)
  expect(drawn).toEqual([4, 4])
  ask()
  run(6, 33)
  ask()
  run(6)
  expect(drawn).toEqual([6, 5])
})

it('gets used to a slower display', () => {
  const { turns, run } = byHand()
  const { drawn, ask } = followers(turns, 3)
  for (let k = 0; k < 100; k++) {
    ask()
    run(6, k < 10 ? 7 : 16)
  }
  const before = [...drawn]
  ask()
  run(6, 16)
  expect(drawn).toEqual(before.map((count) => count + 1))
})

it('catches up when nothing changes any more', () => {
  const { turns, run, isIdle } = byHand()
  const { drawn, ask } = followers(turns, 5)
  times(10, () => [ask(), run(30)])
  const before = [...drawn]
  for (let k = 0; k < 6 && !isIdle(); k++) run(3)
  expect(isIdle()).toBe(true)
  expect(drawn.some((count, k) => count > before[k]!)).toBe(true)
})

it('lets all come again after a rest', () => {
  const { turns, run } = byHand()
  const { drawn, ask } = followers(turns, 3)
  times(10, () => [ask(), run(30)])
  for (let k = 0; k < 10; k++) run(1)
  const before = [...drawn]
  ask()
  run(30, 1000)
  expect(drawn).toEqual(before.map((count) => count + 1))
})

it('forgets who leaves, and finishes all at once', () => {
  const { turns, run } = byHand()
  const { drawn, all, ask } = followers(turns, 3)
  ask()
  turns.leave(all[1]!)
  turns.finish()
  run(1)
  expect(drawn).toEqual([1, 0, 1])
})

it('knows when there is no time for all, and forgets it after a rest', () => {
  const { turns, run } = byHand()
  const { ask } = followers(turns, 3)
  ask()
  run(6)
  expect(turns.isShort()).toBe(false)
  times(5, () => [ask(), run(30)])
  expect(turns.isShort()).toBe(true)
  run(1, 1000)
  expect(turns.isShort()).toBe(false)
})
