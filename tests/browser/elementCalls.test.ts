// What a page may ask of <momentarium-demo>, from another origin: every request is answered, and nobody else is heard.
import { execFile } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, inject, it } from 'vitest'
import { eventually, pause } from '../support/browser'
import { betaOf, call, demo, framed, isLive, lecturePages, pageWith, site, stateOf } from '../support/hosts'

/** Says everything that a frame or a host may say, to everybody, again and again. */
const SHOUTER = `<iframe title="loud" sandbox="allow-scripts" srcdoc="<script>
setInterval(() => {
  const m = 'momentarium/1'
  for (const type of ['hello', 'ready', 'change', 'problem', 'ping', 'get'])
    top.postMessage({ m, type, slug: 'heavy-ball', nonce: 'x', params: { beta: 0.1 }, source: 'user', code: 'x', message: 'x', fatal: true }, '*')
  for (let k = 0; k < top.length; k++) {
    if (top[k] === window) continue
    const { port1, port2 } = new MessageChannel()
    top[k].postMessage({ m, type: 'connect', nonce: 'x' }, '*', [port2])
    port1.postMessage({ m, type: 'set', params: { beta: 0.1 } })
    top[k].postMessage({ m, type: 'set', params: { beta: 0.1 } }, '*')
  }
}, 5)
</script>"></iframe>`

const host = site({
  ...lecturePages,
  '/loud.html': pageWith(`${SHOUTER}<momentarium-demo id="a" demo="heavy-ball" beta="0.5"></momentarium-demo>`),
})

it('puts a sandboxed frame into a page of another origin and speaks with it', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  const attributes = await visit.page.$eval('#a', (element) =>
    Object.fromEntries(
      [...(element.shadowRoot?.querySelector('iframe')?.attributes ?? [])].map(({ name, value }) => [name, value]),
    ),
  )
  expect(attributes).toMatchObject({
    sandbox: 'allow-scripts allow-downloads',
    allow: 'fullscreen',
    referrerpolicy: 'no-referrer',
    title: 'A ball in a valley',
    src: `${inject('url')}/embed/heavy-ball/?beta=0.5&ui=player&theme=light&ground=0`,
  })
  expect(await call(visit, 'a', (a) => [a.info?.title, a.steps[3]?.id, a.connected])).toEqual(['The heavy ball', 'wedge', true])
  expect(await call(visit, 'a', (a) => a.set({ params: { alpha: 0.05, beta: 7 }, t: 12 }))).toMatchObject({
    params: { alpha: 0.05, beta: 1.2 }, // its hard bound
    t: 12,
  })
  await call(visit, 'a', (a) => a.goto('wedge'))
  expect(await stateOf(visit.page, 'a')).toMatchObject({ step: 'wedge', t: 60 })
  expect(await call(visit, 'a', (a) => a.back(20))).toMatchObject({ t: 40 })
  const picture = await call(visit, 'a', async (a) => {
    const blob = await a.capture({ format: 'png', width: 400 })
    return [blob.type, (await createImageBitmap(blob)).width]
  })
  expect(picture).toEqual(['image/png', 400])
  expect(visit.problems).toEqual([])
})

it('settles every wish: done, with what was used, or a problem that names field, value and what is allowed', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  const outcomes = await call(visit, 'a', (a) => {
    const odd = a as unknown as Record<string, (...wish: unknown[]) => Promise<object>>
    const wishes: [method: string, ...wish: unknown[]][] = [
      ['set', { seed: -1 }],
      ['set', { params: { beta: 9, nothing: 1 } }],
      ['set', { params: { beta: () => 1 } }],
      ['set', { bta: 0.5 }],
      ['seek', 1.5],
      ['seek', 1e6],
      ['restore', {}],
      ['restore', undefined],
      ['goto', 'two words'],
      ['goto', 99],
      ['step', 'wedge'],
      ['capture', { format: 'jpg' }],
    ]
    const names = (message: { field: string; given: string; used?: string }) =>
      [message.field, message.given, message.used].filter(Boolean).join(' ')
    const done = (answer: object) => ['done', ...((answer as { notes?: never[] }).notes ?? []).map(names)]
    const failed = (error: object) => ['problem', 'field' in error ? names(error as never) : (error as Error).name]
    return Promise.all(wishes.map(([method, ...wish]) => odd[method]!(...wish).then(done, failed)))
  })
  expect(outcomes).toEqual([
    ['problem', 'seed -1'],
    ['done', 'beta 9 1.2', 'nothing 1'],
    ['problem', 'DataCloneError'],
    ['done', 'bta'],
    ['problem', 't 1.5'],
    ['done', 't 1000000 150'],
    ['problem', 'state.slug undefined'],
    ['problem', 'state undefined'],
    ['problem', 'step "two words"'],
    ['problem', 'step 99'],
    ['problem', 'n "wedge"'],
    ['problem', 'format "jpg"'],
  ])
})

it('does not wait for ever', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  const refusal = await call(visit, 'a', (a) => {
    MessagePort.prototype.postMessage = () => {} // what is sent is lost
    return a.get().then(String, (error: Error) => error.message)
  })
  expect(refusal).toBe('The demo does not answer.')
})

it('tells changes of attributes and of query to the running frame, which is not loaded again', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  const loads: string[] = []
  visit.page.on('framenavigated', (frame) => loads.push(frame.url()))
  await call(visit, 'a', (a) => {
    a.setAttribute('beta', '0.25')
    a.setAttribute('start', '1,-1')
    a.setAttribute('t', '7')
  })
  await eventually(async () => (await stateOf(visit.page, 'a')).t).toBe(7)
  expect((await stateOf(visit.page, 'a')).params).toMatchObject({ beta: 0.25, start: [1, -1] })
  await call(visit, 'a', (a) => a.setAttribute('step', 'fence'))
  await eventually(() => call(visit, 'a', (a) => [a.stepIndex, a.connected])).toEqual([0, true])
  expect(loads).toEqual([])
  await call(visit, 'a', (a) => a.removeAttribute('beta'))
  await eventually(() => betaOf(visit)).toBe(0.8)
  await call(visit, 'a', (a) => a.setAttribute('query', 'beta=0.7&t=9&ui=none&show=alpha&keys=up'))
  await eventually(async () => [await betaOf(visit), (await stateOf(visit.page, 'a')).t]).toEqual([0.7, 'end']) // the attribute t is above, and the step came after it
  await call(visit, 'a', (a) => {
    a.removeAttribute('t')
    a.setAttribute('query', 't=9&nothing=1')
  })
  await eventually(async () => [await betaOf(visit), (await stateOf(visit.page, 'a')).t]).toEqual([0.8, 9])
  expect(loads).toEqual([])
  expect(await framed(visit.page)).toEqual(['a'])
})

it('takes what libraries assign to its members as attributes, and keeps its methods', async () => {
  const visit = await host.visit('/late.html')
  const problems = await call(visit, 'a', (a) => {
    const heard: string[] = []
    a.addEventListener('momentarium-problem', ({ detail }) => heard.push(detail.message))
    Object.assign(window, { heard })
    const early = a as unknown as Record<string, unknown>
    early.step = 'fence' // before the script has loaded
    early.beta = 0.5 // not a member: a property like any other
    return heard
  })
  expect(problems).toEqual([])
  await visit.page.addScriptTag({ url: `${inject('url')}/embed/v1.js`, type: 'module' })
  await isLive(visit.page, 'a')
  await eventually(async () => (await stateOf(visit.page, 'a')).step).toBe('fence')
  await call(
    visit,
    'a',
    (a) =>
      void Object.assign(a as object, { step: 'wedge', play: false, t: 12, seek: 3, params: { beta: 0.25, start: [1, -1] } }),
  )
  await eventually(async () => {
    const { step, t, params } = await stateOf(visit.page, 'a')
    return [step, t, params.beta, params.start]
  }).toEqual(['wedge', 12, 0.25, [1, -1]])
  const attributes = await demo(visit.page, 'a').evaluate((a) => [...a.attributes].map(({ name, value }) => `${name}=${value}`))
  expect(attributes).toEqual(['id=a', 'demo=heavy-ball', 'step=wedge', 'play=0', 't=12', 'seek=3', 'beta=0.25', 'start=1,-1'])
  await eventually(() => visit.page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
    '“seek” is no parameter of this demo; ignored',
  ])
  expect(await call(visit, 'a', (a) => a.step(3))).toMatchObject({ t: 15 })
  const kept = await stateOf(visit.page, 'a')
  await call(visit, 'a', (a) => void Object.assign(a as object, { params: undefined, step: undefined, t: undefined }))
  await eventually(() => betaOf(visit)).toBe(0.8)
  await demo(visit.page, 'a').evaluate((a, state) => void Object.assign(a, { state }), kept)
  await eventually(() => stateOf(visit.page, 'a')).toEqual(kept)
})

it('says what to do where a library has written objects as attributes, before the script had come', async () => {
  const visit = await host.visit('/late.html')
  await call(visit, 'a', (a) => {
    const heard: string[] = []
    a.addEventListener('momentarium-problem', ({ detail }) => heard.push(detail.message))
    Object.assign(window, { heard })
    a.setAttribute('beta', '0.5')
    for (const name of ['params', 'state']) a.setAttribute(name, {} as string) // as React does
  })
  await visit.page.addScriptTag({ url: `${inject('url')}/embed/v1.js`, type: 'module' })
  await isLive(visit.page, 'a')
  const said = (name: string) => expect.stringMatching(new RegExp(`“${name}” came as an object.*: load v1.js first, or write`))
  await eventually(() => visit.page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
    said('params'),
    said('state'),
  ])
  expect(await betaOf(visit)).toBe(0.5)
})

it('measures what it shows, and describes its demo', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  const [first, second, outputs] = await call(visit, 'a', async (a) => {
    await a.set({ t: 5 })
    const early = (await a.get()).readouts
    await a.set({ t: 50 })
    const late = (await a.get()).readouts
    return [early, late, (await a.describe()).outputs]
  })
  const keys = (outputs as { key: string }[]).map(({ key }) => key)
  expect(Object.keys(first ?? {})).toEqual(keys)
  expect(keys.length).toBeGreaterThan(1)
  expect(first).not.toEqual(second)
})

it('can be imported in Node, where there is no page', async () => {
  for (const file of ['v1.js', 'reveal.js']) {
    const address = pathToFileURL(`dist/embed/${file}`).href
    const { stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', `await import('${address}')`])
    expect(stderr).toBe('')
  }
})

it('sends events that bubble, each from its own element', async () => {
  const visit = await host.visit('/two.html')
  await Promise.all([isLive(visit.page, 'a'), isLive(visit.page, 'b')])
  await visit.page.evaluate(() => {
    const heard: string[] = []
    for (const type of ['change', 'time', 'step'])
      addEventListener(`momentarium-${type}`, ({ target }) => heard.push(`${(target as Element).id} ${type}`))
    Object.assign(window, { heard })
  })
  await call(visit, 'b', (b) => b.set({ params: { beta: 0.3 }, t: 5 }))
  await call(visit, 'b', (b) => b.nextStep())
  const heard = () => visit.page.evaluate(() => [...new Set((window as unknown as { heard: string[] }).heard)].sort())
  await eventually(heard).toEqual(['b change', 'b step', 'b time'])
  expect([await betaOf(visit, 'a'), await call(visit, 'a', (a) => a.stepIndex)]).toEqual([0.8, 0])
})

it('tells observed values as they change', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  const seen = await call(visit, 'a', async (a) => {
    const found: unknown[] = []
    const stop = a.observe(['beta', 'nothing'], ({ beta }) => found.push(beta))
    await a.set({ params: { beta: 0.7 } })
    while (found.at(-1) !== 0.7) await new Promise((done) => setTimeout(done, 20))
    stop()
    await a.set({ params: { beta: 0.9 } })
    await new Promise((done) => setTimeout(done, 400))
    return found
  })
  expect(seen.at(-1)).toBe(0.7)
})

it('hears nobody but its own frame', async () => {
  const visit = await host.visit('/loud.html')
  await isLive(visit.page, 'a')
  await pause(visit.page, 500)
  expect(await betaOf(visit)).toBe(0.5)
  expect(await call(visit, 'a', (a) => [a.params, a.connected, a.info?.title])).toEqual([{}, true, 'The heavy ball'])
})
