// The service worker: pages of the site from the version that is kept, and demos that a visitor keeps for a hall without a network. Built on its own
// (scripts/lib/serviceWorker.mjs); frames of other people's pages never register it.
import { cleanupOutdatedCaches, matchPrecache, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { setCatchHandler, setDefaultHandler } from 'workbox-routing'
import { KEPT } from './kept'

declare const self: ServiceWorkerGlobalScope & { __FILES: PrecacheEntry[] }

// All files of one build, or none: a new version waits until the last page of the old one is closed.
cleanupOutdatedCaches()
precacheAndRoute(self.__FILES, { ignoreURLParametersMatching: [/./] })

/** Everything else comes from the network; without it, from what is kept. */
setDefaultHandler(({ request }) => fetch(request))
setCatchHandler(async ({ request }) => {
  const kept = await caches.open(KEPT)
  const { origin, pathname } = new URL(request.url)
  // a server would add the slash at the end
  for (const address of pathname.endsWith('/') ? [origin + pathname] : [origin + pathname, `${origin}${pathname}/`]) {
    const found = (await kept.match(address, { ignoreSearch: true, ignoreVary: true })) ?? (await matchPrecache(address))
    if (found) return found
  }
  // the app says what is not there
  return (request.mode === 'navigate' && (await matchPrecache('./'))) || Response.error()
})
