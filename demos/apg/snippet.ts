// Algorithm 1 in NumPy, with the values now on screen.
import type { Snippet } from '@/contract'
import { isFinished } from './cloud'
import { classOf, type Params } from './params'
import type { readouts } from './readouts'

const wheel = (p: Params): string[] => [
  `angle, level = np.meshgrid(np.pi / 2 + np.pi / 3 * np.arange(6), [0.4, 0.6, 0.8, 1.0], indexing='ij')`,
  `mu = np.stack([level * np.cos(angle), level * np.sin(angle)], -1).reshape(24, 2)`,
  ...p.moved.map(({ index, at }) => `mu[${index}] = ${at[0]}, ${at[1]}`),
  ...(p.centre.some((v) => v !== 0) ? [`mu = mu + [${p.centre.join(', ')}]`] : []),
  `s, wanted, n = ${p.std}, slice(${4 * classOf(p.hue)}, ${4 * classOf(p.hue) + 4}), ${p.n}`,
]

const pictures = (p: Params): string[] => [
  `i, j = np.mgrid[:8, :8]`,
  `blobs = [np.exp(-((i - a)**2 + (j - b)**2) / (2 * 1.5**2)) for a in (2, 5) for b in (2, 5)]`,
  `hues = [np.cos(t) * np.array([2, -1, -1]) / 6**0.5 + np.sin(t) * np.array([0, 1, -1]) / 2**0.5`,
  `        for t in np.pi / 2 + np.pi / 3 * np.arange(6)]`,
  `mu = np.array([level * np.multiply.outer(b, h).ravel() for h in hues for level in (0.35, 0.6, 0.85) for b in blobs])`,
  `s, wanted, n = 0.1, slice(${12 * classOf(p.hue)}, ${12 * classOf(p.hue) + 12}), 36`,
]

/** What is measured: the next push while there is one, then the samples. */
const measured = (p: Params, step: number): string => {
  if (!isFinished(step, p))
    return `_, _, along, across = push(x, sigma[${step}], m)\nprint(np.linalg.norm(along, axis=1).mean(), np.linalg.norm(across, axis=1).mean())`
  return p.scene === 'wheel'
    ? `print(np.linalg.norm(x - [${p.centre.join(', ')}], axis=1).mean())`
    : `print(*np.bincount(((x[:, None] - mu)**2).sum(-1).argmin(1) // 4 % 3, minlength=3) / n)  # dull, medium, vivid`
}

const code = (p: Params, step: number): string =>
  [
    'import numpy as np',
    '',
    ...(p.scene === 'wheel' ? wheel(p) : pictures(p)),
    `w, eta, r, beta, N = ${p.w}, ${p.eta}, ${p.clip ? p.r : 'np.inf'}, ${p.beta}, ${p.steps}`,
    '',
    'def denoise(x, sigma, mu):  # the mean of the data, given x',
    '    v = s**2 + sigma**2',
    '    log = -((x[:, None] - mu)**2).sum(-1) / (2 * v)',
    '    rho = np.exp(log - log.max(1, keepdims=True))',
    '    return (s**2 * x + sigma**2 * (rho / rho.sum(1, keepdims=True)) @ mu) / v',
    '',
    `sigma = np.append((80**(1/7) + np.arange(N) / (N - 1) * (0.002**(1/7) - 80**(1/7)))**7, 0)`,
    `rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`,
    'x, m = sigma[0] * rng.standard_normal((n, mu.shape[1])), 0',
    '',
    'def push(x, sigma, m):  # prediction, memory, and both parts of the push',
    '    cond = denoise(x, sigma, mu[wanted])',
    '    m = cond - denoise(x, sigma, mu) + beta * m  # kept as it is, not shortened',
    '    short = m * np.minimum(1, r / np.linalg.norm(m, axis=1, keepdims=True))',
    '    u = cond / np.linalg.norm(cond, axis=1, keepdims=True)',
    '    along = (short * u).sum(1, keepdims=True) * u',
    '    return cond, m, along, short - along',
    '',
    `for k in range(${step}):`,
    '    cond, m, along, across = push(x, sigma[k], m)',
    '    x0 = cond + (w - 1) * (across + eta * along)',
    '    x = x0 + sigma[k + 1] / sigma[k] * (x - x0)',
    measured(p, step),
  ].join('\n')

export const snippet: Snippet<Params, keyof typeof readouts & string> = {
  code,
  prints: (p, step) =>
    !isFinished(step, p) ? ['along', 'across'] : p.scene === 'wheel' ? ['meanApg'] : ['dullApg', 'mediumApg', 'vividApg'],
  random: () => true,
}
