// A lecture within a link: its file, packed. Nothing is sent anywhere: what stands after the # stays in the browser.

const LONGEST = 8000 // characters: longer links are cut by mail programs and chats
const MOST = 2_000_000 // bytes that a link may unpack to

async function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array>)
    .getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > MOST) throw new RangeError('larger than any lecture')
    parts.push(value)
  }
  return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer())
}

/** Text for a link (RFC 4648 base64url of raw deflate); null: too long for one. */
export async function packed(text: string): Promise<string | null> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'))
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const word = letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return word.length > LONGEST ? null : word
}

/** The text again; as far as it goes where the link was cut. Rejects where nothing can be read. */
export async function unpacked(word: string): Promise<string> {
  const letters = atob(
    word
      .replaceAll('-', '+')
      .replaceAll('_', '/')
      .replace(/[^A-Za-z0-9+/]/g, ''),
  )
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
  return new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')))
}
