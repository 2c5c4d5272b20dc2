// A demo as one file, opened from the disk: a page beside it that holds it in a frame.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Its title becomes "ready SLUG" once the file in its frame answers `momentarium/1`. */
const host = (
  name: string,
) => `<!doctype html><iframe src="${name}?ui=player" width="900" height="600" sandbox="allow-scripts"></iframe>
<script>addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'hello') return
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data }) => { if (data.type === 'ready') document.title = 'ready ' + data.slug }
  source.postMessage({ m: 'momentarium/1', type: 'connect', nonce: 'n' }, '*', [port2])
})</script>`

/** Writes the file to a folder of its own; addresses of it and of a page that frames it. */
export function onDisk(slug: string, html: Uint8Array | string): { alone: string; framed: string } {
  const folder = mkdtempSync(join(tmpdir(), 'momentarium-'))
  const write = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(folder, name), content)
    return pathToFileURL(join(folder, name)).href
  }
  return { alone: write(`${slug}.html`, html), framed: write('host.html', host(`${slug}.html`)) }
}

/** In the page: what it asked for beyond its own file. */
export const requestsMade = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => !/^(blob|data):/.test(name) && !/\.html(\?|$)/.test(name))
