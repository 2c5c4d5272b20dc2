// The scheme of the switches in NumPy, with the current values.
import type { Snippet } from '@/contract'
import { SCHEMES } from '@/domains/optim/sparse'
import { EPOCH, type Params, SIZE, schemeOf } from './params'
import { RECENT, STRIDE } from './race'
import type { readouts } from './readouts'

const momentum = ({ nesterov }: Params, name: string, g: string): string[] =>
  nesterov ? [`${name} = m * (${name} + ${g})`, `${g} = ${g} + ${name}`] : [`${name} = m * ${name} + ${g}`, `${g} = ${name}`]
const indented = (lines: readonly string[], by: number) => lines.map((line) => ' '.repeat(by) + line)

const choose = ({ choosing }: Params): string[] =>
  choosing === 'exact'
    ? ["    return np.argsort(-abs(x), kind='stable')[:k]"]
    : [
        `    sample = np.sort(abs(x)[rng.integers(${STRIDE})::${STRIDE}])`,
        '    threshold = sample[-int(np.ceil(len(sample) * k / d))]',
        '    for _ in range(10):',
        '        found = (abs(x) >= threshold).sum()',
        "        if found > 1.3 * k: return np.argsort(-abs(x), kind='stable')[:k]",
        '        if found >= 0.8 * k: break',
        '        threshold *= 0.8',
        '    return np.flatnonzero(abs(x) >= threshold)[:k]',
      ]

/** Lines that say how many entries are sent in step t. */
function counts({ warmUp, sparsity }: Params): string[] {
  const whole = `ratio = ${(100 - sparsity) / 100}`
  const epoch = `e = t // ${EPOCH}`
  const count = 'k = max(1, int(np.ceil(d * ratio - 1e-9)))'
  if (warmUp === 'off') return [whole, count]
  const early = warmUp === 'paper' ? '[0.25, 0.0625, 0.015625, 0.004, 0.001][e]' : 'ratio ** ((e + 1) / 6)'
  return [whole, epoch, `if e < 5: ratio = max(ratio, ${early})  # warm-up`, count]
}

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code(p, step) {
    const { sparse, banks, corrects, masks } = SCHEMES[schemeOf(p)]
    return [
      'import numpy as np',
      '',
      `rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`,
      `d, N, eta, m, sigma = ${SIZE}, ${p.workers}, ${p.eta}, ${p.m}, ${p.noise}`,
      'lam = 10 ** (-1.5 * np.arange(d) / (d - 1))',
      'w_star = rng.standard_normal(d)',
      'loss = lambda w: (lam * (w - w_star)**2).sum() / 2',
      ...(sparse ? ['', 'def largest(x, k):', ...choose(p)] : []),
      '',
      'w, U, losses = np.zeros(d), np.zeros(d), []',
      'u, v = np.zeros((N, d)), np.zeros((N, d))  # momentum and account of each worker',
      `for t in range(${step}):`,
      ...(sparse ? indented(counts(p), 4) : []),
      '    arrived = np.zeros(d)',
      '    for n in range(N):',
      '        g = lam * (w - w_star) + sigma * rng.standard_normal(d)',
      ...(p.clip > 0 ? [`        g *= min(1, ${p.clip} / np.sqrt(N) / (np.linalg.norm(g) + 1e-6))`] : []),
      ...(corrects ? indented(momentum(p, 'u[n]', 'g'), 8) : []),
      banks ? '        v[n] += g' : '        v[n] = g',
      sparse ? '        sent = largest(v[n], k)' : '        sent = np.arange(d)',
      '        arrived[sent] += v[n, sent] / N',
      '        v[n, sent] = 0',
      ...(masks ? ['        u[n, sent] = 0'] : []),
      ...(corrects ? [] : indented(momentum(p, 'U', 'arrived'), 4)),
      '    w = w - eta * arrived',
      '    losses.append(loss(w))',
      `print(np.mean(losses[-${RECENT}:] or [loss(w)]))`,
    ].join('\n')
  },
  prints: (p) => [`${schemeOf(p)}Mean`],
  random: () => true,
}
