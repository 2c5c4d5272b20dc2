// Trains the three starts (pre-trained, meta-trained, plain network) for the seeds 0 to 2 and under other conditions, and writes medians over 12 tasks of
// the error after some inner steps to log.json. The starts of seed 0 are written to weights.ts, rounded, and ship with the page.
// Run: node demos/hamiltonian-meta-learning/trained/train.mjs. Some minutes.
import { writeFileSync } from 'node:fs'
import { withModules } from '../../../scripts/lib/modules.mjs'

const PAPER = { alpha: 0.1, order: 'first', updates: 3000, seed: 0, narrow: false }
const RUNS = [
  ['shipped', {}],
  ['seed 1', { seed: 1 }],
  ['seed 2', { seed: 2 }],
  ['narrow', { narrow: true }],
  ['narrow, small α, short', { narrow: true, alpha: 0.05, updates: 500 }],
  ['second order, a third of the updates', { order: 'second', updates: 1000 }],
  ['α = 0.4', { alpha: 0.4, updates: 1000 }],
  ['twice as long', { updates: 6000 }],
]
const here = (name) => new URL(name, import.meta.url)
const short = (value) => Number(value.toPrecision(3))

await withModules(async (load) => {
  const of = (name) => load(`/demos/hamiltonian-meta-learning/networks/${name}.ts`)
  const [{ train, STARTS, hamiltonian, plain, randomStart }, { medians, JUDGED }] = [await of('training'), await of('judging')]
  const { written } = await load('/src/domains/nets/shortWeights.ts')
  const log = []
  for (const [name, changes] of RUNS) {
    const p = { ...PAPER, ...changes }
    let last = null
    for (const weights of train(p)) last = weights
    if (name === 'shipped') {
      const lines = STARTS.map((start) => `  ${start}: '${written(Float32Array.from(last[start]))}',\n`)
      const head = '// Starts of seed 0 after 3,000 updates, by train.mjs, as src/domains/nets/shortWeights writes them.'
      writeFileSync(here('weights.ts'), `${head}\nexport default {\n${lines.join('')}}\n`)
    }
    const errors = (law) => ({
      random: medians(hamiltonian, randomStart(hamiltonian, p.seed, 'hamiltonian'), law, p.alpha).map(short),
      ...Object.fromEntries(
        STARTS.map((start) => [start, medians(start === 'plain' ? plain : hamiltonian, last[start], law, p.alpha).map(short)]),
      ),
    })
    log.push({ name, ...p, steps: JUDGED, kepler: errors('kepler'), pendulum: errors('pendulum') })
    console.log(JSON.stringify(log.at(-1)))
    writeFileSync(here('log.json'), `[\n${log.map((line) => ` ${JSON.stringify(line)}`).join(',\n')}\n]\n`)
  }
})
