// The crowds of the demos on a graphics card, as a browser has it, beside the processor.
import { bundled } from './bundle.mjs'
import { launch } from './chromium.mjs'
import { serveFiles } from './files.mjs'
import { root } from './run.mjs'

/** What tests/bench/card.ts finds in Chromium; `software`: also by a processor that plays a card. Null where there is none. */
export async function compareOnCard(software) {
  await bundled('tests/bench/card.ts', 'card')
  const host = await serveFiles({ '/page': '<!doctype html><link rel="icon" href="data:,">', '/card/': `${root}/.cache/card` })
  const browser = await launch(['--enable-unsafe-webgpu'])
  try {
    const page = await browser.newPage()
    await page.goto(`${host.url}/page`)
    // as text: where this file is bundled for tests, an import in a function becomes something else
    return await page.evaluate(`import('${host.url}/card/main.mjs').then(({ compare }) => compare(${software}))`)
  } finally {
    await browser.close()
    await host.close()
  }
}
