// Chromium remembers for as long as the page lives that a script could not be fetched: a second import() of it fails without asking. So what failed is
// asked for once more under another address; “Try again” then works. The build adds this to every import() (scripts/vite/askAgain.ts).

const found = new Map<string, unknown>()
let asked = 0

/** The script whose import failed with `error`; throws the error if it cannot be had either, or has no address (WebKit, which does not remember). */
async function askAgain(error: unknown): Promise<unknown> {
  const address = /https?:\/\/\S+\.js/.exec(String(error))?.[0]
  if (address === undefined) throw error
  if (!found.has(address)) found.set(address, await import(/* @vite-ignore */ `${address}?again=${++asked}`))
  return found.get(address)
}

Object.assign(globalThis, { askAgain })
