import { afterEach, beforeEach, expect, it, vi } from 'vitest'

/** What a test's worker does with a request; it may answer, fail or be silent. */
type Script = (worker: FakeWorker, request?: { text: string; variables: string[] }) => void
let onStart: Script
let onRequest: Script
let made: FakeWorker[] = []

class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null
  onerror: ((event: { preventDefault(): void }) => void) | null = null
  stopped = false
  constructor() {
    made.push(this)
    queueMicrotask(() => onStart(this))
  }
  postMessage(request: { text: string; variables: string[] }) {
    queueMicrotask(() => onRequest(this, request))
  }
  terminate() {
    this.stopped = true
  }
  say(data: unknown) {
    this.onmessage?.({ data })
  }
  fail() {
    this.onerror?.({ preventDefault: () => {} })
  }
}

const compiled = { text: 'x', variables: ['x'], tex: { value: 'from the worker' } }
const ready: Script = (worker) => worker.say('ready')
const silent: Script = () => {}
const answering: Script = (worker) => worker.say({ compiled })

/** A fresh module: it holds the one worker. */
const load = async () => (await import('./aside')).compileAside

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers()
  vi.stubGlobal('Worker', FakeWorker)
  made = []
  onStart = ready
  onRequest = answering
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('asks one worker again and again', async () => {
  const compileAside = await load()
  expect(await compileAside('x', ['x'])).toBe(compiled)
  expect(await compileAside('x', ['x'])).toBe(compiled)
  expect(made).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

it('turns a problem into an error', async () => {
  const compileAside = await load()
  onRequest = (worker) => worker.say({ problem: { reason: 'unknownName', at: 2, detail: 'z' } })
  await expect(compileAside('x+z', ['x'])).rejects.toMatchObject({
    name: 'FormulaError',
    reason: 'unknownName',
    at: 2,
    message: '"z" is not known here',
  })
})

it('stops a worker that is silent for two seconds, and takes a new one next time', async () => {
  const compileAside = await load()
  onRequest = silent
  const refused = expect(compileAside('x', ['x'])).rejects.toMatchObject({ reason: 'tooSlow' })
  await vi.advanceTimersByTimeAsync(1990)
  expect(made[0]!.stopped).toBe(false)
  await vi.advanceTimersByTimeAsync(20)
  await refused
  expect(made[0]!.stopped).toBe(true)
  onRequest = answering
  expect(await compileAside('x', ['x'])).toBe(compiled)
  expect(made).toHaveLength(2)
})

it('gives a worker that breaks down the same end', async () => {
  const compileAside = await load()
  onRequest = (worker) => worker.fail()
  await expect(compileAside('x', ['x'])).rejects.toMatchObject({ reason: 'tooSlow' })
  expect(made[0]!.stopped).toBe(true)
})

it('does not count the time of loading', async () => {
  const compileAside = await load()
  onStart = (worker) => setTimeout(() => worker.say('ready'), 5000)
  const done = compileAside('x', ['x'])
  await vi.advanceTimersByTimeAsync(5000)
  expect(await done).toBe(compiled)
})

it.each<[why: string, arrange: () => void]>([
  [
    'the constructor throws',
    () =>
      vi.stubGlobal(
        'Worker',
        class {
          constructor() {
            throw new DOMException('no', 'SecurityError')
          }
        },
      ),
  ],
  ['there is no Worker', () => vi.stubGlobal('Worker', undefined)],
  [
    'it fails before its first word',
    () => {
      onStart = (worker) => worker.fail()
    },
  ],
  [
    'it never loads',
    () => {
      onStart = silent
      queueMicrotask(() => vi.advanceTimersByTimeAsync(20_000))
    },
  ],
])('compiles on the calling thread where %s', async (_, arrange) => {
  const compileAside = await load()
  arrange()
  expect((await compileAside('x^2', ['x'])).tex.value).toBe('x^{2}')
  expect((await compileAside('x^3', ['x'])).tex.value).toBe('x^{3}')
  expect(made.length).toBeLessThanOrEqual(1)
  expect(made.every((worker) => worker.stopped)).toBe(true)
})

it('says so when nothing loads, and tries again next time', async () => {
  vi.stubGlobal('Worker', undefined)
  vi.doMock('./compile', () => {
    throw new Error('offline')
  })
  const compileAside = await load()
  await expect(compileAside('x', ['x'])).rejects.toMatchObject({ reason: 'unavailable' })
  vi.doUnmock('./compile')
  vi.stubGlobal('Worker', FakeWorker)
  expect(await compileAside('x', ['x'])).toBe(compiled)
})
