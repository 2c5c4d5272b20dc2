import { allDemos } from '../../scripts/lib/demos.mjs'

/** The demos to test: those named in the variable DEMOS, or all. */
export function demosToTest(): string[] {
  const wanted = process.env.DEMOS?.split(',')
  return allDemos().filter((slug) => wanted === undefined || wanted.includes(slug))
}
