// Trains networks that pick μ, keeps the one with the best validation return, and writes weights.f32 and log.json beside this file.
// Run: node demos/three-body/policy/train.mjs [first seed] [last seed] [episodes]. Some 10 s a seed.
import { writeFileSync } from 'node:fs'
import { withModules } from '../../../scripts/lib/modules.mjs'

const [first = 1, last = 12, episodes = 60] = process.argv.slice(2).map(Number)

const rounded = (value, digits) => Number(value.toPrecision(digits))

await withModules(async (load) => {
  const { networkPolicy, constantPolicy, judge, train, TEST_SEEDS } = await load('/src/domains/dynamics/stepPolicy.ts')
  const { ACTIONS, PAPER_WEIGHTS } = await load('/src/domains/dynamics/stepChoice.ts')
  const shown = ({ mean, error, evaluations, lost }) => ({
    return: rounded(mean, 6),
    medianError: rounded(error, 4),
    medianEvaluations: evaluations,
    lost,
  })
  const judged = (policy) => shown(judge(policy, TEST_SEEDS, PAPER_WEIGHTS))

  const seeds = []
  let best = null
  for (let seed = first; seed <= last; seed++) {
    let end = null
    for (const now of train(seed, PAPER_WEIGHTS, episodes)) end = now
    const net = { sizes: end.best.sizes, weights: end.best.weights.map(Math.fround) }
    seeds.push({ seed, episode: end.bestEpisode, validation: rounded(end.bestMean, 6), test: judged(networkPolicy(net)) })
    console.log(JSON.stringify(seeds.at(-1)))
    if (best === null || end.bestMean > best.end.bestMean) best = { seed, end, net }
  }
  const constants = ACTIONS.slice(2).map((mu, k) => ({ mu: rounded(mu, 4), test: judged(constantPolicy(k + 2)) }))
  const { seed, end, net } = best
  const log = {
    seed,
    episodes,
    keptAfter: end.bestEpisode,
    rewardWeights: PAPER_WEIGHTS,
    test: judged(networkPolicy(net)),
    constants,
    seeds,
    returns: end.returns.map((r) => rounded(r, 5)),
    validation: end.validation.map(({ episode, mean }) => ({ episode, mean: rounded(mean, 6) })),
  }
  const here = (name) => new URL(name, import.meta.url)
  writeFileSync(
    here('log.json'),
    `${JSON.stringify(log, null, 1)
      .replace(/\n {3,}/g, ' ')
      .replace(/\n {2}\]/g, ' ]')}\n`,
  )
  writeFileSync(here('weights.f32'), new Uint8Array(Float32Array.from(net.weights).buffer))
})
