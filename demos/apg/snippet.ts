// Algorithm 1 in NumPy, with the values now on screen.
import { classOf, type Params } from './params'

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

export const snippet = (p: Params): string =>
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
    `rng = np.random.default_rng(${p.seed})`,
    'x, m = sigma[0] * rng.standard_normal((n, mu.shape[1])), 0',
    'for k in range(N):',
    '    cond, uncond = denoise(x, sigma[k], mu[wanted]), denoise(x, sigma[k], mu)',
    '    m = cond - uncond + beta * m  # kept as it is, not shortened',
    '    push = m * np.minimum(1, r / np.linalg.norm(m, axis=1, keepdims=True))',
    '    u = cond / np.linalg.norm(cond, axis=1, keepdims=True)',
    '    along = (push * u).sum(1, keepdims=True) * u',
    '    x0 = cond + (w - 1) * (push - along + eta * along)',
    '    x = x0 + sigma[k + 1] / sigma[k] * (x - x0)',
    p.scene === 'wheel'
      ? `print(np.linalg.norm(x - [${p.centre.join(', ')}], axis=1).mean())`
      : `print(np.bincount(((x[:, None] - mu)**2).sum(-1).argmin(1) // 4 % 3, minlength=3) / n)  # dull, medium, vivid`,
  ].join('\n')
