// Trains both networks for the seeds 0 to 3 with 3,000 updates and for seed 0 with 12,000, and writes their weights (the network's, then the gradient
// net's) and log.json beside this file. The page ships those of seed 0, rounded, in weights.ts. Run: node demos/score-or-wgf/trained/train.mjs. Some minutes.
import { writeFileSync } from 'node:fs'
import { withModules } from '../../../scripts/lib/modules.mjs'

const RUNS = [
  ['seed0', 0, 3000],
  ['seed1', 1, 3000],
  ['seed2', 2, 3000],
  ['seed3', 3, 3000],
  ['long', 0, 12000],
]
const PARTICLES = 2000
const here = (name) => new URL(name, import.meta.url)
const rounded = (value) => Number(value.toPrecision(4))

await withModules(async (load) => {
  const of = (name) => load(`/demos/score-or-wgf/${name}.ts`)
  const [{ train, pairOf }, { fieldOf }, measures] = [await of('training'), await of('fields'), await of('measures')]
  const { loopWork } = await load('/src/numerics/loops.ts')
  const { written } = await load('/src/domains/nets/shortWeights.ts')
  const log = []
  for (const [name, seed, updates] of RUNS) {
    const p = { width: 32, updates, seed, moved: [], kappa: 0 }
    let last = null
    for (const snapshot of train(p)) last = snapshot ?? last
    writeFileSync(here(`${name}.f32`), new Uint8Array(Float32Array.of(...last.mlp, ...last.potential).buffer))
    if (name === 'seed0') {
      const text = written(Float32Array.of(...last.mlp, ...last.potential))
      const head =
        "// Of seed 0, by train.mjs: the network's, then the gradient net's, as src/domains/nets/shortWeights writes them."
      writeFileSync(here('weights.ts'), `${head}\nexport default '${text}'\n`)
    }
    const { start, truth, other } = measures.cloudsOf(p, PARTICLES)
    const judged = (model) => {
      const field = fieldOf(p, model, pairOf(32, last))
      const round = (sigma) =>
        loopWork((points, out) => field.fill(sigma, points, out), { centre: [0, 0], radius: 1 }, 400).circulation
      const { asymmetry, error } = measures.fitOverall(p, field)
      return {
        circulation: rounded(round(0.05)),
        circulationAtMoreNoise: rounded(round(0.4)),
        asymmetry: rounded(asymmetry),
        error: rounded(error),
        distance: rounded(measures.slicedW2(measures.sampled(field, 60, start), truth)),
      }
    }
    const floor = rounded(measures.slicedW2(truth, other))
    const [exact, mlp, potential] = ['exact', 'mlp', 'potential'].map(judged)
    log.push({ seed, updates, particles: PARTICLES, floor, exact: exact.distance, mlp, potential })
    console.log(JSON.stringify(log.at(-1)))
    writeFileSync(here('log.json'), `[\n${log.map((line) => ` ${JSON.stringify(line)}`).join(',\n')}\n]\n`)
  }
})
