// Trains the two networks that come with the page (seed 0, 32 hidden units, 3,000 updates) and writes their rounded weights to weights.ts beside this
// file. Run: node demos/video-physical-law/trained/train.mjs. Some seconds. A claim learns them again.
import { writeFileSync } from 'node:fs'
import { withModules } from '../../../scripts/lib/modules.mjs'

await withModules(async (load) => {
  const of = (name) => load(`/demos/video-physical-law/${name}.ts`)
  const [{ params }, { ROUNDING, train }] = [await of('params'), await of('learners/pocket')]
  const { written } = await load('/src/domains/nets/shortWeights.ts')
  const { defaultsOf } = await load('/src/contract/index.ts')
  const TRAININGS = { whole: {}, gap: { gap: 2.5 } }
  const lines = Object.entries(TRAININGS).map(([name, changes]) => {
    const work = train({ ...defaultsOf(params), ...changes }, 1000)
    let next = work.next()
    while (!next.done) next = work.next()
    return `  ${name}: '${written(Float32Array.from(next.value.weights), ROUNDING)}',`
  })
  const head = '// Of seed 0, by train.mjs, as src/domains/nets/shortWeights writes them.'
  writeFileSync(new URL('weights.ts', import.meta.url), `${head}\nexport default {\n${lines.join('\n')}\n}\n`)
})
