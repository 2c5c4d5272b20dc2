// Tests the tests and the claims: the listed tests and claims must notice a model that is broken on purpose. `npm run claims -- --mutate [SLUG]` runs
// all golden sections and all claims of every demo, and prints which notice what.
import { expect, it } from 'vitest'
import { demosToTest } from '../support/demos'
import { type Mutant, mutated, withMutant } from '../support/mutants'

const lists = import.meta.glob<readonly Mutant[]>('../../demos/*/mutants.ts', { eager: true, import: 'default' })
const mutantsOf = (slug: string) => lists[`../../demos/${slug}/mutants.ts`] ?? []
const IS_WHOLE = process.env.MUTANTS === 'all'
const wanted = process.env.MUTANTS_SLUG
/** Those with golden numbers; a demo that has just begun has none. */
const data = import.meta.glob('../golden/data/*.json')
const slugs = demosToTest().filter((slug) => (wanted ?? slug) === slug && `../golden/data/${slug}.json` in data)

it.each(slugs)(
  '%s: mutants are noticed by golden numbers and by claims',
  { timeout: IS_WHOLE ? 3_600_000 : 120_000 },
  async (slug) => {
    const mutants = mutantsOf(slug)
    expect(
      mutants.some(({ golden }) => golden),
      'one that golden numbers notice',
    ).toBe(true)
    expect(
      mutants.some(({ claim }) => claim),
      'one that a claim notices',
    ).toBe(true)
    // intact models pass: otherwise a test that fails anyway would count as one that notices
    const sections = new Set(mutants.flatMap(({ golden = [] }) => golden))
    const whole = { ...mutants[0]!, put: mutants[0]!.find }
    const failing = await withMutant(slug, whole, (demo) => Promise.all([...sections].map((section) => demo.golden(section))))
    expect(failing.flat()).toEqual([])
    for (const mutant of mutants) {
      const { breaks, golden, claim } = mutant
      const noticed = await withMutant(slug, mutant, async (demo) => ({
        golden: IS_WHOLE || golden ? await demo.golden(IS_WHOLE ? undefined : golden) : [],
        claims: IS_WHOLE || claim ? await demo.claims(IS_WHOLE ? undefined : claim) : [],
      }))
      if (IS_WHOLE) {
        console.log(
          [
            `${slug}: ${breaks}`,
            ...noticed.golden.map((name) => `  golden: ${name}`),
            ...noticed.claims.map((says) => `  claim: ${says}`),
          ].join('\n'),
        )
      }
      if (golden) expect(noticed.golden, `${breaks}: golden numbers`).toContain(golden)
      if (claim)
        expect(
          noticed.claims.some((says) => says.startsWith(claim)),
          `${breaks}: ${claim}`,
        ).toBe(true)
    }
  },
)

it('says so where the text of a mutant is not found, or is not alone', () => {
  const mutant = { breaks: '', file: 'a.ts', find: 'x + y', put: 'x - y' }
  expect(mutated('return x + y', mutant)).toBe('return x - y')
  expect(() => mutated('return y + x', mutant)).toThrow('0 times')
  expect(() => mutated('x + y; x + y', mutant)).toThrow('2 times')
})
