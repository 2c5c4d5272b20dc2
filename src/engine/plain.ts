/** Approximate bytes of plain data: 8 a number, 2 a character, the buffers of typed arrays, 16 for each object. */
export function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength + 16
  if (typeof value === 'string') return 2 * value.length
  if (typeof value !== 'object' || value === null) return 8
  let bytes = 16
  for (const part of Array.isArray(value) ? value : Object.values(value)) bytes += bytesOf(part)
  return bytes
}
