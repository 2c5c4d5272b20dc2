/**
 * `make`, computed once for each object it is asked about: parameters, a scene, a language. Objects are compared by identity and held weakly, so a
 * result lives as long as what it was made from, and a step that asks again allocates nothing.
 */
export function memoized<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, T>()
  return (of) => {
    let value = known.get(of)
    if (value === undefined) {
      value = make(of)
      known.set(of, value)
    }
    return value
  }
}
