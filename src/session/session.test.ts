import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type AnyDemo, defaultsOf, type Params } from '@/contract'
import { Workbench } from '@/engine'
import { logistic } from '../../tests/support/logistic'
import { readPlace, writePlace } from './address'
import { runClock } from './clock'
import { createSession, paperPlace, type Session } from './session'

const open: Session[] = []
let frames: ((now: number) => void)[] = []
/** Runs what waits for the next frame. */
function frame(ms = 0): void {
  vi.advanceTimersByTime(ms)
  for (const run of frames.splice(0)) run(performance.now())
}
beforeEach(() => {
  vi.useFakeTimers()
  frames = []
  vi.stubGlobal('document', { hidden: false })
  vi.stubGlobal('requestAnimationFrame', (run: (now: number) => void) => frames.push(run))
  vi.stubGlobal('cancelAnimationFrame', () => {})
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
    new Workbench(
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
  s.change({ start: 0.5 }, 'typed') // a new branch: what was undone is gone
  s.redo()
  expect(rateOf(s)).toBe(3)
})

it.each([
  ['reset', (s: Session) => s.reset()],
  ['a preset', (s: Session) => s.preset('calm')],
  ['a lecture step', (s: Session) => s.lectureStep(1)],
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

it('brings back by undo all that a reset, a preset or the lecture took, and takes it again by redo', () => {
  const s = session('rate=2&t=20')
  const placeNow = () => {
    const { params, step, view, lecture } = s.store.getState()
    return { params, step, view, lecture }
  }
  for (const act of [() => s.reset(), () => s.preset(Object.keys(logistic.presets)[0] as string)]) {
    s.lectureStep(1)
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
  s.reset() // the parameters are the link's already
  s.undo()
  frame()
  expect(placeNow().step).toBe(9)
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
  s.change({ rate: 9, start: 0.5 }, 'typed') // leaves all bounds
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

it('follows the lecture: values, step and view', () => {
  const s = session()
  s.lectureStep(0)
  frame()
  expect(s.store.getState()).toMatchObject({ lecture: 0, step: 10, params: { rate: 0.5 } })
  s.change({ start: 0.7 }, 'typed')
  s.lectureStep(1)
  frame()
  expect(s.store.getState()).toMatchObject({ lecture: 1, step: 'end', params: { rate: 4, start: 0.7 } })
})

it('brings back lecture, step and view from its own address', () => {
  const s = session()
  for (const index of [0, 1]) {
    s.lectureStep(index)
    const state = s.store.getState()
    const { place, notes } = readPlace(logistic, writePlace(logistic, state))
    expect(notes).toEqual([])
    expect(place).toEqual({ params: state.params, step: state.step, view: state.view, lecture: index })
  }
  s.change({ rate: 2 }, 'typed') // no longer the lecture's values: the address names the values instead
  expect(writePlace(logistic, s.store.getState())).toBe('rate=2')
})

it('notes what an address says wrong, and reads it twice to the same place', () => {
  const { place, notes } = readPlace(logistic, 'growth=2&t=-1&view=other&step=nine&ui=full&rate2=1&theme=dark')
  expect(place).toMatchObject({ params: { rate: 2 }, step: paperPlace(logistic).step, view: 'main', lecture: null })
  expect(notes.map((note) => note.key)).toEqual(['rate2', 't', 'view', 'step', 'ui'])
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
    step(state, params)
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
  const bench = {
    ask: (request: { params: Record<string, unknown> }, reply: (reply: unknown) => void) =>
      asked.push({ rate: request.params.rate, reply }),
    stop() {},
  }
  const inWorker = { ...logistic, maps: {}, model: { ...logistic.model, runIn: 'worker' as const } }
  const s = createSession(inWorker, paperPlace(inWorker), [], bench as unknown as Workbench)
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
  const bench = {
    ask: ({ params }: { params: Record<string, unknown> }) => asked.push(params.rate),
    stop: (lane: string) => stopped.push(lane),
  }
  const mapped = { ...logistic, maps: { fates: { uses: ['rate'], compute: () => null } } }
  const s = createSession(mapped as never, paperPlace(logistic), [], bench as unknown as Workbench)
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
  expect(asked).toEqual([3.9, 1, 1.5, 1.5]) // the one of before was stopped halfway
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

it('shows how far a long run is in every frame at rest, once only while newer ones are wished', () => {
  const slow = {
    ...logistic,
    model: {
      ...logistic.model,
      step(state: never, p: never) {
        vi.advanceTimersByTime(1)
        logistic.model.step(state, p)
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
  expect(lasts(20, () => {})).toBeGreaterThan(8)
  s.beginGesture('slider')
  // a run has 250 ms, of frames of 10 ms and 8 steps, until the next one is begun
  expect(lasts(42, (k) => s.change({ rate: 1 + k / 100 }, 'slider'))).toBeLessThanOrEqual(1 + 3)
})
