// Another JavaScript engine, simulated by this one: the language leaves the last bit of sines, logarithms and powers to each engine.
import { withModules } from '../../scripts/lib/modules.mjs'

type Load = Parameters<Parameters<typeof withModules>[0]>[0]
const INEXACT = 'exp log log2 log10 log1p expm1 pow sin cos tan asin acos atan atan2 sinh cosh tanh cbrt hypot'.split(' ')

/** Calls `use` with an importer of freshly loaded modules, so that tables made by sines are made again. */
export const withFreshModules = <T>(use: (load: Load) => Promise<T>): Promise<T> =>
  withModules(use, { oxc: { target: 'es2015' } }) // where ** is Math.pow

/** The same in an engine whose functions are sometimes off by a unit in the last place. */
export async function withOtherEngine<T>(use: (load: Load) => Promise<T>): Promise<T> {
  const maths = Math as unknown as Record<string, (...given: number[]) => number>
  const own = Object.fromEntries(INEXACT.map((name) => [name, maths[name]!]))
  let count = 0
  for (const [name, exact] of Object.entries(own)) {
    maths[name] = (...given) => {
      const value = exact(...given)
      return isExact(name, given, value) ? value : nudged(value, ((count++ * 7919) % 5) - 2)
    }
  }
  try {
    return await withFreshModules(use)
  } finally {
    Object.assign(maths, own)
  }
}

/** What every engine computes exactly: whole numbers, squares (each multiplies), powers of two. */
const isExact = (name: string, given: number[], value: number) =>
  !Number.isFinite(value) ||
  Number.isInteger(value) ||
  (name === 'pow' && (given[1] === 2 || (given[0] === 2 && Number.isInteger(given[1]))))

const word = new Float64Array(1)
const bits = new BigInt64Array(word.buffer)
/** A neighbour of a number that is not whole, or itself. */
function nudged(value: number, by: number): number {
  word[0] = value
  bits[0]! += by < 0 ? -1n : by > 0 ? 1n : 0n
  return word[0]
}
