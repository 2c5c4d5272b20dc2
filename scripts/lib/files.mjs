// Serves folders and texts under chosen paths, to any origin; embeddable files with the site's headers. Imports nothing outside Node.
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { EMBEDDED } from './headers.mjs'

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** The file that a path stands for in a folder; null if there is none. */
function fileIn(folder, path) {
  const file = join(folder, normalize(`/${path}`)) // no way out of the folder
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isDirectory()) return path === '' || path.endsWith('/') ? fileIn(folder, `${path}/index.html`) : null
  return found ? file : null
}

/**
 * `mounts`: path → folder (the path ends in a slash) or text of a file, which is a page unless its name says otherwise; the longest path that fits counts.
 * `port` 0: any free one. `headers`: of every answer, beside the site's own. Listens on this machine only.
 */
export async function serveFiles(mounts, port = 0, headers = {}) {
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length)
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    const prefix = prefixes.find((one) => (one.endsWith('/') ? path.startsWith(one) : path === one))
    const own = /^\/(embed|assets)\//.test(path) ? EMBEDDED : { 'Access-Control-Allow-Origin': '*' }
    for (const [name, value] of Object.entries({ ...own, ...headers })) response.setHeader(name, value)
    if (prefix !== undefined && !prefix.endsWith('/')) {
      response.setHeader('Content-Type', TYPES[extname(path)] ?? TYPES['.html']).end(mounts[prefix])
      return
    }
    const file = prefix === undefined ? null : fileIn(mounts[prefix], path.slice(prefix.length))
    if (file === null) {
      response.writeHead(404).end()
      return
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
    createReadStream(file).pipe(response)
  })
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(resolve)
      }),
  }
}
