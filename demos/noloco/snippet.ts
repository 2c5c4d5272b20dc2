// The method in NumPy, with the current values.
import type { Snippet } from '@/contract'
import { CURVATURES, copiesOf, type Params } from './params'
import type { readouts } from './readouts'

/** Whether the mean depends on random numbers; it never depends on the pairs. */
const isRandom = (p: Params) => (p.noise > 0 && p.loss !== 'none') || p.begin === 'scattered'

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, step) =>
    [
      ...(p.tab === 'mlp' ? ['# two weights on a quadratic loss, not the network'] : []),
      'import numpy as np',
      '',
      `rng = np.random.default_rng(${p.seed})  # ${isRandom(p) ? 'other random numbers' : 'other pairs'} than on the page`,
      `alpha, beta, gamma = ${p.alpha}, ${p.beta}, ${p.gamma}`,
      `N, K, omega, s = ${copiesOf(p)}, ${p.local}, ${p.omega}, ${p.noise}`,
      `A = np.array([${CURVATURES[p.loss].join(', ')}])`,
      `phi = np.tile([${p.start.map((x) => x.toFixed(12)).join(', ')}], (N, 1))`,
      ...(p.begin === 'scattered' ? ['phi = phi + rng.standard_normal((N, 2))'] : []),
      ...(p.begin === 'apart' ? [`phi[0] = [${p.stray.join(', ')}]`] : []),
      'delta = 0 * phi',
      `for t in range(${step}):`,
      '    theta = phi.copy()',
      '    for k in range(K):',
      '        theta -= omega * A * (theta - s * rng.standard_normal((N, 2)))',
      '    learned = theta - phi',
      '    i, j = rng.permutation(N).reshape(2, N // 2)  # pairs',
      '    move, middle = 0 * phi, 0 * phi',
      '    move[i] = move[j] = (learned[i] + learned[j]) / 2',
      '    middle[i] = middle[j] = (phi[i] + phi[j]) / 2',
      '    delta = alpha * delta + beta * move + gamma * (middle - phi)',
      '    phi = phi + delta',
      'print(np.sqrt(((phi - phi.mean(axis=0))**2).sum(axis=1).mean()))  # the spread depends on the pairs',
      'print(*phi.mean(axis=0))  # the mean does not',
    ].join('\n'),
  prints: () => ['meanX', 'meanY'],
  random: isRandom,
}
