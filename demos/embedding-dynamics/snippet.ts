// The method in NumPy, with the values now on screen.
import type { Snippet } from '@/contract'
import { dimensionOf, IMAGES, type Params } from './params'
import type { readouts } from './readouts'

const walk = (p: Params, step: number): string[] => [
  `d, n, a = ${dimensionOf(p)}, ${p.walkers}, ${p.a}`,
  'c, kept = np.eye(d)[0], []  # the anchor, and what is kept of it',
  `for kappa in ${p.weak}, ${p.strong}:`,
  '    z = np.tile(c, (n, 1))',
  `    for step in range(${step}):`,
  '        z = unit(z + kappa * across(c, z) - a * across(unit(rng.normal(size=(n, d))), z))',
  '    kept.append((z @ c).mean())',
  'print(*kept)',
]

const losses = (p: Params): string[] => [
  `N, V, d = ${IMAGES}, ${p.views}, ${dimensionOf(p)}`,
  `lc, lb, ls, m, eta = ${p.centroid}, ${p.brownian}, ${p.singular}, ${p.momentum}, ${p.rate}`,
  '',
  'def gradient(u, slow, ls):  # of the weighted losses with respect to u, [N, V, d]',
  '    z, c, kick = unit(u), unit(unit(slow).mean(1)), unit(rng.normal(size=(N, d)))',
  '    mean = z.mean(1)',
  '    U, S, W = np.linalg.svd(unit(mean), full_matrices=False)',
  '    g = -2 * lc * c / N - 2 * ls / np.sqrt(N * d) * U @ W',
  '    g = across(g, unit(mean)) / np.linalg.norm(mean, axis=-1, keepdims=True) / V',
  '    g = g[:, None] + lb * kick[:, None] / (N * V)',
  '    return across(g, z) / np.linalg.norm(u, axis=-1, keepdims=True)',
  '',
  'def judge(z):  # effective rank and mean cosine of N unit vectors',
  '    share = np.linalg.svd(z)[1] ** 2 / N',
  '    print(np.exp(-(share * np.log(share)).sum()), (np.sum(z.sum(0) ** 2) - N) / (N * (N - 1)))',
  '',
  'kinds = 1.5 * rng.normal(size=(6, 4))',
  'images = kinds[np.arange(N) % 6] + 0.35 * rng.normal(size=(N, 4))',
  'def layer(i, o):',
  '    return rng.uniform(-1, 1, (i + 1, o)) / np.sqrt(i)  # the last row is the bias',
  'def views():',
  `    return images[:, None] + ${p.jitter} * rng.normal(size=(N, V, 4))`,
  'def hidden(A, x):',
  '    return np.tanh(x @ A[:-1] + A[-1])',
  'def embed(w, x):',
  '    return hidden(w[0], x) @ w[1][:-1] + w[1][-1]',
  'w = [layer(4, 32), layer(32, d)]',
  '',
]

const network = (p: Params, step: number): string[] => [
  ...losses(p),
  'slow, speed = [x.copy() for x in w], [0 * x for x in w]',
  `for step in range(${step}):`,
  '    x, y = views(), views()',
  `    g = gradient(embed(w, x), embed(slow, y), ${p.from > 0 ? `ls if step >= ${p.from} else 0` : 'ls'})`,
  '    h = hidden(w[0], x)',
  '    back = (g @ w[1][:-1].T) * (1 - h**2)',
  '    grads = [np.r_[np.einsum("ivj,ivk->jk", a, b), b.sum((0, 1))[None]] for a, b in ((x, back), (h, g))]',
  '    for k in range(2):',
  '        speed[k] = 0.9 * speed[k] + grads[k]',
  '        w[k] = w[k] - eta * speed[k]',
  '        slow[k] = m * slow[k] + (1 - m) * w[k]',
  'judge(unit(embed(w, images)))',
]

const free = (p: Params, step: number): string[] => [
  ...losses(p),
  ...(p.thrown.length > 0 ? ['# without the images that were thrown'] : []),
  'u = unit(embed(w, views()))',
  'slow = unit(embed(w, views()))',
  `for step in range(${step}):`,
  '    u = u - eta * N * V * gradient(u, slow, ls)',
  '    slow = m * slow + (1 - m) * u',
  'judge(unit(unit(u).mean(1)))',
]

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, step) =>
    [
      'import numpy as np',
      '',
      `rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`,
      'def unit(x):',
      '    return x / np.linalg.norm(x, axis=-1, keepdims=True)',
      'def across(g, z):  # the part of g across the unit vectors z',
      '    return g - (g * z).sum(-1, keepdims=True) * z',
      '',
      ...{ network, free, kicks: walk }[p.tab](p, step),
    ].join('\n'),
  prints: (p) => (p.tab === 'kicks' ? ['keptWeak', 'keptStrong'] : p.thrown.length > 0 ? [] : ['rank', 'cosine']),
  random: () => true,
}
