/** A canvas context that draws nothing and remembers calls with numbers that are not finite. */
export function brush(): { ctx: CanvasRenderingContext2D; bad: string[] } {
  const bad: string[] = []
  const ctx = new Proxy({} as Record<string, unknown>, {
    get(target, name: string) {
      if (name in target) return target[name]
      return (...args: unknown[]) => {
        if (args.some((arg) => typeof arg === 'number' && !Number.isFinite(arg))) bad.push(`${name}(${args.join(', ')})`)
        return name.startsWith('create') ? { addColorStop() {}, setTransform() {} } : undefined
      }
    },
    set(target, name: string, value) {
      target[name] = value
      return true
    },
  })
  return { ctx: ctx as unknown as CanvasRenderingContext2D, bad }
}
