// The method in NumPy, with the current values.
import type { Snippet } from '@/contract'
import { laneOf, OFF, type Params, SIZE, TRICKS } from './params'
import { HEAVY, LIGHT } from './problem'
import type { readouts } from './readouts'

const EXCESSES = { none: 'noneExcess', reset: 'resetExcess', refactor: 'refactorExcess', both: 'bothExcess' } as const

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code(p, step) {
    const tricks = TRICKS[laneOf(p)]
    const isOn = p.period !== OFF && (tricks.refactor || tricks.reset)
    return [
      'import numpy as np',
      '',
      `rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`,
      `n, r, eta, beta1, beta2 = ${SIZE}, ${p.r}, ${p.eta}, ${p.beta1}, 0.999`,
      `sigma = np.array([${p.spectrum.join(', ')}])`,
      'U, V = (np.linalg.qr(rng.standard_normal((n, n)))[0] for _ in range(2))',
      'W = U * sigma @ V.T  # to be learned',
      `B = ${HEAVY * p.c} * rng.standard_normal((n, r))`,
      `A = ${LIGHT / p.c} * rng.standard_normal((r, n))`,
      '',
      'def forget():',
      '    return 0, [0 * B, 0 * A], [0 * B, 0 * A]',
      't, mean, square = forget()',
      `since, R = np.inf, ${p.recovery}  # steps since the last reset, and until the rate is whole again`,
      '',
      `for k in range(1, ${step} + 1):`,
      `    G = B @ A - W${p.noise > 0 ? ` + ${p.noise} * rng.standard_normal((n, n))` : ''}`,
      '    t, since, new = t + 1, since + 1, []',
      '    rate = eta * min(1, since / R) if R > 0 else eta',
      '    for i, (X, g) in enumerate([(B, G @ A.T), (A, B.T @ G)]):',
      '        mean[i] = beta1 * mean[i] + (1 - beta1) * g',
      '        square[i] = beta2 * square[i] + (1 - beta2) * g**2',
      '        new.append(X - rate * (mean[i] / (1 - beta1**t)) / (np.sqrt(square[i] / (1 - beta2**t)) + 1e-8))',
      '    B, A = new',
      ...(isOn ? [`    if k % ${p.period} == 0:`] : []),
      ...(isOn && tricks.refactor
        ? [
            '        u, s, v = np.linalg.svd(B @ A)',
            '        signs = np.sign(u[abs(u).argmax(0), range(n)])',
            '        B, A = (u * signs * s**0.5)[:, :r], ((signs * s**0.5)[:, None] * v)[:r]',
          ]
        : []),
      ...(isOn && tricks.reset ? ['        t, mean, square = forget()', '        since = 0'] : []),
      'least = (np.sort(sigma)[: n - r]**2).sum() / 2',
      'print(((B @ A - W)**2).sum() / 2 - least)',
    ].join('\n')
  },
  prints: (p) => [EXCESSES[laneOf(p)]],
  random: () => true,
}
