// Keys, swipes and the focus between <momentarium-demo> and the page around it; decks that listen to keys.
import { expect, it } from 'vitest'
import { eventually, pause } from '../support/browser'
import { focused, isLive, pageWith, site, stateOf } from '../support/hosts'

const host = site(
  {
    '/one.html': pageWith(
      `<p><a id="before" href="#">before</a></p>
    <momentarium-demo id="a" demo="heavy-ball" beta="0.5" ui="player" alt="A ball in a valley"><a href="SITE/d/heavy-ball/">Open</a></momentarium-demo>
    <p><a id="after" href="#">after</a></p>`,
    ),
    '/keys.html': pageWith('<momentarium-demo id="a" demo="heavy-ball" ui="player" keys="up"></momentarium-demo>'),
    '/plain.html': pageWith(`<section id="one">One</section>
    <section id="two" hidden><momentarium-demo id="a" demo="heavy-ball" ui="player" keys="up"></momentarium-demo></section>
    <section id="three" hidden>Three</section>
    <script>
      const slides = document.getElementsByTagName('section')
      let here = 0
      document.addEventListener('keydown', ({ key }) => {
        here += Number(key === 'ArrowRight') - Number(key === 'ArrowLeft')
        for (const [k, slide] of [...slides].entries()) slide.hidden = k !== here
      })
    </script>`),
    '/impress.html': pageWith(
      `<div id="impress" data-transition-duration="0"><div id="one" class="step"></div>
    <div id="two" class="step" data-x="1000"><momentarium-demo id="a" demo="heavy-ball" ui="player" keys="up"></momentarium-demo></div>
    <div id="three" class="step" data-x="2000"></div><div id="four" class="step" data-x="3000"></div></div>
    <script src="/impress.js/impress.js"></script><script>impress().init()</script>`,
    ),
  },
  { '/impress.js/': 'node_modules/impress.js/js' },
)

it('gives keys that the demo has no use for to the page, as if they had been pressed there', async () => {
  const { page } = await host.visit('/keys.html')
  await isLive(page, 'a')
  await page.evaluate(() => {
    const heard: unknown[] = []
    for (const type of ['keydown', 'keyup'])
      document.addEventListener(type, (event) => {
        const { key, keyCode, shiftKey, target } = event as KeyboardEvent
        if (key === 'Shift') return
        heard.push([type, key, keyCode, shiftKey, (target as Element).id].join(' '))
      })
    Object.assign(window, { heard })
  })
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  const frame = page.frameLocator('#a iframe')
  await frame.locator('figcaption').first().click()
  await page.keyboard.press('Shift+PageDown')
  await eventually(heard).toEqual(['keydown PageDown 34 true a', 'keyup PageDown 34 true a'])
})

it('turns one slide a key in the real impress.js, after a click into the demo', async () => {
  const { page } = await host.visit('/impress.html')
  const steps = await page.evaluate(() => {
    const seen: string[] = []
    addEventListener('impress:stepenter', ({ target }) => seen.push((target as Element).id))
    location.hash = '#/two'
    return Object.assign(window, { seen }).seen
  })
  expect(steps).toEqual([])
  const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen)
  await isLive(page, 'a')
  await eventually(seen).toEqual(['two'])
  for (const [key, way] of [
    ['ArrowRight', ['two', 'three']],
    ['ArrowLeft', ['two', 'three', 'two']],
  ] as const) {
    if (key === 'ArrowRight') await page.frameLocator('#a iframe').locator('figcaption').first().click()
    await page.keyboard.press(key)
    await eventually(seen).toEqual(way)
  }
  await page.frameLocator('#a iframe').locator('figcaption').first().click()
  await page.keyboard.press('PageDown')
  await eventually(seen).toEqual(['two', 'three', 'two', 'three'])
  await pause(page, 300)
  expect(await seen()).toHaveLength(4)
})

it('turns one slide a key in a deck of plain HTML, after a click into the demo', async () => {
  const { page } = await host.visit('/plain.html')
  const shown = () => page.$$eval('section:not([hidden])', (all) => all.map(({ id }) => id))
  const visit = async () => {
    await eventually(shown).toEqual(['two'])
    await isLive(page, 'a')
    await page.frameLocator('#a iframe').locator('figcaption').first().click()
  }
  await page.keyboard.press('ArrowRight')
  await visit()
  await page.keyboard.press('ArrowRight')
  await eventually(shown).toEqual(['three'])
  await page.keyboard.press('ArrowLeft')
  await visit()
  await page.keyboard.press('ArrowLeft')
  await eventually(shown).toEqual(['one'])
})

it('gives swipes that the demo has no use for to the page, as arrow keys', async () => {
  const { page } = await host.visit('/keys.html')
  await isLive(page, 'a')
  await page.evaluate(() => {
    const heard: string[] = []
    document.addEventListener('keydown', ({ key }) => heard.push(key))
    Object.assign(window, { heard })
  })
  const inside = page.frameLocator('#a iframe')
  const touch = await page.context().newCDPSession(page)
  const swipe = async (selector: string, by: number) => {
    const box = await inside.locator(selector).first().boundingBox()
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
    const at = (along: number) => [{ x: x + along * by, y: y }]
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
    for (const along of [0.3, 0.6, 1]) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(along) })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await swipe('.handle .reach', 80) // drags
  await swipe('.transport input', 80) // slides
  await swipe('figcaption', -80)
  await swipe('figcaption', 80)
  await eventually(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
    'ArrowRight',
    'ArrowLeft',
  ])
})

it('is one stop for Tab; Enter leads in, Escape and Tab lead out', async () => {
  const { page } = await host.visit('/one.html')
  await isLive(page, 'a')
  await page.locator('#before').focus()
  const ways = [
    ['Tab', 'a button'],
    ['Tab', 'after'],
    ['Shift+Tab', 'a button'],
    ['Shift+Tab', 'before'],
    ['Tab', 'a button'],
    ['Enter', 'a iframe'],
    ['Escape', 'a button'],
    ['Enter', 'a iframe'],
    ['Shift+Tab', 'a button'],
    ['Enter', 'a iframe'],
  ] as const
  for (const [key, place] of ways) {
    await page.keyboard.press(key)
    await eventually(() => focused(page)).toBe(place)
    if (key === 'Enter') await stateOf(page, 'a') // the frame has heard where the focus goes, too
  }
  let tabs = 0
  for (; (await focused(page)) === 'a iframe' && tabs < 80; tabs++) {
    await page.keyboard.press('Tab')
    await pause(page, 60)
  }
  expect(await focused(page)).toBe('after')
  expect(tabs).toBeGreaterThan(3)
})
