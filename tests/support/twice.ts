/** Paths to parts of plain data that are the same object, or lie in the same buffer, as a part before them. */
export function twice(value: unknown, path = '', seen = new Set<unknown>()): string[] {
  if (typeof value !== 'object' || value === null) return []
  const thing = ArrayBuffer.isView(value) ? value.buffer : value
  if (seen.has(thing)) return [path]
  seen.add(thing)
  if (ArrayBuffer.isView(value)) return []
  return Object.entries(value).flatMap(([key, part]) => twice(part, `${path}.${key}`, seen))
}
