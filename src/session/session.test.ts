import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type AnyDemo, type AnyStop, defaultsOf, type Params, type Phase } from '@/contract'
import { WorkerClient } from '@/engine'
import { logistic } from '../../tests/support/logistic'
import { readPlace, writePlace } from './address'
import { runClock } from './clock'
import { openKept } from './kept'
import { keptBack, paperPlace, stopPlace } from './lesson'
import { createSession, type Session } from './session'

const open: Session[] = []
const frames = new Map<number, (now: number) => void>()
let asked = 0
/** Runs the callbacks that wait for the next frame. */
function frame(ms = 0): void {
  vi.advanceTimersByTime(ms)
  const due = [...frames.values()]
  frames.clear()
  for (const run of due) run(performance.now())
}
beforeEach(() => {
  vi.useFakeTimers()
  frames.clear()
  vi.stubGlobal('document', { hidden: false })
  vi.stubGlobal('requestAnimationFrame', (run: (now: number) => void) => {
    frames.set(++asked, run)
    return asked
  })
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id))
})
afterEach(() => {
  for (const session of open.splice(0)) session.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function session(query = '', demo = logistic): Session {
  const { place, notes } = readPlace(demo, query)
  const made = createSession(
    demo,
    place,
    notes,
    new WorkerClient(
      () => null,
      async () => demo,
    ),
  )
  open.push(made)
  frame()
  return made
}
const rateOf = (s: Session) => s.store.getState().params.rate

it('computes only the newest parameters of a frame', () => {
  const s = session()
  const spy = vi.spyOn(logistic.model, 'init')
  s.beginGesture('slider')
  for (const rate of [1, 1.5, 2, 2.5]) s.change({ rate }, 'slider')
  s.endGesture('slider')
  expect(spy).not.toHaveBeenCalled()
  frame()
  expect(spy).toHaveBeenCalledTimes(1)
  expect(s.store.getState().picture?.params.rate).toBe(2.5)
  spy.mockRestore()
})

it('undoes and redoes whole gestures', () => {
  const s = session()
  s.beginGesture('slider:rate')
  for (const rate of [1, 2, 3]) s.change({ rate }, 'slider:rate')
  s.endGesture('slider:rate')
  s.beginGesture('slider:rate')
  s.change({ rate: 3.5 }, 'slider:rate')
  s.endGesture('slider:rate')
  s.undo()
  expect(rateOf(s)).toBe(3)
  s.undo()
  expect(rateOf(s)).toBe(3.9)
  s.undo() // nothing left: nothing happens
  expect(rateOf(s)).toBe(3.9)
  s.redo()
  s.redo()
  expect(rateOf(s)).toBe(3.5)
  s.undo()
  s.change({ start: 0.5 }, 'typed') // a new branch: the undone entry is gone
  s.redo()
  expect(rateOf(s)).toBe(3)
})

it.each([
  ['reset', (s: Session) => s.reset()],
  ['a preset', (s: Session) => s.preset('calm')],
  ['a stop of the lesson', (s: Session) => s.stop(1)],
  ['undo', (s: Session) => s.undo()],
  ['another place', (s: Session) => s.goTo({ params: { rate: 2.5 } }, 'host', false)],
])('takes what is dragged out of the hand with %s, until it is released', (_what, act) => {
  const s = session()
  s.beginGesture('handle:rate', 'main')
  s.set({ armed: 'rate' })
  s.change({ rate: 1 }, 'handle:rate')
  act(s)
  const after = rateOf(s)
  expect(s.store.getState()).toMatchObject({ held: null, armed: null })
  s.change({ rate: 3 }, 'handle:rate') // the hand still moves
  expect(rateOf(s)).toBe(after)
  s.change({ start: 0.5 }, 'typed')
  expect(s.store.getState().params.start).toBe(0.5)
  s.endGesture('handle:rate')
  s.change({ rate: 3 }, 'handle:rate') // an arrow key
  expect(rateOf(s)).toBe(3)
})

it('leaves in the hand what is dragged while the page around sets something', () => {
  const s = session()
  s.beginGesture('handle:rate', 'main')
  s.change({ rate: 1 }, 'handle:rate')
  s.adjust({ params: { start: 0.5 } }, 'host', false)
  s.change({ rate: 2 }, 'handle:rate')
  expect(s.store.getState().params).toMatchObject({ rate: 2, start: 0.5 })
  expect(s.store.getState().held).toEqual({ source: 'handle:rate', view: 'main' })
})

it('has one thing in hand: the newest, and the end of another does not end it', () => {
  const s = session()
  s.beginGesture('handle:rate', 'main')
  s.beginGesture('slider:start')
  s.endGesture('handle:rate')
  expect(s.store.getState().held).toEqual({ source: 'slider:start', view: null })
  s.endGesture('slider:start')
  expect(s.store.getState().held).toBeNull()
})

it('takes quick changes from one key as one entry, slow ones as several', () => {
  const s = session()
  for (const rate of [1, 2, 3]) s.change({ rate }, 'key:rate')
  expect(s.store.getState().past).toHaveLength(1)
  vi.advanceTimersByTime(1000)
  s.change({ rate: 2 }, 'key:rate')
  expect(s.store.getState().past).toHaveLength(2)
})

it('resets to the link, and once more to the paper', () => {
  const s = session('rate=3.2&t=5')
  s.change({ rate: 1 }, 'typed')
  expect(s.reset()).toBe('link')
  expect(s.store.getState()).toMatchObject({ params: { rate: 3.2 }, step: 5 })
  expect(s.reset()).toBe('paper')
  expect(s.store.getState()).toMatchObject({ params: defaultsOf(logistic.params), step: 'end' })
  s.undo()
  expect(rateOf(s)).toBe(3.2)
})

it('brings back by undo all that a reset, a preset or a stop took, and takes it again by redo', () => {
  const s = session('rate=2&t=20')
  const placeNow = () => {
    const { params, step, view, lecture } = s.store.getState()
    return { params, step, view, lecture }
  }
  for (const act of [() => s.reset(), () => s.preset(Object.keys(logistic.presets)[0] as string)]) {
    s.stop(1)
    frame()
    s.change({ rate: 1.5 }, 'typed')
    s.seek(7)
    frame()
    const before = placeNow()
    act()
    frame()
    const after = placeNow()
    expect(after).not.toEqual(before)
    s.undo()
    frame()
    expect(placeNow()).toEqual(before)
    s.redo()
    frame()
    expect(placeNow()).toEqual(after)
  }
  s.reset()
  frame()
  s.seek(9)
  s.reset() // the parameters are already the link's
  s.undo()
  frame()
  expect(placeNow().step).toBe(9)
})

it('keeps its place while it passes through what diverges, or is shorter', () => {
  const s = session('t=60')
  s.change({ rate: 5 }, 'slider')
  frame()
  expect(s.store.getState().picture?.ended?.why).toBe('diverged')
  expect(s.here()).toBeLessThan(60)
  s.change({ rate: 3.8, steps: 20 }, 'slider')
  frame()
  expect(s.store.getState().picture?.step).toBe(20)
  s.change({ steps: 200 }, 'slider')
  frame()
  expect(s.store.getState().picture?.step).toBe(60)
})

it('brings back by undo the step and the view at which something was changed', () => {
  const s = session('t=60')
  s.change({ rate: 3 }, 'slider')
  s.seek(10)
  s.set({ view: 'other' })
  s.undo()
  frame()
  expect(s.store.getState()).toMatchObject({ step: 60, view: 'main' })
  s.redo()
  expect(s.store.getState()).toMatchObject({ step: 10, view: 'other' })
})

it('stops computing where the visitor says so, shows what is there, and goes on', () => {
  const slow = {
    ...logistic,
    model: {
      ...logistic.model,
      step(state: never, p: never) {
        vi.advanceTimersByTime(1)
        logistic.model.step(state, p, {})
      },
    },
  } as AnyDemo
  const s = session('steps=1000&t=end', slow)
  for (let k = 0; k < 60; k++) frame(10)
  s.halt(true)
  frame(10)
  const { last, left } = s.store.getState().picture!
  expect(last).toBeGreaterThan(100)
  expect(left).toBeCloseTo(1000 - last, -1) // a step is a ms
  for (let k = 0; k < 10; k++) frame(10)
  s.seek(50)
  frame(10)
  expect(s.store.getState().picture).toMatchObject({ last, step: 50 })
  s.halt(false)
  for (let k = 0; k < 40; k++) frame(10)
  expect(s.store.getState().picture!.last).toBeGreaterThan(last + 50)
  s.halt(true)
  s.change({ rate: 3 }, 'slider') // a different run
  expect(s.store.getState().halted).toBe(false)
})

it('keeps the run when only the drawing changes', () => {
  const s = session()
  const spy = vi.spyOn(logistic.model, 'init')
  s.change({ trail: false }, 'toggle')
  frame()
  expect(spy).not.toHaveBeenCalled()
  spy.mockRestore()
})

it('steps, seeks and stays within the run', () => {
  const s = session('t=50')
  s.stepBy(10)
  frame()
  expect(s.store.getState().picture?.step).toBe(60)
  s.stepBy(-1000)
  frame()
  expect(s.here()).toBe(0)
  s.seek('end')
  frame()
  expect(s.here()).toBe(100)
  s.change({ rate: 9, start: 0.5 }, 'typed') // outside all bounds
  frame()
  const { picture } = s.store.getState()
  expect(picture?.ended).toMatchObject({ why: 'diverged', readout: 'x' })
  expect(s.here()).toBe(picture?.ended?.step)
})

it('plays by the clock, pauses at the end, loops, and stops where it has converged', () => {
  const s = session('t=0')
  const stop = runClock(s)
  const play = (ms: number) => {
    for (let passed = 0; passed < ms; passed += 50) frame(50)
  }
  s.play()
  play(2000)
  expect(s.here()).toBeGreaterThan(15) // 100 steps in ten seconds
  expect(s.here()).toBeLessThan(25)
  play(10_000)
  expect(s.store.getState().playing).toBe(false)
  expect(s.here()).toBe(100)
  s.set({ loop: true, speed: 8 })
  s.play()
  play(2500)
  expect(s.store.getState().playing).toBe(true)
  s.set({ loop: false, speed: 1 })
  s.pause()
  s.preset('calm')
  s.seek(0)
  frame()
  const rest = s.store.getState().picture?.convergedAt
  s.play()
  play(10_000)
  expect(s.here()).toBe(rest)
  stop()
})

it('sets the whole scene of a stop, whatever was there', () => {
  const s = session()
  s.change({ start: 0.7 }, 'typed')
  s.stop(0)
  frame()
  expect(s.store.getState()).toMatchObject({ lecture: 0, phase: 'scene', step: 10, params: { rate: 0.5, start: 0.3 } })
  s.stop(1)
  frame()
  expect(s.store.getState()).toMatchObject({ lecture: 1, step: 0, params: { rate: 4, start: 0.2 } })
  expect(s.store.getState().sceneAt?.params.rate).toBe(4)
})

it('gives the answer when the deed is done by hand, and keeps its numbers when it is undone', () => {
  const s = session()
  s.stop(0)
  frame()
  s.change({ rate: 0.8 }, 'slider')
  frame()
  expect(s.store.getState()).toMatchObject({ phase: 'scene', answerAt: null })
  s.change({ rate: 1.5 }, 'slider')
  frame()
  expect(s.store.getState()).toMatchObject({ phase: 'answer', answerAt: { params: { rate: 1.5 } } })
  s.change({ rate: 0.9 }, 'slider')
  frame()
  expect(s.store.getState()).toMatchObject({ phase: 'answer', answerAt: { params: { rate: 1.5 } } })
  expect(s.store.getState().sceneAt?.params.rate).toBe(0.5)
})

it('does the deed before the eyes: numbers glide, then the player runs; a hand takes over', () => {
  const s = session()
  s.stop(0)
  frame()
  s.deed(true)
  const seen: unknown[] = []
  for (let k = 0; k < 60; k++) {
    frame(16)
    seen.push(s.store.getState().params.rate)
    if (s.store.getState().acting) expect(s.store.getState().phase).toBe('scene')
  }
  expect(seen.some((rate) => (rate as number) > 0.5 && (rate as number) < 2)).toBe(true)
  expect(s.store.getState()).toMatchObject({ acting: false, phase: 'answer', params: { rate: 2 }, step: 10 })
  s.undo()
  expect(s.store.getState().params.rate).toBe(0.5)
  s.stop(1)
  frame()
  s.deed(true)
  for (let k = 0; k < 20; k++) frame(16)
  const { step } = s.store.getState()
  expect(step).toBeGreaterThan(0)
  s.change({ start: 0.4 }, 'slider')
  for (let k = 0; k < 60; k++) frame(16)
  expect(s.store.getState()).toMatchObject({ acting: false, phase: 'scene', step })
})

it('keeps back before the deed what would answer the guess', () => {
  const [first, second] = logistic.lecture as [AnyStop, AnyStop]
  const demo: AnyDemo = {
    ...logistic,
    lecture: [{ ...first, waits: ['main'] }, second, { ...second, id: 'guessed', predict: first.predict! }],
  }
  const kept = (lecture: number | null, phase: Phase = 'scene') => keptBack(demo, { lecture, phase })
  expect(kept(0)).toEqual({ views: ['main'], future: false })
  expect(kept(1)).toEqual({ views: [], future: false })
  expect(kept(2)).toEqual({ views: [], future: true })
  for (const phase of ['deed', 'answer'] as const)
    for (const lecture of [0, 2]) expect(kept(lecture, phase)).toEqual({ views: [], future: false })
  expect(kept(null)).toEqual({ views: [], future: false })
})

it('withholds the answer where a deck shows the deed', () => {
  const s = session()
  s.stop(0)
  frame()
  s.deed(false, 'deed')
  frame()
  expect(s.store.getState()).toMatchObject({ phase: 'deed', answerAt: { params: { rate: 2 } } })
  s.answer()
  expect(s.store.getState().phase).toBe('answer')
})

it('says that the visitor has left the premise, keeps the stop under a preset, and comes back to its scene', () => {
  const s = session()
  s.stop(1)
  frame()
  expect(s.store.getState().premise).toBe(true)
  s.preset('calm')
  frame()
  expect(s.store.getState()).toMatchObject({ lecture: 1, premise: false })
  expect(s.reset()).toBe('scene')
  frame()
  expect(s.store.getState()).toMatchObject({ lecture: 1, premise: true, params: { rate: 4 } })
})

it('brings back stop, phase and the visitor’s own values from its address', () => {
  const s = session()
  const comesBack = () => {
    const { params, step, view, lecture, phase, kept } = s.store.getState()
    const { place, notes } = readPlace(logistic, writePlace(logistic, s.store.getState()))
    expect(notes).toEqual([])
    expect(place).toEqual({ params, step, view, lecture, phase, kept })
  }
  for (const index of [0, 1])
    for (const phase of ['scene', 'deed', 'answer'] as const) {
      s.stop(index, phase)
      comesBack()
    }
  s.stop(0)
  expect(writePlace(logistic, s.store.getState())).toBe('step=calm')
  s.change({ rate: 3.9 }, 'typed') // the paper's value is the visitor's own here
  comesBack()
  expect(writePlace(logistic, s.store.getState())).toBe('step=calm&rate=3.9')
  expect(writePlace(logistic, stopPlace(logistic, 1, 'answer'))).toBe('step=wild:answer')
})

it('notes what an address says wrong, and reads it twice to the same place', () => {
  const { place, notes } = readPlace(logistic, 'growth=2&t=-1&view=other&step=nine&ui=full&rate2=1&theme=dark')
  expect(place).toMatchObject({ params: { rate: 2 }, step: paperPlace(logistic).step, view: 'main', lecture: null })
  expect(notes.map((note) => note.key)).toEqual(['rate2', 'step', 't', 'view', 'ui'])
})

it('lets pass without a note what others write into links to count who follows them', () => {
  const words = 'utm_source=x&utm_campaign=y&fbclid=1&gclid=2&gad_source=1&gbraid=3&dclid=4&msclkid=5&mc_cid=6&mc_eid=7&igshid=8'
  const { place, notes } = readPlace(
    logistic,
    `${words}&_ga=9&_gl=1&_hsenc=2&mkt_tok=3&ref=news&srsltid=4&yclid=5&ttclid=6&rate=2`,
  )
  expect(notes).toEqual([])
  expect(place.params.rate).toBe(2)
})

it('brings a run that takes more than a frame to its end before the newest wish, and shows it whole', () => {
  const s = session()
  const { step } = logistic.model
  const slow = vi.spyOn(logistic.model, 'step').mockImplementation((state, params) => {
    vi.advanceTimersByTime(0.2) // ms: a run of 100 steps takes 20
    step(state, params, {})
  })
  const shown: unknown[] = []
  const stop = s.store.subscribe(({ picture }, old) => {
    if (picture !== old.picture) shown.push([picture?.params.rate, picture?.step])
  })
  for (const rate of [1, 1.5, 2, 2.5, 3]) {
    s.change({ rate }, 'slider')
    frame(1)
  }
  for (let k = 0; k < 8; k++) frame(1)
  expect(shown).toEqual([
    [1, 100],
    [3, 100],
  ])
  stop()
  slow.mockRestore()
})

it('lets a run in a worker arrive before it asks for the next, and then for the newest only', () => {
  const asked: { rate: unknown; reply: (reply: unknown) => void }[] = []
  const client = {
    ask: (request: { params: Record<string, unknown> }, reply: (reply: unknown) => void) =>
      asked.push({ rate: request.params.rate, reply }),
    stop() {},
  }
  const inWorker = { ...logistic, maps: {}, model: { ...logistic.model, runIn: 'worker' as const } }
  const s = createSession(inWorker, paperPlace(inWorker), [], client as unknown as WorkerClient)
  open.push(s)
  frame()
  for (const rate of [1, 1.5, 2]) {
    s.change({ rate }, 'slider')
    frame(16)
  }
  expect(asked.map(({ rate }) => rate)).toEqual([3.9])
  const { params } = s.store.getState()
  const arrived = (of: Record<string, unknown>) => ({
    kind: 'run',
    picture: { params: of, step: 100, steps: 100, last: 100, ended: null },
    done: true,
  })
  asked[0]?.reply(arrived({ ...params, rate: 3.9 }))
  expect(s.store.getState().picture?.params.rate).toBe(3.9)
  expect(s.store.getState().ahead).toBe(params) // handles do not wait for runs
  asked[0]?.reply(arrived(params))
  expect(s.store.getState().ahead).toBeNull()
  frame(16)
  expect(asked.map(({ rate }) => rate)).toEqual([3.9, 2])
  s.change({ rate: 3 }, 'slider')
  for (let k = 0; k < 14; k++) frame(16)
  expect(asked).toHaveLength(2)
  for (let k = 0; k < 4; k++) frame(16) // the second one takes too long
  expect(asked.at(-1)?.rate).toBe(3)
})

it('computes maps for every change while there is time for all, and after a rest where there is not', () => {
  const asked: unknown[] = []
  const stopped: string[] = []
  const client = {
    ask: ({ params }: { params: Record<string, unknown> }) => asked.push(params.rate),
    stop: (lane: string) => stopped.push(lane),
  }
  const mapped = { ...logistic, maps: { fates: { uses: ['rate'], compute: () => null } } }
  const s = createSession(mapped as never, paperPlace(logistic), [], client as unknown as WorkerClient)
  open.push(s)
  frame()
  const drag = (rates: number[]) => {
    for (const rate of rates) {
      s.change({ rate }, 'slider')
      frame(16)
    }
  }
  drag([1, 1.5])
  expect(asked).toEqual([3.9, 1, 1.5])
  const short = vi.spyOn(s.turns, 'isShort').mockReturnValue(true)
  drag([2, 2.5, 1.5])
  expect(stopped).toContain('map:fates')
  expect(asked).toEqual([3.9, 1, 1.5])
  vi.advanceTimersByTime(100)
  frame()
  expect(asked).toEqual([3.9, 1, 1.5, 1.5]) // the one before was stopped halfway
  s.play() // frames without a change do not keep a map waiting
  drag([3])
  for (let k = 0; k < 8; k++) {
    s.wake()
    frame(16)
  }
  expect(asked.at(-1)).toBe(3)
  short.mockRestore()
})

it('counts the steps of a run within frames where that takes long, to the end of what was begun', () => {
  const begun: unknown[] = []
  const slow = {
    ...logistic,
    model: {
      ...logistic.model,
      *count(p: Params) {
        begun.push(p.rate)
        for (let k = 0; k < 10; k++) {
          vi.advanceTimersByTime(1)
          yield
        }
      },
    },
  } as AnyDemo
  const s = session('', slow)
  const shown = () => s.store.getState().picture?.params.rate
  expect(shown()).toBeUndefined() // 4 ms of a frame are 5 of the 10
  frame()
  frame()
  expect(shown()).toBe(3.9)
  s.beginGesture('slider')
  const seen = []
  for (const rate of [1, 1.1, 1.2, 1.3, 1.4, 1.5]) {
    s.change({ rate }, 'slider')
    frame()
    seen.push(shown())
  }
  expect(seen).toEqual([3.9, 3.9, 1, 1, 1, 1.3])
  s.endGesture('slider')
  for (let k = 0; k < 3; k++) frame()
  expect(shown()).toBe(1.5)
  expect(begun).toEqual([3.9, 1, 1.3, 1.5])
})

it('shows how far a long run is ten times a second at rest, once only while newer ones are wished', () => {
  const slow = {
    ...logistic,
    model: {
      ...logistic.model,
      step(state: never, p: never) {
        vi.advanceTimersByTime(1)
        logistic.model.step(state, p, {})
      },
    },
  } as AnyDemo
  const s = session('steps=1000', slow)
  const lasts = (frames: number, change: (k: number) => void) => {
    const seen = new Set<string>()
    for (let k = 0; k < frames; k++) {
      change(k)
      frame(10)
      const { picture } = s.store.getState()
      seen.add(`${picture?.params.rate} ${picture?.last}`)
    }
    return seen.size
  }
  const seconds = lasts(60, () => {}) // of a second, at 16 ms a frame with its computing
  expect(seconds).toBeGreaterThan(4)
  expect(seconds).toBeLessThan(12)
  s.beginGesture('slider')
  // a run gets 250 ms, in frames of 10 ms and 8 steps, until the next one begins
  expect(lasts(42, (k) => s.change({ rate: 1 + k / 100 }, 'slider'))).toBeLessThanOrEqual(1 + 3)
})

it('a deed is done when the maps of its own parameters are finished, not by those of earlier ones', () => {
  const replies: ((done: number) => void)[] = []
  const client = {
    ask: ({ do: what }: { do: string }, reply: (reply: unknown) => void) =>
      what === 'map' && replies.push((done) => reply({ kind: 'map', progress: { done, result: null } })),
    stop() {},
  }
  const stop = {
    id: 'ask',
    stage: [Object.keys(logistic.views)[0]],
    do: {
      say: '',
      params: { rate: 2 },
      done: (p: Record<string, unknown>, now: { maps: Record<string, { done: number } | undefined> }) =>
        p.rate === 2 && now.maps.fates?.done === 1,
    },
  }
  const mapped = { ...logistic, lecture: [stop], maps: { fates: { uses: ['rate'], compute: () => null } } } as never
  const s = createSession(mapped, { ...paperPlace(mapped), lecture: 0, phase: 'scene' }, [], client as unknown as WorkerClient)
  open.push(s)
  frame()
  replies.at(-1)?.(1)
  frame(16)
  expect(s.store.getState().maps.fates?.done).toBe(1)
  s.change({ rate: 2 }, 'slider')
  for (let k = 0; k < 4; k++) frame(16)
  expect(s.store.getState()).toMatchObject({ phase: 'scene', maps: { fates: { done: 1 } } }) // still on screen
  replies.at(-1)?.(1)
  for (let k = 0; k < 2; k++) frame(16)
  expect(s.store.getState().phase).toBe('answer')
})

it('a sentence gets the numbers of a map that comes after the scene was left', () => {
  const replies: (() => void)[] = []
  const client = {
    ask: ({ do: what }: { do: string }, reply: (reply: unknown) => void) =>
      what === 'map' && replies.push(() => reply({ kind: 'map', progress: { done: 1, result: 7 } })),
    stop() {},
  }
  const stop = { id: 'ask', stage: [Object.keys(logistic.views)[0]], do: { say: '', params: { rate: 2 }, done: () => false } }
  const fates = {
    uses: ['start'],
    compute: () => null,
    summary: { count: { label: '', digits: 1, of: (found: number) => found } },
  }
  const mapped = { ...logistic, lecture: [stop], maps: { fates } } as never
  const s = createSession(mapped, { ...paperPlace(mapped), lecture: 0, phase: 'scene' }, [], client as unknown as WorkerClient)
  open.push(s)
  frame()
  expect(s.store.getState().sceneAt?.summary).toEqual({})
  s.change({ rate: 2 }, 'slider') // the map does not depend on it
  frame(16)
  replies.at(-1)?.()
  for (let k = 0; k < 2; k++) frame(16)
  expect(s.store.getState().sceneAt).toMatchObject({ params: { rate: 3.9 }, summary: { count: 7 } })
})

it('compares with a kept state: in the address, undone, exchanged, and ended by a stop', () => {
  const s = session('rate=3&t=4')
  const values = () => [s.store.getState().params.rate, s.store.getState().kept?.rate]
  const address = () => writePlace(logistic, s.store.getState())
  s.keep(s.store.getState().params)
  s.change({ rate: 2 }, 'typed')
  expect(address()).toBe('rate=2&t=4&b.rate=3')
  s.swap()
  expect(values()).toEqual([3, 2])
  s.undo()
  expect(values()).toEqual([2, 3])
  s.keep(defaultsOf(logistic.params))
  expect(address()).toBe('rate=2&t=4&b=1')
  const { place, notes } = readPlace(logistic, address())
  expect([place.kept, notes]).toEqual([defaultsOf(logistic.params), []])
  s.stop(0)
  expect(s.store.getState().kept).toBeNull()
  s.undo()
  expect(s.store.getState().kept).toEqual(defaultsOf(logistic.params))
})

it('notes what an address says wrong of a kept state', () => {
  const { place, notes } = readPlace(logistic, 'b.rate=fast&b.none=1&b.growth=2')
  expect(place.kept).toMatchObject({ rate: 2 })
  expect(notes.map(({ why, key }) => [why, key])).toEqual([
    ['notANumber', 'b.rate'],
    ['unknown', 'b.none'],
  ])
})

it('keeps both states at one step and in one view, and what the hand changes in either', () => {
  const s = session('rate=3&t=4&b.rate=2')
  const beside = openKept(
    s,
    new WorkerClient(
      () => null,
      async () => logistic as unknown as AnyDemo,
    ),
  )
  open.push(beside)
  frame()
  expect(beside.store.getState()).toMatchObject({ params: { rate: 2 }, step: 4, picture: { step: 4 } })
  s.seek(7)
  frame()
  expect(beside.store.getState().picture?.step).toBe(7)
  beside.beginGesture('handle:x')
  beside.change({ rate: 1.5 }, 'handle:x')
  beside.change({ rate: 1 }, 'handle:x')
  beside.endGesture('handle:x')
  expect(s.store.getState()).toMatchObject({ params: { rate: 3 }, kept: { rate: 1 }, step: 7 })
  s.undo()
  frame()
  expect(s.store.getState().kept).toMatchObject({ rate: 2 })
  expect(beside.store.getState()).toMatchObject({ params: { rate: 2 }, step: 7 })
})
