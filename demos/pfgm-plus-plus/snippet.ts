// The method in NumPy, with the values now on screen.
import type { Snippet } from '@/contract'
import { chargesOf } from './charges'
import { dimOf, isDiffusion, isInSpace, type Params, startOf } from './params'
import type { readouts } from './readouts'

const digits = (v: number) => String(Number(v.toPrecision(15)))
const rows = (values: Float64Array, dim: number) =>
  `[${Array.from({ length: values.length / dim }, (_, k) => `[${Array.from(values.slice(k * dim, (k + 1) * dim), digits).join(', ')}]`).join(', ')}]`

const inSpace = (p: Params, step: number): string[] => [
  'import numpy as np',
  '',
  `y = np.array(${rows(chargesOf(p).places, dimOf(p))})  # charges: the data`,
  `D, N, steps, alpha = ${isDiffusion(p) ? 'np.inf' : digits(p.D)}, ${dimOf(p)}, ${p.steps}, ${p.alpha}`,
  '',
  'def slope(x, sigma):  # of a field line: x minus the weighted mean of the charges, over sigma',
  '    square = ((x - y) ** 2).sum(-1)',
  '    if np.isinf(D):',
  '        log = -square / (2 * sigma**2)',
  '    else:',
  '        log = -(N + D) / 2 * np.log(square + sigma**2 * D)',
  '    w = np.exp(log - log.max())',
  '    return (x - w @ y / w.sum()) / sigma',
  '',
  `top, bottom = ${digits(p.sigmaMax)} ** (1 / 7), 0.002 ** (1 / 7)`,
  'sigmas = np.append((top + np.linspace(0, 1, steps) * (bottom - top)) ** 7, 0)',
  `x = np.array(${rows(startOf(p), dimOf(p)).slice(1, -1)})  # the traced particle`,
  ...(p.alpha > 0 ? [`rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`] : []),
  `for k in range(${step}):`,
  '    s, t = sigmas[k], sigmas[k + 1]',
  ...(p.alpha > 0 ? ['    x = x + alpha * s * rng.standard_normal(N)'] : []),
  '    d = slope(x, s)',
  '    ahead = x + (t - s) * d',
  '    x = ahead if t == 0 else x + (t - s) * (d + slope(ahead, t)) / 2',
  'print(*x)',
]

const ofRadii = (p: Params, step: number): string[] => [
  'import numpy as np',
  '',
  `N, D, count = ${p.N}, ${isDiffusion(p) ? 'np.inf' : digits(p.D)}, ${50 * step}`,
  `rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`,
  'square = 2 * rng.standard_gamma(N / 2, count)  # (R / sigma)^2',
  'if not np.isinf(D):',
  '    square = square * D / (2 * rng.standard_gamma(D / 2, count))',
  'print(np.log(square).std() / 2 if count else 0)',
]

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, step) => (isInSpace(p) ? inSpace : ofRadii)(p, step).join('\n'),
  prints: (p, step) =>
    isInSpace(p) ? (p.tab === 'line' ? ['tracedX'] : ['tracedX', 'tracedY']) : step > 0 ? ['drawnSpread'] : [],
  random: (p) => !isInSpace(p) || p.alpha > 0,
}
