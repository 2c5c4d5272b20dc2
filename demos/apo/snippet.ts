// The method in two dozen lines of NumPy, with the current values.
import type { Snippet } from '@/contract'
import { RIDGE } from './model'
import { duelsOf, isSampled, type Params, referenceOf, rewardOf, winnerOf } from './params'
import type { readouts } from './readouts'

const list = (values: readonly number[]) => `[${values.join(', ')}]`

/** The reward that a round uses. */
function learning(p: Params): string[] {
  if (p.mode === 'sppo')
    return [`M = np.array([${duelsOf(p).map(list).join(', ')}])`, 'learn = lambda policy, rng: M @ policy - 0.5']
  if (!isSampled(p)) return ['learn = lambda policy, rng: r']
  return [
    '# draws other random numbers than the page',
    'def learn(policy, rng):',
    '    K = len(r)',
    `    i, j = rng.choice(K, (2, ${p.n}), p=policy)`,
    `    first = rng.random(${p.n}) < 1 / (1 + np.exp(r[j] - r[i]))`,
    '    wins = np.zeros((K, K))',
    '    np.add.at(wins, (np.where(first, i, j), np.where(first, j, i)), i != j)',
    '    fit = np.zeros(K)  # Bradley-Terry by Newton; a ridge keeps it finite',
    '    for _ in range(50):',
    '        chance, met = 1 / (1 + np.exp(fit[None] - fit[:, None])), wins + wins.T',
    `        slope = (met * chance - wins).sum(1) + ${RIDGE} * fit`,
    '        weight = met * chance * (1 - chance)',
    `        step = np.linalg.solve(np.diag(weight.sum(1) + ${RIDGE}) - weight, slope)`,
    '        fit = fit - step / max(1, abs(step).max())',
    '    return fit',
  ]
}

const results: Readonly<Record<string, { of: string; names: readonly (keyof typeof readouts)[] }>> = {
  gap: { of: 'policy @ (r.max() - r)', names: ['apoGap', 'dpoGap'] },
  far: { of: 'abs(policy - 1 / len(policy)).max()', names: ['apoFar', 'dpoFar'] },
  off: { of: '1 - policy[winner]', names: ['apoOff', 'dpoOff'] },
}
const resultOf = (p: Params) => (p.mode === 'dpo' ? results.gap! : winnerOf(p) === null ? results.far! : results.off!)

const code = (p: Params, step: number): string => {
  const reward = p.mode === 'dpo' ? rewardOf(p) : null
  const winner = p.mode === 'sppo' ? winnerOf(p) : null
  return [
    'import numpy as np',
    '',
    `alpha, beta = ${p.alpha}, ${p.beta}`,
    ...(reward ? [`r = np.array(${list(reward)})`] : []),
    ...(winner !== null ? [`winner = ${winner}`] : []),
    `reference = np.array(${list(referenceOf(p))})`,
    ...learning(p),
    '',
    'def policy_of(logits):',
    '    weights = np.exp(logits - logits.max())',
    '    return weights / weights.sum()',
    '',
    'def align(alpha):',
    `    rng = np.random.default_rng(${p.seed})`,
    '    hat = pushed = np.log(reference)',
    `    for t in range(${step}):`,
    '        new = pushed + learn(policy_of(pushed), rng) / beta  # the tilt',
    '        pushed = new + alpha * (new - hat)                   # the push',
    '        hat = new',
    '    policy = policy_of(hat)',
    `    return ${resultOf(p).of}`,
    '',
    'print(align(alpha), align(0))',
  ].join('\n')
}

export const snippet: Snippet<Params, keyof typeof readouts> = { code, prints: (p) => resultOf(p).names, random: isSampled }
