// What every demo must satisfy. The demos are divided among files that run in parallel.
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual as same } from 'node:util' // bitwise, and quick with large arrays
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type AnyDemo,
  decode,
  defaultsOf,
  encode,
  fill,
  hardRange,
  merge,
  type NumberSpec,
  namesIn,
  type Params,
  type Point,
  RESERVED,
  type Spec,
  sameValue,
  texIn,
} from '@/contract'
import { computationOf, measureClaims, measureOn, pictureOf, prepare, type RunPicture, runKey, Timeline } from '@/engine'
import { nameText } from '@/player/values'
import { readPlace, writePlace } from '@/session/address'
import { paperPlace, stopPlace } from '@/session/lesson'
import { THEMES } from '@/views'
import { measuredOnce } from '../../scripts/lib/measured.mjs'
import { drawingOf, sceneFor } from '../support/drawing'
import { tooLoose } from '../support/tolerance'
import { twice } from '../support/twice'
import { everyDemo } from './demos'
import { lessonSuite } from './lesson'

const TRIALS = 25
const HORIZON = 200 // steps: long enough for snapshots, short enough for every demo

/** The named value beyond the slider too. */
const withEnd = (spec: NumberSpec, within: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  spec.end === undefined ? within : fc.oneof({ weight: 3, arbitrary: within }, fc.constant(spec.end.value))

/** Any value that the address accepts. */
function anyValue(spec: Spec): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case 'number': {
      const [low, high] = hardRange(spec)
      return withEnd(spec, fc.double({ min: low, max: high, noNaN: true }))
    }
    case 'integer': {
      const [low, high] = hardRange(spec)
      return withEnd(spec, fc.integer({ min: Math.ceil(low), max: Math.min(Math.floor(high), HORIZON) }))
    }
    case 'seed':
      return fc.integer({ min: 0, max: 0xffff_ffff })
    case 'choice':
      return fc.constantFrom(...Object.keys(spec.options))
    case 'toggle':
      return fc.boolean()
    case 'point':
      return fc.tuple(
        fc.double({ min: spec.min[0], max: spec.max[0], noNaN: true }),
        fc.double({ min: spec.min[1], max: spec.max[1], noNaN: true }),
      )
    case 'numbers': {
      const { length } = spec.names
      return fc.array(fc.double({ min: spec.min, max: spec.max, noNaN: true }), { minLength: length, maxLength: length })
    }
    case 'events':
      return fc
        .uniqueArray(
          fc.record({
            step: fc.nat(HORIZON),
            strength: fc.double({ min: spec.strength.min, max: spec.strength.max, noNaN: true }),
          }),
          {
            maxLength: spec.most,
            selector: (event) => event.step,
          },
        )
        .map((all) => all.sort((a, b) => a.step - b.step))
    case 'places': {
      const at = fc.tuple(
        fc.double({ min: spec.min[0], max: spec.max[0], noNaN: true }),
        fc.double({ min: spec.min[1], max: spec.max[1], noNaN: true }),
      )
      return fc
        .uniqueArray(fc.record({ index: fc.nat(spec.count - 1), at }), { maxLength: 6, selector: (placed) => placed.index })
        .map((all) => all.sort((a, b) => a.index - b.index))
    }
    case 'formula':
      return fc.constant(spec.default)
    case 'text':
      return fc.oneof(fc.constant(spec.default), fc.string({ maxLength: spec.most }))
  }
}
const anyParams = (demo: AnyDemo): fc.Arbitrary<Params> =>
  fc.record(Object.fromEntries(Object.entries(demo.params).map(([key, spec]) => [key, anyValue(spec)])))

/** The different states of presets and of stops of the lesson, before and after their deeds; the defaults are the first. */
function namedStates(demo: AnyDemo): [name: string, params: Params][] {
  const defaults = defaultsOf(demo.params) as Params
  const presets = Object.entries(demo.presets).map(([name, preset]): [string, Params] => [
    `preset ${name}`,
    merge(demo.params, defaults as never, preset.params),
  ])
  const lecture = demo.lecture.flatMap(({ id }, index) => [
    [`stop ${id}`, stopPlace(demo, index).params] as [string, Params],
    [`stop ${id}, done`, stopPlace(demo, index, 'answer').params] as [string, Params],
  ])
  const all: [string, Params][] = [['defaults', defaults], ...presets, ...lecture]
  return all.filter(([, params], index) => all.findIndex(([, other]) => sameValue(other, params)) === index)
}

/** The defaults with every option of every choice: a map may be on a tab that no preset and no stop opens. */
const withOptions = (demo: AnyDemo): Params[] =>
  Object.entries(demo.params).flatMap(([key, spec]) =>
    spec.kind === 'choice'
      ? Object.keys(spec.options).map((option) => merge(demo.params, defaultsOf(demo.params), { [key]: option }) as Params)
      : [],
  )

async function timelineOf(demo: AnyDemo, params: Params, budget?: number): Promise<Timeline> {
  await prepare(demo.params, params)
  return new Timeline(demo, params, budget)
}
const deepFreeze = (params: Params): Params => {
  for (const value of Object.values(params)) if (typeof value === 'object') Object.freeze(value)
  return Object.freeze(params)
}

/** The suite for each demo whose index in the list is `share` modulo `shares`. */
export async function contractSuite(share: number, shares: number): Promise<void> {
  const demos = (await everyDemo()).filter((_, place) => place % shares === share)
  describe.each(demos)('$slug', ({ slug, folder, demo, views }) => {
    const states = namedStates(demo)
    const wholeRuns = new Map<string, Timeline>()
    /** The whole run of these parameters, computed once. */
    const wholeRun = async (params: Params): Promise<Timeline> => {
      const key = runKey(demo, params)
      const run = wholeRuns.get(key) ?? (await timelineOf(demo, params))
      wholeRuns.set(key, run)
      run.extend(Number.POSITIVE_INFINITY)
      return run
    }
    afterAll(() => wholeRuns.clear())

    it('has an address that brings back defaults, presets, lecture steps and any parameters', () => {
      const defaults = defaultsOf(demo.params)
      const roundTrip = (params: Params) => {
        const { place, notes } = readPlace(demo, writePlace(demo, { ...paperPlace(demo), params }))
        expect(notes).toEqual([])
        expect(place.params).toEqual(params)
      }
      for (const [, params] of states) roundTrip(params)
      fc.assert(
        fc.property(anyParams(demo), (params) => roundTrip(merge(demo.params, defaults, params) as Params)),
        { numRuns: 200 },
      )
      expect(writePlace(demo, paperPlace(demo))).toBe('')
    })

    it('reads any rubbish in an address without throwing, and keeps admissible values', () => {
      const keys = fc.constantFrom(...Object.keys(demo.params), ...RESERVED, 'nonsense')
      const rubbish = fc.oneof(
        fc.string(),
        fc.constantFrom('NaN', 'Infinity', '1e999', '', '3,14', '-0', '__proto__', '1;2', '%'),
      )
      fc.assert(
        fc.property(fc.array(fc.tuple(keys, rubbish)), (pairs) => {
          const { place } = readPlace(demo, new URLSearchParams(pairs).toString())
          const again = decode(
            demo.params,
            encode(demo.params, place.params as never, defaultsOf(demo.params)),
            defaultsOf(demo.params),
          )
          expect(again.notes).toEqual([])
        }),
        { numRuns: 300 },
      )
    })

    it('runs twice alike, and seeks back and forth to the states of a straight run', async () => {
      const different = new Map(states.map(([, params]) => [runKey(demo, params), params]))
      for (const params of different.values()) {
        const straight = await timelineOf(demo, params)
        straight.extend(HORIZON)
        const steps = [
          0,
          1,
          straight.last,
          Math.floor(straight.last / 2),
          7,
          straight.last - 1,
          3,
          Math.floor(straight.last / 3),
        ].filter((k) => k >= 0 && k <= straight.last)
        const frames = new Map<number, unknown>()
        const walker = await timelineOf(demo, params)
        for (let k = 0; k <= straight.last; k++) {
          walker.extend(k)
          if (steps.includes(k)) frames.set(k, structuredClone(walker.state(k)))
        }
        const tight = await timelineOf(demo, params, 1) // no memory: almost no snapshots
        tight.extend(HORIZON)
        for (const step of steps) expect(same(straight.state(step), frames.get(step)), `step ${step}`).toBe(true)
        for (const step of [3, Math.floor(straight.last / 3)].filter((k) => frames.has(k))) // each runs from the start
          expect(same(tight.state(step), frames.get(step)), `step ${step}, without snapshots`).toBe(true)
        expect(same(walker.series, straight.series)).toBe(true)
      }
    })

    it('keeps each part of its state once: a copy of it is then the same state', async () => {
      for (const [, params] of states) {
        const timeline = await timelineOf(demo, params)
        timeline.extend(20)
        expect(twice(timeline.state(timeline.last))).toEqual([])
      }
    })

    it('survives frozen parameters, at the corners of the schema too, and says so where a run is not finite', async () => {
      await fc.assert(
        fc.asyncProperty(anyParams(demo), async (given) => {
          const params = deepFreeze(merge(demo.params, defaultsOf(demo.params), given) as Params)
          const timeline = await timelineOf(demo, params)
          timeline.extend(HORIZON)
          if (timeline.ended === null) return
          expect(timeline.ended.step).toBe(timeline.last)
        }),
        { numRuns: TRIALS },
      )
    })

    it('keeps its run when only the drawing changes', async () => {
      const viewOnly = Object.entries(demo.params).filter(([, spec]) => spec.affects === 'view')
      if (viewOnly.length === 0) return
      await fc.assert(
        fc.asyncProperty(anyParams(demo), async (given) => {
          const changed = Object.fromEntries(viewOnly.map(([key]) => [key, given[key]]))
          for (const [, params] of states.slice(0, 3)) {
            const [one, two] = [await timelineOf(demo, params), await timelineOf(demo, { ...params, ...changed })]
            one.extend(60)
            two.extend(60)
            expect(same(two.series, one.series)).toBe(true)
            expect(same(two.state(two.last), one.state(one.last))).toBe(true)
          }
        }),
        { numRuns: 5 },
      )
    })

    it('has handles that go where they are put, and move what they say', () => {
      for (const [, params] of states) {
        for (const handle of Object.values(demo.handles ?? {})) {
          if (handle.when?.(params) === false) continue
          const at = handle.at(params)
          expect(at.every(Number.isFinite)).toBe(true)
          const back = merge(demo.params, params as never, handle.move(at, params)) as Params
          const there = handle.at(back)
          expect(there[0]).toBeCloseTo(at[0], 6)
          expect(there[1]).toBeCloseTo(at[1], 6)
          const wishes: Point[] = [
            [at[0] * 0.97 + 0.011, at[1] * 0.97 + 0.007],
            [at[0] * 1.03 - 0.031, at[1] * 1.03 - 0.027], // one at its limit moves only the other way
          ]
          const outcomes = wishes.map((wish) => {
            const changes = handle.move(wish, params)
            for (const key of Object.keys(changes)) expect(handle.moves).toContain(key)
            return merge(demo.params, params as never, changes) as Params
          })
          const moved = outcomes.find((outcome) => !sameValue(outcome, params)) ?? params
          const settled = merge(demo.params, moved as never, handle.move(handle.at(moved), moved)) as Params
          expect(handle.at(settled)[0]).toBeCloseTo(handle.at(moved)[0], 6)
          if (handle.nudge === undefined) {
            expect(sameValue(moved, params)).toBe(false)
            continue
          }
          // for places farther apart, an arrow in one of the directions leads to another
          const nudged = ([-1, 1] as const).map((way) => handle.nudge!([way, 0], params))
          for (const key of nudged.flatMap(Object.keys)) expect(handle.moves).toContain(key)
          expect(nudged.some((wish) => !sameValue(merge(demo.params, params as never, wish), params))).toBe(true)
        }
      }
    })

    it('has stages that turn under the hand: nothing but what is shown changes', async () => {
      for (const view of Object.values(views)) {
        if (view.kind !== 'three' || view.turn === undefined) continue
        for (const [, params] of states) {
          const scene = sceneFor(demo, { ...pictureOf(await timelineOf(demo, params), 0), params })
          const wishes: Point[] = [
            [0, 0],
            [0.3, -0.2],
            [-40, 50],
          ]
          const [rest, ...moved] = wishes.map((by) => view.turn!(by, scene))
          expect(sameValue({ ...params, ...rest }, params)).toBe(true)
          for (const changes of moved) {
            for (const key of Object.keys(changes)) expect(demo.params[key]?.affects).toBe('view')
            expect(sameValue(merge(demo.params, params as never, changes), { ...params, ...changes })).toBe(true)
            expect(sameValue({ ...params, ...changes }, params)).toBe(false)
          }
        }
      }
    })

    it('draws first, middle and last step of every state, and the defaults in every theme, within finite coordinates', async () => {
      for (const [index, [, params]] of states.entries()) {
        const timeline = await wholeRun(params)
        for (const step of new Set([0, Math.floor(timeline.last / 2), timeline.last])) {
          const picture = pictureOf(timeline, step)
          for (const palette of index === 0 ? Object.values(THEMES) : [THEMES.light]) {
            const scene = sceneFor(demo, { ...picture, params }, {}, palette)
            for (const [name, view] of Object.entries(views)) {
              const drawn = drawingOf(view, scene)
              if (drawn === null) continue
              expect(drawn.window.every(Number.isFinite), `${name}: window`).toBe(true)
              expect(drawn.svg, `${name} at step ${step}`).not.toMatch(/NaN|Infinity|undefined/)
              expect(drawn.bad, `${name} at step ${step}: numbers given to the canvas`).toEqual([])
            }
          }
        }
      }
    })

    it('says of every map that a plot shows how far it is', async () => {
      const pictures: RunPicture[] = []
      for (const params of [...states.map(([, p]) => p), ...withOptions(demo)])
        pictures.push({ ...pictureOf(await timelineOf(demo, params), 0), params })
      for (const [name, view] of Object.entries(views)) {
        if (view.kind !== 'plot') continue
        const declared = [view.map ?? []].flat().flatMap((map) => [map, ...(demo.maps?.[map]?.needs ?? [])])
        for (const map of declared) expect(Object.keys(demo.maps ?? {}), `${name}: map`).toContain(map)
        const read = new Set<string>()
        const maps = new Proxy({}, { get: (_, map) => void read.add(String(map)) })
        for (const picture of pictures) drawingOf(view, sceneFor(demo, picture, maps))
        expect(declared, `${name}: map`).toEqual(expect.arrayContaining([...read]))
      }
    })

    it('names only what exists: views, presets, parameters, readouts, in every text', async () => {
      expect(Object.keys(views).sort()).toEqual(Object.keys(demo.views).sort())
      const timeline = await timelineOf(demo, defaultsOf(demo.params))
      timeline.extend(10)
      const picture = pictureOf(timeline, 5)
      const texts = [
        demo.meta.summary,
        demo.meta.lede,
        ...Object.values(demo.views).flatMap((view) => [view.title, view.note ?? '', view.alt]),
        ...demo.claims.map((claim) => claim.says),
        ...demo.lecture.flatMap(({ title, text, predict, do: deed, see, why }) => [
          ...[title, text, deed.say, see, why],
          ...(predict ? [predict.ask, ...predict.options] : []),
        ]),
      ]
      for (const text of texts) {
        const filled = fill(text, (name) => nameText(demo, picture, name))
        expect(namesIn(filled), `${slug}: "${text}"`).toEqual([])
      }
      for (const { tex } of demo.equations ?? []) {
        for (const [, key] of tex.matchAll(/\\p\{(\w+)\}/g)) expect(Object.keys(demo.params)).toContain(key)
      }
    })

    it('has TeX only in texts that are typeset', () => {
      const plain = [
        ...Object.values(demo.params).flatMap(({ label, doc, group = '' }) => [label, doc, group]),
        ...Object.values(demo.readouts).map(({ label }) => label),
        ...Object.values(demo.views).flatMap(({ title, note = '', alt }) => [title, note, alt]),
        ...Object.values(demo.handles ?? {}).flatMap(({ label, invite = '' }) => [label, invite]),
        ...Object.values(demo.words),
        ...Object.values(demo.presets).map(({ label }) => label),
        ...demo.claims.map(({ source }) => source),
        ...[demo.meta.title, demo.meta.summary, ...demo.meta.tags],
      ]
      expect(plain.filter((text) => texIn(text).length > 0)).toEqual([])
    })

    it('derives, says what is simplified and names its sources in its README, where claims find what they cite', () => {
      const readme = readFileSync(`${folder}/README.md`, 'utf8')
      const found = (pattern: RegExp) => [...readme.matchAll(pattern)].map(([, title]) => title)
      const sections = found(/^## (.+)$/gm)
      expect(sections).toEqual(expect.arrayContaining(['What is simplified', 'Sources']))
      expect(
        sections.some((title) => title === 'Derivation' || title === 'Why it works'),
        'a derivation',
      ).toBe(true)
      const places = [...sections, ...found(/^\*\*(.+?)\.\*\*/gm)]
      for (const { source, says } of demo.claims)
        for (const [, place] of source.matchAll(/README, “(.+?)”/g)) expect(places, says).toContain(place)
    })

    it('cites its papers with the first names of all authors, and journals as journals', () => {
      for (const paper of [demo.meta.paper, ...(demo.meta.also ?? [])]) {
        for (const author of paper.authors) expect(author, paper.title).not.toMatch(/^(\S\. ?)+\S+$/)
        const isConference = / (?:19|20)\d\d/.test(paper.venue ?? '') // journals have volumes
        if (paper.venue) expect(paper.journal ?? false, `${paper.title}: ${paper.venue} is a journal`).toBe(!isConference)
      }
    })

    it('asks in presets and lesson only for admissible values', () => {
      const wishes = [
        ...Object.values(demo.presets).map((preset) => preset.params),
        ...demo.lecture.flatMap((stop) => [stop.params ?? {}, stop.do.params ?? {}]),
      ]
      for (const wish of wishes) {
        const taken = merge(demo.params, defaultsOf(demo.params), wish) as Params
        for (const [key, value] of Object.entries(wish)) expect(taken[key], key).toEqual(value)
      }
    })

    lessonSuite(demo, views)

    it('keeps its claims', async () => {
      const results = await measuredOnce(slug, () => measureClaims(demo))
      for (const result of results) expect(result, JSON.stringify(result)).toMatchObject({ pass: true })
      expect(results.flatMap((result, k) => tooLoose(demo.claims[k]!, result) ?? [])).toEqual([])
    })

    it('keeps each claim in every state that its `also` lets the page measure it in', async () => {
      const faults: string[] = []
      const different = new Map(states.map(([name, params]) => [JSON.stringify(params), { name, params }]))
      for (const { name, params } of different.values()) {
        const claims = demo.claims.filter(({ also }) => also?.(params))
        if (claims.length === 0) continue
        const run = { ...(await wholeRun(params)).run(), params }
        for (const claim of claims) {
          const { pass, measured, expected } = measureOn(demo, claim, run)
          if (!pass) faults.push(`${name}: “${claim.says}” has ${measured}, not ${expected}`)
        }
      }
      expect(faults).toEqual([])
    })

    it('computes its maps to the end, coarser answers first; the numbers that they say are numbers', async () => {
      for (const [name, map] of Object.entries(demo.maps ?? {})) {
        const params = [...states.map(([, p]) => p), ...withOptions(demo)].find((p) => map.when?.(p) ?? true) as Params
        await prepare(demo.params, params)
        const work = computationOf(demo, name, params)
        const shares: number[] = []
        for (; !work.isWhole; work.advance()) shares.push(work.share)
        expect(shares).toEqual([...shares].sort((a, b) => a - b))
        expect(work.news?.result).toBeDefined()
        for (const [key, { of }] of Object.entries(map.summary ?? {})) {
          const value = of(work.news?.result, params)
          expect(value === null || Number.isFinite(value), `${name}: ${key} = ${value}`).toBe(true)
        }
        for (const key of map.uses) expect(Object.keys(demo.params)).toContain(key)
      }
    })
  })
}
