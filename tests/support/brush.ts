/** A canvas context that draws nothing: it remembers calls with numbers that are not finite, and hashes all calls into one number. */
export function brush(): { ctx: CanvasRenderingContext2D; bad: string[]; told(): number } {
  const bad: string[] = []
  let told = 0x811c9dc5
  /** FNV-1a over words and numbers; of pixels their sum. */
  const tell = (words: readonly unknown[]) => {
    for (const word of words) {
      const text = ArrayBuffer.isView(word) ? String((word as Uint8ClampedArray).reduce((a, b) => a + b, 0)) : String(word)
      for (let k = 0; k < text.length; k++) told = Math.imul(told ^ text.charCodeAt(k), 0x01000193) >>> 0
    }
  }
  const ctx = new Proxy({} as Record<string, unknown>, {
    get(target, name: string) {
      if (name in target) return target[name]
      return (...args: unknown[]) => {
        if (args.some((arg) => typeof arg === 'number' && !Number.isFinite(arg))) bad.push(`${name}(${args.join(', ')})`)
        tell([name, ...args.map((arg) => (arg instanceof Object && 'data' in arg ? arg.data : arg))])
        return name.startsWith('create') ? { addColorStop() {}, setTransform() {} } : undefined
      }
    },
    set(target, name: string, value) {
      target[name] = value
      tell([name, value])
      return true
    },
  })
  return { ctx: ctx as unknown as CanvasRenderingContext2D, bad, told: () => told }
}
