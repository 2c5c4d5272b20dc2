// The method in NumPy, with the current values.
import type { Snippet } from '@/contract'
import { CLASSES } from '@/domains/nets/softmax'
import { CLIENTS, isRandom, type Params } from './params'
import { blobsOf, centersOf, curvaturesOf, POINTS } from './problem'
import type { readouts } from './readouts'

const table = (rows: readonly (readonly number[])[]) => `[${rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`

const plane = (p: Params): string[] => [
  `A = np.array(${table(curvaturesOf(p))})`,
  `b = np.array(${table(centersOf(p))})`,
  `x = np.array([${p.start.join(', ')}], dtype=float)`,
  'def gradient(i, x):',
  `    return A[i] * (x - b[i])${p.sigma > 0 ? ` + ${p.sigma} * rng.standard_normal(2)` : ''}`,
]
const blobs = (p: Params): string[] => {
  const { counts } = blobsOf(p)
  const rows = Array.from({ length: CLIENTS }, (_, i) => Array.from(counts.subarray(i * CLASSES, (i + 1) * CLASSES)))
  return [
    `counts = np.array(${table(rows)})  # points of each class, by client`,
    'middles = np.array([[0, 1.1], [-1.1, -0.7], [1.1, -0.7]])',
    'labels = [np.repeat(range(3), n) for n in counts]',
    `data = [np.c_[middles[l] + 0.75 * rng.standard_normal((${POINTS}, 2)), np.ones(${POINTS})] for l in labels]`,
    'x = np.zeros((3, 3))',
    'def gradient(i, x):',
    '    e = np.exp(data[i] @ x.T)',
    '    shares = e / e.sum(1, keepdims=True)',
    `    return (shares - np.eye(3)[labels[i]]).T @ data[i] / ${POINTS}`,
  ]
}

const hasLuck = (p: Params) => p.tab === 'blobs' || isRandom(p)

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, step) =>
    [
      'import numpy as np',
      '',
      `rng = np.random.default_rng(${p.seed})${hasLuck(p) ? '  # other random numbers than on the page' : ''}`,
      ...(p.tab === 'plane' ? plane(p) : blobs(p)),
      '',
      `beta, eta, gamma, K, m = ${p.beta}, ${p.eta}, ${p.gamma}, ${p.local}, ${p.m}`,
      'g, last = 0 * x, x',
      `for r in range(${step}):`,
      '    ends = []',
      `    for i in rng.choice(${CLIENTS}, m, replace=False):`,
      '        y = x.copy()',
      '        for k in range(K):',
      ...(p.reduced
        ? [
            '            y -= eta * (gradient(i, y) + (1 - beta) * (g - gradient(i, last)))  # the page takes the same noise twice',
          ]
        : ['            y -= eta * (beta * gradient(i, y) + (1 - beta) * g)']),
      '        ends.append(y)',
      '    g = (x - np.mean(ends, 0)) / (eta * K)',
      '    x, last = x - gamma * g, x',
      ...(p.tab === 'plane'
        ? ['print(np.linalg.norm(x - (A * b).sum(0) / A.sum(0)))  # distance of FedAvg-M to the optimum']
        : ['print(100 * np.mean([(data[i] @ x.T).argmax(1) == labels[i] for i in range(5)]))  # told right']),
    ].join('\n'),
  prints: ({ tab }) => (tab === 'plane' ? ['mError'] : ['mRight']),
  random: hasLuck,
}
