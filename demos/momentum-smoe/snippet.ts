// The method in NumPy, with the current values.
import type { Snippet } from '@/contract'
import { EXPERTS, mixtureOf, type Params } from './params'
import type { readouts } from './readouts'

const list = (values: Iterable<number>) => `[${[...values].join(', ')}]`

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code(p, step) {
    const { centers, curvatures } = mixtureOf(p)
    const each = <T>(of: (i: number) => T) => Array.from({ length: EXPERTS }, (_, i) => of(i))
    const isNoisy = p.noise > 0
    return [
      'import numpy as np',
      '',
      ...(isNoisy ? [`rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`] : []),
      `gamma, mu, k = ${p.gamma}, ${p.mu}, ${p.top}`,
      `centers = np.array([${each((i) => list(centers.subarray(2 * i, 2 * i + 2))).join(', ')}])`,
      `H = np.array([${each((i) => {
        const [a, b, c] = curvatures.subarray(3 * i, 3 * i + 3)
        return `[[${a}, ${b}], [${b}, ${c}]]`
      }).join(', ')}])`,
      '',
      'def suggestion(x):',
      '    scores = 0.5 * centers @ x',
      "    asked = np.argsort(-scores, kind='stable')[:k]",
      '    w = np.exp(scores[asked] - scores[asked[0]])',
      '    w /= w.sum()  # over the experts asked alone',
      '    return sum(wi * H[i] @ (x - centers[i]) for wi, i in zip(w, asked))',
      '',
      `x = np.array([${p.token.join(', ')}])  # SMoE`,
      'y, memory = x.copy(), np.zeros(2)  # MomentumSMoE',
      `for layer in range(${step}):`,
      ...(isNoisy ? [`    noise = ${p.noise} * rng.standard_normal(2)`] : []),
      `    x = x - gamma * suggestion(x)${isNoisy ? ' + noise' : ''}`,
      `    memory = mu * memory + suggestion(y)${isNoisy ? ' - noise / gamma' : ''}`,
      '    y = y - gamma * memory',
      'print(*x, *y)',
    ].join('\n')
  },
  prints: () => ['smoeX', 'smoeY', 'momentumX', 'momentumY'],
  random: ({ noise }) => noise > 0,
}
