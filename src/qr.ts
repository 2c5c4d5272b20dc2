// QR codes (ISO/IEC 18004) of short addresses: byte mode, error correction L, versions 1 to 6, always mask 0.

/** Codewords in all, and for correction, by version; version 6 is made of two blocks. */
const TOTAL = [0, 26, 44, 70, 100, 134, 172]
const CORRECTION = [0, 7, 10, 15, 20, 26, 36]
const FORMAT = 0x77c4 // level L, mask 0, with its own correction bits and mask (table C.1)

/** Remainder of `data` by the generator polynomial of degree `length` over GF(256), polynomial 0x11d. */
function correction(data: readonly number[], length: number): number[] {
  const times = (a: number, b: number) => {
    let product = 0
    for (let bit = 7; bit >= 0; bit--) product = (product << 1) ^ (product >> 7 ? 0x11d : 0) ^ ((b >> bit) & 1 ? a : 0)
    return product
  }
  const generator = [...Array<number>(length - 1).fill(0), 1]
  for (let n = 0, root = 1; n < length; n++, root = times(root, 2))
    for (let k = 0; k < length; k++) generator[k] = times(generator[k]!, root) ^ (generator[k + 1] ?? 0)
  const rest = Array<number>(length).fill(0)
  for (const byte of data) {
    const factor = byte ^ rest.shift()!
    rest.push(0)
    for (let k = 0; k < length; k++) rest[k]! ^= times(generator[k]!, factor)
  }
  return rest
}

function codewords(bytes: Uint8Array, version: number): number[] {
  const capacity = TOTAL[version]! - CORRECTION[version]!
  const nibbles = [4, bytes.length >> 4, bytes.length & 15, ...[...bytes].flatMap((byte) => [byte >> 4, byte & 15]), 0]
  const data: number[] = []
  for (let k = 0; k < nibbles.length; k += 2) data.push((nibbles[k]! << 4) | nibbles[k + 1]!)
  for (let pad = 0xec; data.length < capacity; pad ^= 0xec ^ 0x11) data.push(pad)
  const blocks = version === 6 ? 2 : 1
  const size = capacity / blocks
  const parts = Array.from({ length: blocks }, (_, k) => data.slice(k * size, (k + 1) * size))
  const checks = parts.map((part) => correction(part, CORRECTION[version]! / blocks))
  const woven = (rows: number[][]) => rows[0]!.flatMap((_, k) => rows.map((row) => row[k]!))
  return [...woven(parts), ...woven(checks)]
}

/** Rows of dark (true) and light modules, without the quiet zone; null if the text is longer than 134 bytes. */
export function qrOf(text: string): boolean[][] | null {
  const bytes = new TextEncoder().encode(text)
  const version = TOTAL.findIndex((total, v) => v > 0 && bytes.length + 2 <= total - CORRECTION[v]!)
  if (version < 0) return null
  const size = 17 + 4 * version
  const rows = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined))
  const set = (x: number, y: number, dark: boolean) => {
    if (x >= 0 && y >= 0 && x < size && y < size) rows[y]![x] = dark
  }
  const square = (x: number, y: number, reach: number) => {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy))
        set(x + dx, y + dy, ring !== 2 && ring !== 4)
      }
  }
  for (let k = 0; k < size; k++) {
    set(6, k, k % 2 === 0)
    set(k, 6, k % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(x, y, 4)
  if (version > 1) {
    const at = size - 7
    for (let dy = -2; dy <= 2; dy++)
      for (let dx = -2; dx <= 2; dx++) set(at + dx, at + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
  }
  for (let k = 0; k < 15; k++) {
    const dark = ((FORMAT >> k) & 1) === 1
    set(8, k < 6 ? k : k < 8 ? k + 1 : size - 15 + k, dark)
    set(k < 8 ? size - 1 - k : k === 8 ? 7 : 14 - k, 8, dark)
  }
  set(8, size - 8, true)
  const bits = codewords(bytes, version).flatMap((word) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (word >> bit) & 1))
  let next = 0
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2)
    for (let k = 0; k < size; k++)
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - k : k
        if (rows[y]![x] === undefined) rows[y]![x] = ((bits[next++] ?? 0) ^ ((x + y + 1) & 1)) === 1
      }
  return rows as boolean[][]
}

/** The dark modules as data of an SVG path, one unit a module. */
export const qrPath = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
