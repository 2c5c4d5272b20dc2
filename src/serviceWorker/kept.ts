// Demos that are kept for where there is no network: their files in the browser's cache, all of one build.

/** Name of the cache. */
export const KEPT = 'momentarium-kept'
/** In the cache: what is kept, and of which build. */
const LIST = 'momentarium-kept.json'

/** Written by the build: its version, and the files of each demo, from the site's root. */
export interface Files {
  version: string
  demos: Readonly<Record<string, readonly string[]>>
}
interface List {
  version: string
  slugs: readonly string[]
}

const site = () => new URL(import.meta.env.BASE_URL, location.href).href

/** Of the build whose pages the service worker answers with: it keeps this list beside them. */
async function filesOfBuild(): Promise<Files> {
  const answer = await fetch(`${site()}offline/files.json`, { cache: 'no-cache' })
  if (!answer.ok) throw new Error(`offline/files.json: ${answer.status}`)
  return answer.json()
}

async function listIn(cache: Cache): Promise<List | null> {
  const found = await cache.match(site() + LIST)
  return found ? found.json() : null
}

/** Fetches all files of these demos and puts them in place of what was kept; a file that does not come leaves everything as it was. */
async function put(slugs: readonly string[], { version, demos }: Files, tell: (share: number) => void): Promise<number> {
  const paths = [...new Set(slugs.flatMap((slug) => demos[slug] ?? []))]
  let [done, bytes] = [0, 0]
  const fetched: [address: string, response: Response][] = []
  for (const path of paths) {
    const address = site() + path
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    const body = await response.arrayBuffer()
    bytes += body.byteLength
    fetched.push([address, new Response(body, { headers: response.headers })])
    tell(++done / paths.length)
  }
  const cache = await caches.open(KEPT)
  for (const request of await cache.keys()) await cache.delete(request)
  for (const [address, response] of fetched) await cache.put(address, response)
  await cache.put(site() + LIST, new Response(JSON.stringify({ version, slugs } satisfies List)))
  return bytes
}

/** Whether this browser can keep demos: not from plain http beyond this computer. */
export const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis

/** Starts the service worker, which keeps the site's own pages. */
export const startWorker = (): Promise<ServiceWorkerRegistration> => navigator.serviceWorker.register(`${site()}sw.js`)

/** Keeps these demos besides those that are kept; resolves to the bytes that are kept now. Rejects without a network or a place to keep them. */
export async function keep(slugs: readonly string[], tell: (share: number) => void): Promise<number> {
  await startWorker()
  await navigator.serviceWorker.ready
  const files = await filesOfBuild()
  const before = await listIn(await caches.open(KEPT))
  return put([...new Set([...(before?.slugs ?? []), ...slugs])], files, tell)
}

/** After an update of the site: fetches what is kept anew, so that a kept demo is of the build of the site's own pages, neither older nor newer. */
export async function renew(): Promise<void> {
  if (!(await caches.has(KEPT))) return
  const list = await listIn(await caches.open(KEPT))
  if (list === null) return
  const files = await filesOfBuild()
  if (files.version !== list.version) await put(list.slugs, files, () => {})
}
