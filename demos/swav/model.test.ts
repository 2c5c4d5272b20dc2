// Numbers refer to the list "Must hold" of the method; kernels are tested in src/domains/nets, golden trajectories in tests/golden.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { shares } from './bench'
import { firstPrototypes } from './learner'
import { model, type Params, params, type State } from './model'
import { type Ending, trained } from './sweep'
import { workspaceOf } from './workspace'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)

function runOf(steps: number, changes: Partial<Params>): { p: Params; s: State } {
  const p = with_(changes)
  const s = model.init(p)
  for (let k = 0; k < steps; k++) model.step(s, p)
  return { p, s }
}
function ended(changes: Partial<Params>, side: 'ours' | 'rival'): Ending {
  const p = with_(changes)
  const training = trained(p, workspaceOf(p), side)
  let next = training.next()
  while (!next.done) next = training.next()
  return next.value
}

describe('training', () => {
  it('8: over eight seeds fair shares keep the stars in use, a softmax lets them collapse at a lower loss', () => {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8]
    const mean = (side: 'ours' | 'rival') => {
      const all = seeds.map((seed) => ended({ seed }, side))
      return { entropy: all.reduce((sum, e) => sum + e.entropy, 0) / 8, loss: all.reduce((sum, e) => sum + e.loss, 0) / 8 }
    }
    const [ours, rival] = [mean('ours'), mean('rival')]
    expect(ours.entropy).toBeGreaterThan(0.75)
    expect(rival.entropy).toBeLessThan(0.4)
    expect(rival.loss).toBeLessThan(ours.loss)
  })

  it('is the same run whether its rival is drawn or not: a sweep ends where the run ends', () => {
    const { s } = runOf(60, { batch: 16 })
    const alone = ended({ batch: 16, steps: 60 }, 'ours')
    expect(s.training!.ours.judged.entropy).toBe(alone.entropy)
    expect(s.training!.ours.judged.purity).toBe(alone.purity)
  })

  it('swaps run and rival with the codes', () => {
    const one = runOf(25, { batch: 16 }).s.training!
    const two = runOf(25, { batch: 16, codes: 'softmax' }).s.training!
    expect(two.ours).toEqual(one.rival)
    expect(two.rival).toEqual(one.ours)
    expect(runOf(25, { batch: 16, rounds: 0 }).s.training!.ours).toEqual(one.rival)
  })

  it('holds the prototypes as long as they are frozen, and the network learns meanwhile', () => {
    const { p, s } = runOf(20, { batch: 16, freeze: 20 })
    const first = firstPrototypes(p)
    for (const [k, c] of s.training!.ours.prototypes.entries()) expect(c).toBeCloseTo(first[k]!, 14)
    expect(s.training!.ours.weights).not.toEqual(model.init(p).training!.ours.weights)
    model.step(s, p)
    expect(Math.max(...s.training!.ours.prototypes.map((c, k) => Math.abs(c - first[k]!)))).toBeGreaterThan(1e-6)
  })

  it('uses a queue once it is full, of whole batches', () => {
    const queued = { batch: 8, queue: 30 } // 24 features
    expect(runOf(3, queued).s.training!.ours.weights).toEqual(runOf(3, { batch: 8 }).s.training!.ours.weights)
    expect(runOf(4, queued).s.training!.ours.weights).not.toEqual(runOf(4, { batch: 8 }).s.training!.ours.weights)
    expect(runOf(4, queued).s.training!.ours.queues[0]).toHaveLength(48)
    expect(runOf(4, { batch: 64, queue: 60 }).s.training!.ours.queues[0]).toHaveLength(0)
  })

  it('starts prototypes where they are put', () => {
    const rows = firstPrototypes(with_({ starts: [{ index: 2, at: [0, -0.5] }] }))
    expect(Array.from(rows.slice(4, 6))).toEqual([0, -1])
    expect(Array.from(rows.slice(0, 4))).toEqual(Array.from(firstPrototypes(with_({})).slice(0, 4)))
  })
})

describe('by hand', () => {
  it('each pass sets its own sums right, and three rounds are the codes of the paper', () => {
    for (const steps of [1, 2, 3, 6]) {
      const { p, s } = runOf(steps, { tab: 'bench' })
      const found = shares(s.bench!, { samples: p.handful, prototypes: p.prototypes })
      for (const share of steps % 2 === 1 ? found.stars : found.samples) expect(Math.abs(share - 1)).toBeLessThan(1e-12)
    }
  })
})
