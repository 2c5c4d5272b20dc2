import { describe, expect, it, vi } from 'vitest'
import { type AnyDemo, type Computed, defineDemo } from '@/contract'
import { logistic } from '../../tests/support/logistic'
import { measureClaim } from './claims'
import { computationOf, mapKey, missingFor, numbersOf, summaryNow } from './computed'
import { Timeline } from './timeline'
import { type Reply, serve } from './work'

const params = { rate: 3.9, start: 0.3, steps: 20, trail: true }
type Params = typeof params

/** A demo whose run uses a map, which needs another map. Both take three pieces. */
function needing() {
  const begun: string[] = []
  const seed: Computed<Params, { start: number }> = {
    kind: 'computed',
    uses: ['start'],
    hidden: true,
    *compute(p) {
      begun.push('seed')
      for (const done of [0.25, 0.5, 0.75]) yield { done, result: { start: 0 }, silent: true }
      return { start: p.start }
    },
  }
  const zoo: Computed<Params, { sum: number }, { seed: { start: number } }> = {
    kind: 'computed',
    uses: ['rate'],
    needs: ['seed'],
    summary: { sum: { label: 'sum', of: ({ sum }) => sum }, none: { label: 'none', of: () => null } },
    *compute(p, { seed }) {
      begun.push('zoo')
      for (const done of [0.25, 0.5, 0.75]) yield { done, result: { sum: 0 } }
      return { sum: p.rate + seed!.start }
    },
  }
  const demo: AnyDemo = {
    ...logistic,
    maps: { seed, zoo },
    model: {
      ...logistic.model,
      needs: ['zoo'],
      init: (_p: Params, { zoo }: { zoo: { sum: number } }) => ({ x: zoo.sum }),
      step: (s: { x: number }, _p: Params, { zoo }: { zoo: { sum: number } }) => {
        s.x += zoo.sum
      },
      frame: (s: { x: number }, _p: Params, { zoo }: { zoo: { sum: number } }) => ({ x: s.x, sum: zoo.sum }),
    },
    claims: [
      {
        ...logistic.claims[0]!,
        measure: (run, again) => run.summary('sum') + again({ start: 0.5 }).map('zoo').sum,
        expect: () => 4.2 + 4.4,
        within: { abs: 1e-12 },
      },
    ],
  }
  return { demo, begun }
}

describe('what a run needs', () => {
  it('is computed once, kept by all that it uses, and comes with every call', () => {
    const { demo, begun } = needing()
    expect(missingFor(demo, params)).toHaveLength(1)
    const timeline = new Timeline(demo, params)
    timeline.extend(20)
    expect(timeline.frame(20)).toEqual({ x: expect.closeTo(21 * 4.2, 12), sum: 4.2 })
    expect(missingFor(demo, { ...params, trail: false, steps: 7 })).toEqual([])
    expect(begun).toEqual(['seed', 'zoo'])
    new Timeline(demo, { ...params, rate: 2 })
    expect(begun).toEqual(['seed', 'zoo', 'zoo']) // the seed stands on the start alone
    expect(mapKey(demo, 'zoo', params)).toBe('[3.9,0.3]')
  })

  it('is computed in pieces by the worker, which says how far it is; an unwanted one goes on where it was', async () => {
    const { demo, begun } = needing()
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 60))
    const heard: Reply[] = []
    await new Promise<void>((resolve) => {
      const answer = serve(
        async () => demo,
        (reply) => {
          heard.push(reply)
          if (reply.id === 1 && reply.kind === 'waits') ask(2, { ...params, trail: false })
          if (reply.kind === 'run' && reply.done) resolve()
        },
      )
      const ask = (id: number, p: Params) => answer({ lane: 'run', id, slug: 'logistic', do: 'run', params: p, step: 20 })
      ask(1, params)
    })
    vi.restoreAllMocks()
    const shares = heard.flatMap((reply) => (reply.kind === 'waits' ? [reply.share] : []))
    expect(shares.length).toBeGreaterThan(1)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(heard.at(-1)).toMatchObject({ id: 2, kind: 'run', picture: { frame: { sum: 4.2 } } })
    expect(begun).toEqual(['seed', 'zoo'])
  })

  it('is an error where it fails, every time', () => {
    const { demo } = needing()
    const failing = {
      ...demo.maps!.seed!,
      compute: () => {
        throw new Error('no seed')
      },
    } as never
    const broken = { ...demo, maps: { ...demo.maps, seed: failing } }
    for (let k = 0; k < 2; k++) expect(() => new Timeline(broken, params)).toThrow('no seed')
  })
})

describe('what maps say', () => {
  it('has names, for claims too, which compute what is missing in pieces', async () => {
    const { demo } = needing()
    expect(summaryNow(demo, params)).toEqual({ sum: 4.2, none: Number.NaN })
    expect(numbersOf(demo, 'seed', {}, params)).toEqual({})
    expect(await measureClaim(demo, demo.claims[0]!)).toMatchObject({ pass: true })
    const answers: Reply[] = []
    serve(
      async () => needing().demo,
      (reply) => answers.push(reply),
    )({ lane: 'claim', id: 1, slug: 'logistic', do: 'claim', index: 0 })
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    expect(answers[0]).toMatchObject({ kind: 'claim', measurement: { pass: true } })
  })
})

it('keeps the newest maps and no more', () => {
  const { demo, begun } = needing()
  const first = computationOf(demo, 'seed', params)
  const isKept = () => computationOf(demo, 'seed', params) === first
  expect(isKept()).toBe(true)
  for (let k = 0; k < 20; k++) computationOf(demo, 'seed', { ...params, start: k })
  expect(isKept()).toBe(false)
  expect(begun).toEqual([])
})

it('refuses needs that are not there or go in a circle, and numbers of one name', () => {
  const { demo } = needing()
  const maps = demo.maps!
  const define = (changes: object) => () => defineDemo({ ...demo, ...changes } as never)
  expect(define({})).not.toThrow()
  expect(define({ model: { ...demo.model, needs: ['no'] } })).toThrow('logistic: there is no map "no" to be needed')
  expect(define({ maps: { ...maps, seed: { ...maps.seed, needs: ['zoo'] } } })).toThrow('needs itself')
  expect(define({ maps: { ...maps, seed: { ...maps.seed, summary: { sum: maps.zoo!.summary!.sum } } } })).toThrow('two numbers')
  expect(define({ maps: { ...maps, seed: { ...maps.seed, summary: { rate: maps.zoo!.summary!.sum } } } })).toThrow('two numbers')
})
