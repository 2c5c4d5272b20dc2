// Models broken on purpose: each demo lists changes of its sources, and which golden section and which claim notice.
import type { Plugin } from 'vite'
import { withModules } from '../../scripts/lib/modules.mjs'
import type { Check, Golden, Reader } from '../golden/load'

export interface Mutant {
  /** What is broken, in words. */
  breaks: string
  /** From the root of the project. */
  file: string
  /** This text, which occurs there once, becomes that one. */
  find: string
  put: string
  /** Section of the golden file whose tests fail. */
  golden?: string
  /** Beginning of the sentence of a claim that fails. */
  claim?: string
}

interface GoldenTools {
  declaring: { now: boolean }
  readers: Map<string, Reader>
  Golden: typeof Golden
  checksOf(reader: Reader, golden: Golden, section: string): Check[]
  sectionsIn(reader: Reader, golden: Golden): string[]
}
export interface BrokenDemo {
  /** Sections of the golden file with a failing test: of the given one, or of all. */
  golden(only?: string): Promise<string[]>
  /** Sentences of the failing claims: of those that begin so, or of all. */
  claims(only?: string): Promise<string[]>
}

/** The source with the mutant's change; throws if the text does not occur exactly once. */
export function mutated(source: string, { find, put, file }: Mutant): string {
  const count = source.split(find).length - 1
  if (count !== 1) throw new Error(`${file} has "${find}" ${count} times: the mutant must be written again`)
  return source.replace(find, () => put)
}

/** Loads a demo with its model broken. The sources on disk stay as they are. */
export async function withMutant<T>(slug: string, mutant: Mutant, use: (demo: BrokenDemo) => Promise<T>): Promise<T> {
  let found = false
  const plugin: Plugin = {
    name: 'mutant',
    enforce: 'pre',
    transform(source, id) {
      if (!id.endsWith(`/${mutant.file}`)) return
      found = true
      return mutated(source, mutant)
    },
  }
  return withModules(
    async (load) => {
      const result = await use({
        async golden(only) {
          const tools = (await load('/tests/golden/load.ts')) as unknown as GoldenTools
          tools.declaring.now = false
          await load(`/tests/golden/${slug}.test.ts`)
          const [reader, golden] = [tools.readers.get(slug)!, tools.Golden.of(slug, '')]
          const sections = only === undefined ? tools.sectionsIn(reader, golden) : [only]
          return sections.filter((section) => tools.checksOf(reader, golden, section).some(fails))
        },
        async claims(only = '') {
          const { loadDemo } = (await load('/src/registry/demos.ts')) as unknown as typeof import('@/registry/demos')
          const { measureClaim } = (await load('/src/engine/claims.ts')) as unknown as typeof import('@/engine/claims')
          const demo = await loadDemo(slug)
          const failed: string[] = []
          for (const claim of demo.claims.filter(({ says }) => says.startsWith(only)))
            if (!(await measureClaim(demo, claim).catch(() => ({ pass: false }))).pass) failed.push(claim.says)
          return failed
        },
      })
      if (!found) throw new Error(`${slug}: nothing loads ${mutant.file}`)
      return result
    },
    { plugins: [plugin] },
  )
}

function fails({ run }: Check): boolean {
  try {
    run()
    return false
  } catch {
    return true
  }
}
