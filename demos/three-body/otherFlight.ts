// The choices that the network in training would make for the bodies on screen: a flight of its own, computed when its weights change.
import { INTERVAL, isLost, PAPER_WEIGHTS, startEpisode } from '@/domains/dynamics/stepChoice'
import { networkPolicy, POLICY, playRound } from '@/domains/dynamics/stepPolicy'
import type { Scene } from './looks'
import { type Staircase, staircase } from './staircase'
import { bodiesAt, startKey } from './start'

let kept: { weights: Float64Array; key: string; choices: Staircase } | null = null
const MOST_STEPS = 200_000

/** Null without a network, and if the strips do not show time. */
export function otherChoices({ params, maps }: Scene): Staircase | null {
  const weights = maps.training?.result.weights
  if (!weights || params.across !== 'time') return null
  const key = `${startKey(params)} ${params.until}`
  if (kept?.weights === weights && kept.key === key) return kept.choices
  const policy = networkPolicy({ sizes: POLICY.sizes, weights })
  const episode = startEpisode(bodiesAt(params))
  const actions: number[] = []
  for (let steps = 0; episode.round * INTERVAL < params.until && steps < MOST_STEPS; steps += episode.substeps) {
    const action = policy(episode)
    actions.push(action)
    playRound(episode, action, PAPER_WEIGHTS)
    if (isLost(episode)) break
  }
  kept = { weights, key, choices: staircase(actions) }
  return kept.choices
}
