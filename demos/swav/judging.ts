// How many stars a network uses, and whether each represents one blob.
import { inputsOf, outputsOf } from '@/domains/nets/perceptron'
import { largestOf } from '@/domains/nets/sinkhorn'
import { normaliseRows, scoresOf } from '@/domains/nets/swappedPrediction'
import { forwardTanh } from '@/domains/nets/tanhNet'
import { BLOBS } from './blobs'
import type { Learner } from './learner'
import { JUDGED, MOST_PROTOTYPES } from './sizes'
import type { Workspace } from './workspace'

const CROWD = BLOBS * JUDGED
const fromBlob = new Int32Array(MOST_PROTOTYPES * BLOBS)
const unit = new Float64Array(3 * MOST_PROTOTYPES)

/** Features of the judged points in the workspace's `crowd`, [BLOBS × JUDGED, d], of length 1. */
export function crowdFeatures(learner: Learner, workspace: Workspace): Float64Array {
  inputsOf(workspace.crowd).set(workspace.judged)
  forwardTanh({ sizes: workspace.sizes, weights: learner.weights }, workspace.crowd)
  const out = outputsOf(workspace.crowd)
  normaliseRows(out, CROWD, workspace.swap.d, out)
  return out
}

export function judge(learner: Learner, workspace: Workspace): void {
  const { d, shape } = workspace.swap
  const count = shape.prototypes
  normaliseRows(learner.prototypes, count, d, unit)
  scoresOf(crowdFeatures(learner, workspace), unit, { samples: CROWD, prototypes: count }, d, workspace.scores)
  const { judged } = learner
  judged.counts.fill(0)
  fromBlob.fill(0)
  for (let i = 0; i < CROWD; i++) {
    const star = largestOf(workspace.scores, i * count, count)
    judged.counts[star]!++
    fromBlob[star * BLOBS + Math.floor(i / JUDGED)]!++
  }
  let [entropy, pure, used] = [0, 0, 0]
  for (let k = 0; k < count; k++) {
    const share = judged.counts[k]! / CROWD
    if (share === 0) continue
    used++
    entropy -= share * Math.log(share)
    pure += fromBlob[k * BLOBS + largestOf(fromBlob, k * BLOBS, BLOBS)]!
  }
  judged.entropy = Math.max(0, entropy / Math.log(count))
  judged.purity = pure / CROWD
  judged.used = used
}
