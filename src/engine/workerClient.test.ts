import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, expect, it, vi } from 'vitest'
import { type AnyDemo, atOnce, type Progress } from '@/contract'
import { type Row, sweep } from '@/numerics/sweep'
import { logistic } from '../../tests/support/logistic'
import { measureClaim } from './claims'
import { Timeline } from './timeline'
import { type Reply, type Request, serve } from './work'
import { WorkerClient, type WorkerLike } from './workerClient'

const load = async (): Promise<AnyDemo> => logistic
const open: MessagePort[] = []
afterEach(() => {
  vi.restoreAllMocks()
  for (const port of open.splice(0)) port.close()
  vi.useRealTimers()
})

/** A worker on the other end of a channel, with the real copying of messages in between. */
function channelWorker(): WorkerLike {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  const answer = serve(load, (reply) => port2.postMessage(reply))
  port2.on('message', (request: Request) => answer(request))
  port2.postMessage('ready')
  return {
    postMessage: (message) => port1.postMessage(message),
    addEventListener: (type, listener) => type === 'message' && port1.on('message', (data) => listener({ data })),
    terminate: () => port1.close(),
  }
}
const params = { rate: 3.9, start: 0.3, steps: 300, trail: true }

function runOn(client: WorkerClient, step: number, changed = {}): Promise<Reply & { kind: 'run' }> {
  return new Promise((resolve, reject) => {
    client.ask({ lane: 'run', slug: 'logistic', do: 'run', params: { ...params, ...changed }, step }, (reply) => {
      if (reply.kind === 'failed') reject(new Error(reply.message))
      if (reply.kind === 'run' && reply.done) resolve(reply)
    })
  })
}

it.each([
  ['in a worker', channelWorker, false],
  ['on the main thread where there is no worker', () => null, true],
  [
    'on the main thread where a worker is forbidden',
    () => {
      throw new DOMException('opaque origin', 'SecurityError')
    },
    true,
  ],
])('computes the same run %s', async (_name, start, local) => {
  const client = new WorkerClient(start as () => WorkerLike | null, load)
  const { picture } = await runOn(client, 120)
  const straight = new Timeline(logistic, params)
  straight.extend(300)
  expect(picture.frame).toEqual(straight.frame(120))
  expect(picture.series).toEqual(straight.series)
  expect(picture.last).toBe(300)
  expect(client.isLocal).toBe(local)
})

it('falls back where the worker dies before its first word, and where it stays silent', async () => {
  const dying: WorkerLike = {
    postMessage() {},
    addEventListener: (type, listener) => type === 'error' && setTimeout(() => listener({}), 5),
  }
  const client = new WorkerClient(() => dying, load)
  expect((await runOn(client, 10)).picture.step).toBe(10)
  expect(client.isLocal).toBe(true)

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const silent = new WorkerClient(() => ({ postMessage() {}, addEventListener() {} }), load)
  const run = runOn(silent, 10)
  vi.advanceTimersByTime(10_000)
  vi.useRealTimers()
  expect((await run).picture.step).toBe(10)
  expect(silent.isLocal).toBe(true)
})

it.each([
  ['says so', (worker: { fail(): void }) => worker.fail()],
  ['says nothing', () => vi.advanceTimersByTime(21_000)],
])('begins again in another worker where one dies in mid-run and %s, and in the page where that dies, too', async (_how, die) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const workers: { fail(): void }[] = []
  /** Accepts work and never answers. */
  const dying = (): WorkerLike => {
    const listeners = new Map<string, (event: { data?: unknown }) => void>()
    workers.push({ fail: () => listeners.get('error')?.({}) })
    queueMicrotask(() => listeners.get('message')?.({ data: 'ready' }))
    return { postMessage() {}, addEventListener: (type, listener) => listeners.set(type, listener) }
  }
  const client = new WorkerClient(dying, load)
  const heard: string[] = []
  const done = new Promise<Reply>((resolve) =>
    client.ask({ lane: 'run', slug: 'logistic', do: 'run', params, step: 10 }, (reply) => {
      heard.push(reply.kind)
      if (reply.kind === 'run') resolve(reply)
    }),
  )
  for (let k = 0; k < 2; k++) {
    await Promise.resolve()
    die(workers[k]!)
  }
  vi.useRealTimers()
  expect(await done).toMatchObject({ picture: { step: 10 } })
  expect(heard.slice(0, 2)).toEqual(['again', 'again'])
  expect(workers).toHaveLength(2)
  expect(client.isLocal).toBe(true)
})

it('answers only the newest request of a lane', async () => {
  const client = new WorkerClient(channelWorker, load)
  const heard: number[] = []
  for (const rate of [1, 2, 3]) {
    client.ask({ lane: 'run', slug: 'logistic', do: 'run', params: { ...params, steps: 200_000, rate }, step: 0 }, (reply) => {
      if (reply.kind === 'run') heard.push(reply.picture.params.rate as number)
    })
  }
  await runOn(client, 5, { rate: 3.5 })
  expect(heard.every((rate) => rate === 3)).toBe(true)
})

it('shows a long run about ten times a second, shows what is there when stopped, and finds a run again as far as it was', async () => {
  timePasses(2) // a step is 2 ms
  const begun = performance.now()
  const client = new WorkerClient(channelWorker, load)
  const long = { ...params, steps: 5000 }
  const lasts: number[] = []
  await new Promise<void>((resolve) => {
    client.ask({ lane: 'run', slug: 'logistic', do: 'run', params: long, step: 5000 }, (reply) => {
      if (reply.kind !== 'run') return
      lasts.push(reply.picture.last)
      expect(reply.picture.step).toBe(reply.picture.last)
      if (reply.done) resolve()
      else expect(reply.picture.left).toBeGreaterThan(0)
    })
  })
  const rate = (1000 * lasts.length) / (performance.now() - begun) // a second
  expect(rate).toBeGreaterThan(5)
  expect(rate).toBeLessThan(11)
  expect(lasts).toEqual([...lasts].sort((a, b) => a - b))

  const far = (changed: object, step: number, halted?: boolean) =>
    new Promise<number>((resolve) =>
      client.ask({ lane: 'run', slug: 'logistic', do: 'run', params: { ...long, ...changed }, step, halted }, (reply) => {
        if (reply.kind === 'run' && reply.picture.last > 1000) resolve(reply.picture.last)
      }),
    )
  const last = await far({ rate: 3.1 }, 5000)
  expect(await far({ rate: 3.1 }, 10, true)).toBeLessThan(last + 20)
  client.stop('run') // the visitor has left
  await far({ rate: 3.2 }, 5000)
  expect(await far({ rate: 3.1 }, 10, true)).toBeGreaterThanOrEqual(last)
})

/** Makes time pass between any two looks at the clock. */
function timePasses(ms: number): void {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += ms
    return now
  })
}
it('computes maps progressively, and stops when asked', async () => {
  timePasses(50)
  const client = new WorkerClient(channelWorker, load)
  const shares: number[] = []
  const result = await new Promise<number[]>((resolve) => {
    client.ask({ lane: 'map:sweep', slug: 'logistic', do: 'map', params, map: 'sweep' }, (reply) => {
      if (reply.kind !== 'map') return
      shares.push(reply.progress.done)
      if (reply.progress.done === 1 && shares.length > 20) resolve(reply.progress.result as number[])
    })
  })
  expect(result).toHaveLength(20)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))

  let after = 0
  client.ask({ lane: 'map:sweep', slug: 'logistic', do: 'map', params: { ...params, start: 0.5 }, map: 'sweep' }, () => after++)
  client.stop('map:sweep')
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(after).toBe(0)
})

it('measures claims, and reports what cannot be done as a sentence', async () => {
  const client = new WorkerClient(channelWorker, load)
  const ask = (request: Parameters<WorkerClient['ask']>[0]) => new Promise<Reply>((resolve) => client.ask(request, resolve))
  expect(await ask({ lane: 'claim', slug: 'logistic', do: 'claim', index: 0 })).toMatchObject({
    kind: 'claim',
    measurement: { pass: true, measured: 0.3 },
  })
  expect(await ask({ lane: 'claim', slug: 'logistic', do: 'claim', index: 7 })).toMatchObject({
    kind: 'failed',
    message: 'logistic has no claim number 7',
  })
  expect(await ask({ lane: 'map:no', slug: 'logistic', do: 'map', params, map: 'no' })).toMatchObject({ kind: 'failed' })
})

it('tells the news of a map no more often than a page can show them', async () => {
  timePasses(10)
  const client = new WorkerClient(channelWorker, load)
  const shares: number[] = []
  await new Promise<void>((resolve) => {
    client.ask({ lane: 'map:sweep', slug: 'logistic', do: 'map', params: { ...params, start: 0.7 }, map: 'sweep' }, (reply) => {
      if (reply.kind !== 'map') return
      shares.push(reply.progress.done)
      if (reply.progress.done === 1) resolve()
    })
  })
  expect(shares).toEqual([0.05, 0.3, 0.55, 0.8, 1].map((share) => expect.closeTo(share, 9)))
})

it('tells the page nothing of silent progress', async () => {
  timePasses(50)
  const heard: unknown[] = []
  const quiet = {
    kind: 'computed' as const,
    uses: [],
    *compute() {
      for (let k = 1; k <= 6; k++) yield { done: k / 6, result: k, silent: k % 3 !== 0 }
      return 6
    },
  }
  const ended = new Promise<void>((resolve) => {
    const answer = serve(
      async () => ({ ...logistic, maps: { quiet } }),
      (reply) => {
        heard.push(reply.kind === 'map' ? reply.progress.done : reply)
        if (heard.length === 3) resolve()
      },
    )
    answer({ lane: 'map:quiet', id: 1, slug: 'logistic', do: 'map', params, map: 'quiet' })
  })
  await ended
  expect(heard).toEqual([0.5, 1, 1])
})

it('cancels a sweep for a newer one, which goes on from the runs that are kept', async () => {
  timePasses(50)
  const kept = new Map<string, number>()
  const begun: number[] = []
  function* run({ start }: { start: number }): Generator<number, number, void> {
    begun.push(start)
    yield 0.5
    return start
  }
  const values = Array.from({ length: 9 }, (_, k) => k)
  const endings = {
    kind: 'computed' as const,
    uses: [],
    compute: (p: { rate: number }) =>
      sweep([{ name: 'one', values: values.slice(0, p.rate), params: (start) => ({ start }) }], { run, kept }),
  }
  const heard: { id: number; done: number; known: number }[] = []
  await new Promise<void>((resolve) => {
    const answer = serve(
      async () => ({ ...logistic, maps: { endings } }),
      (reply) => {
        if (reply.kind !== 'map') return
        const { done, result } = reply.progress as Progress<readonly Row<number>[]>
        heard.push({ id: reply.id, done, known: result.filter(({ ends }) => ends.length > 0).length })
        if (heard.length === 3) ask(2, 5)
        if (reply.id === 2 && done === 1) resolve()
      },
    )
    const ask = (id: number, rate: number) =>
      answer({ lane: 'map:endings', id, slug: 'logistic', do: 'map', params: { ...params, rate }, map: 'endings' })
    ask(1, 9)
  })
  const [old, newer] = [1, 2].map((of) => heard.filter(({ id }) => id === of))
  expect(old).toEqual([1, 2, 3].map((known) => ({ id: 1, done: expect.closeTo(known / 9, 9), known })))
  expect(newer!.at(-1)).toEqual({ id: 2, done: 1, known: 5 })
  const shares = newer!.map(({ done }) => done)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(begun.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 8]) // 0 and 4 came from the cache, no run was begun twice
})

it('keeps a run when only the drawing changes', async () => {
  let begun = 0
  const init = (p: never) => {
    begun++
    return logistic.model.init(p, {})
  }
  const client = new WorkerClient(
    () => null,
    async () => ({ ...logistic, model: { ...logistic.model, init } }),
  )
  await runOn(client, 120)
  await runOn(client, 120, { trail: false })
  expect(begun).toBe(1)
  await runOn(client, 120, { rate: 3.8 })
  expect(begun).toBe(2)
})

it('begins a map that waits for rest only for the last of many requests', async () => {
  const begun: unknown[] = []
  const patient = {
    kind: 'computed' as const,
    uses: [],
    rest: 20,
    compute: atOnce((given: unknown) => {
      begun.push(given)
      return given
    }),
  }
  await new Promise<void>((resolve) => {
    const answer = serve(
      async () => ({ ...logistic, maps: { patient } }),
      () => resolve(),
    )
    for (const rate of [1, 2, 3]) {
      answer({ lane: 'map:patient', id: rate, slug: 'logistic', do: 'map', params: { ...params, rate }, map: 'patient' })
    }
  })
  expect(begun).toEqual([{ ...params, rate: 3 }])
})

it('records once each run that claims share, and those that they ask for besides, in slices', async () => {
  const init = vi.spyOn(logistic.model, 'init')
  const claims = [2, 3].map((most) => ({
    ...logistic.claims[0]!,
    measure: (run, again) =>
      [1, most].map((rate) => again({ rate }).series.x!.at(-1)!).reduce((a, b) => a + b, run.series.x![0]!),
  })) as AnyDemo['claims']
  const answers: Reply[] = []
  const answer = serve(
    async () => ({ ...logistic, claims }),
    (reply) => answers.push(reply),
  )
  for (const index of [0, 1]) answer({ lane: `claim:${index}`, id: index, slug: 'logistic', do: 'claim', index })
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  expect(init).toHaveBeenCalledTimes(4) // the given run and three rates
  for (const [index, claim] of claims.entries())
    expect(answers[index]).toMatchObject({ kind: 'claim', measurement: await measureClaim({ ...logistic, claims }, claim) })
})

it('lets the run on screen go first, whatever claims are asked for', async () => {
  const order: string[] = []
  await new Promise<void>((resolve) => {
    const answer = serve(load, (reply) => {
      order.push(reply.kind === 'run' && !reply.done ? 'part' : reply.kind)
      if (reply.kind === 'claim') resolve()
    })
    answer({ lane: 'claim:0', id: 1, slug: 'logistic', do: 'claim', index: 0 })
    answer({ lane: 'run', id: 2, slug: 'logistic', do: 'run', params: { ...params, steps: 200_000 }, step: 200_000 })
  })
  expect(order.at(-1)).toBe('claim')
  expect(order).toContain('run')
})
