// Numbers recorded after every round: the table, the charts, and what claims are measured from.
import type { Readout } from '@/contract'
import { gap, policyOf, tilt } from '@/domains/alignment/tilt'
import { toTriangle } from '@/numerics/simplex'
import type { Method, State } from './model'
import { isThree, type Params, referenceOf, rewardOf, winnerOf } from './params'

type Of = Readout<Params, State>['of']
const finite = (value: number) => (Number.isFinite(value) ? value : null)
const isCircle = (p: Params) => winnerOf(p) === null

const gapOf =
  (who: Method): Of =>
  (s, p) => {
    const reward = rewardOf(p)
    return reward && gap(s[who].hat, reward)
  }
/** How far along the tilted family, in rounds of DPO with the exact reward. */
const tiltOf =
  (who: Method, logits: 'hat' | 'before' = 'hat') =>
  (s: State, p: Params): number | null => {
    const reward = p.mode === 'dpo' ? rewardOf(p) : null
    return reward && finite(tilt(s[who][logits], referenceOf(p), reward, p.beta))
  }
const speedOf =
  (who: Method): Of =>
  (s, p) => {
    const [now, before] = [tiltOf(who)(s, p), tiltOf(who, 'before')(s, p)]
    return s.round === 0 || now === null || before === null ? null : now - before
  }
/** Probability that the answer is not the one that wins. */
const offOf =
  (who: Method): Of =>
  (s, p) => {
    const winner = winnerOf(p)
    if (winner === null) return null
    let [sum, off] = [0, 0]
    for (const [y, logit] of s[who].hat.entries()) {
      sum += Math.exp(logit)
      if (y !== winner) off += Math.exp(logit)
    }
    return off / sum
  }
const farOf =
  (who: Method): Of =>
  (s, p) => {
    if (!isCircle(p)) return null
    const policy = policyOf(s[who].hat)
    return policy.reduce((far, share) => Math.max(far, Math.abs(share - 1 / policy.length)), 0)
  }
/** KL(balance ‖ π̂): it grows in every round, even while the largest share goes back and forth. */
const outwardOf =
  (who: Method): Of =>
  (s, p) => {
    if (!isCircle(p)) return null
    const { hat } = s[who]
    const total = Math.log(hat.reduce((sum, logit) => sum + Math.exp(logit), 0))
    return hat.reduce((sum, logit) => sum + (total - logit) / hat.length, -Math.log(hat.length))
  }
const driftOf =
  (who: Method): Of =>
  (s, p) => {
    const reference = referenceOf(p)
    return policyOf(s[who].hat).reduce((sum, share, y) => sum + (share > 0 ? share * Math.log(share / reference[y]!) : 0), 0)
  }
const place =
  (axis: 0 | 1, of: (s: State) => Float64Array): Of =>
  (s, p) =>
    isThree(p) ? toTriangle(policyOf(of(s)))[axis] : null

export const readouts = {
  apoGap: { label: 'reward still missing, APO', of: gapOf('apo') },
  dpoGap: { label: 'reward still missing, iterative DPO', of: gapOf('dpo') },
  apoTilt: { label: 'way gone, APO', symbol: 'a_t', unit: 'rounds of exact DPO', of: tiltOf('apo') },
  dpoTilt: { label: 'way gone, iterative DPO', unit: 'rounds of exact DPO', of: tiltOf('dpo') },
  apoSpeed: { label: 'way gone in this round, APO', of: speedOf('apo') },
  dpoSpeed: { label: 'way gone in this round, iterative DPO', of: speedOf('dpo') },
  apoOff: { label: 'not the best answer, APO', digits: 3, of: offOf('apo') },
  dpoOff: { label: 'not the best answer, without push', digits: 3, of: offOf('dpo') },
  apoOutward: { label: 'distance from the balance, APO', unit: 'nat', digits: 3, of: outwardOf('apo') },
  dpoOutward: { label: 'distance from the balance, without push', unit: 'nat', digits: 3, of: outwardOf('dpo') },
  apoFar: { label: 'largest share off the balance, APO', digits: 3, of: farOf('apo') },
  dpoFar: { label: 'largest share off the balance, without push', digits: 3, of: farOf('dpo') },
  apoDrift: { label: 'distance from the reference, APO', unit: 'nat', digits: 3, of: driftOf('apo') },
  dpoDrift: { label: 'distance from the reference, without push', unit: 'nat', digits: 3, of: driftOf('dpo') },

  apoX: { label: 'x, APO', hidden: true, of: place(0, (s) => s.apo.hat) },
  apoY: { label: 'y, APO', hidden: true, of: place(1, (s) => s.apo.hat) },
  dpoX: { label: 'x, iterative DPO', hidden: true, of: place(0, (s) => s.dpo.hat) },
  dpoY: { label: 'y, iterative DPO', hidden: true, of: place(1, (s) => s.dpo.hat) },
  pushedX: { label: 'x, APO pushed on', hidden: true, of: place(0, (s) => s.apo.pushed) },
  pushedY: { label: 'y, APO pushed on', hidden: true, of: place(1, (s) => s.apo.pushed) },
} satisfies Record<string, Readout<Params, State>>
