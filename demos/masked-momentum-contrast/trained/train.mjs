// Trains the four networks that come with the page (seed 3, 500 updates: all terms, and each alone) and writes their rounded weights to weights.ts beside
// this file. Run: node demos/masked-momentum-contrast/trained/train.mjs. About a minute. A claim learns them again.
import { writeFileSync } from 'node:fs'
import { withModules } from '../../../scripts/lib/modules.mjs'

await withModules(async (load) => {
  const of = (name) => load(`/demos/masked-momentum-contrast/${name}.ts`)
  const [{ params, settingsOf }, { Trainer }, { encoderWeights, ROUNDING, SHIPPED }] = [
    await of('params'),
    await of('learning/train'),
    await of('learning/records'),
  ]
  const { written } = await load('/src/domains/nets/shortWeights.ts')
  const { defaultsOf } = await load('/src/contract/index.ts')
  const lines = Object.entries(SHIPPED).map(([name, changes]) => {
    const settings = settingsOf({ ...defaultsOf(params), ...changes })
    const trainer = new Trainer(settings)
    for (let k = 0; k < settings.updates; k++) trainer.update()
    return `  ${name}:\n    '${written(encoderWeights(trainer), ROUNDING)}',`
  })
  const head = '// Of seed 3, by train.mjs, as src/domains/nets/shortWeights writes them.'
  writeFileSync(new URL('weights.ts', import.meta.url), `${head}\nexport default {\n${lines.join('\n')}\n}\n`)
})
