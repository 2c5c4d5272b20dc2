// The method in a dozen lines of NumPy, with the current values.
import type { Snippet } from '@/contract'
import { adversaryOf, iterates, type Params, pairsAt } from './params'
import type { readouts } from './readouts'

const residuals = [
  'def resdmd(PX, PY, z):',
  '    Q, R = np.linalg.qr(PX)',
  '    C = PY @ np.linalg.inv(R)',
  '    lam, V = np.linalg.eig(Q.conj().T @ C)',
  '    res = np.linalg.norm(C @ V - Q @ V * lam, axis=0)',
  '    tau = np.linalg.svd(C - z * Q, compute_uv=False)[-1]',
  '    return lam, res, tau',
]

const asked = (p: Params): string[] => [
  `lam, res, tau = resdmd(psi(X), psi(Y), complex(${p.z.join(', ')}))`,
  `print(tau, (res < ${p.epsilon}).sum(), len(lam))  # tau(z), eigenvalues with a residual below epsilon, all of them`,
]

function duffing(p: Params, step: number): string[] {
  const pairs = pairsAt(step, p.M)
  return [
    'import numpy as np',
    '',
    'def flow(s, steps=12):',
    `    h = ${p.dt} / steps`,
    `    f = lambda s: np.stack([s[1], s[0] - s[0]**3 - ${p.gamma} * s[1]])`,
    '    for _ in range(steps):',
    '        a = f(s); b = f(s + h/2*a); c = f(s + h/2*b); d = f(s + h*c)',
    '        s = s + h/6 * (a + 2*b + 2*c + d)',
    '    return s',
    '',
    ...residuals,
    '',
    `rng = np.random.default_rng(${p.seed})  # other random numbers than on the page: other pairs, other places of the functions`,
    `S = [rng.uniform(-2, 2, (2, ${Math.ceil(pairs / 5)}))]`,
    'for _ in range(5): S.append(flow(S[-1]))',
    `X, Y = np.hstack(S[:-1]).T[:${pairs}], np.hstack(S[1:]).T[:${pairs}]`,
    `c = X[rng.choice(len(X), ${p.N}, replace=False)]`,
    'for _ in range(20):  # k-means',
    '    near = ((X[:, None] - c)**2).sum(-1).argmin(1)',
    '    c = np.array([X[near == j].mean(0) if (near == j).any() else c[j] for j in range(len(c))])',
    'd = np.linalg.norm(X - X.mean(0), axis=1).mean()',
    'psi = lambda x: np.exp(-2 * np.linalg.norm(x[:, None] - c, axis=2) / d)',
    ...asked(p),
  ]
}

const LARGEST = 8 // 289 functions; a box of 32 has 4225
const boxAt = (step: number) => Math.min(step + 1, LARGEST)

function onWaves(p: Params, step: number): string[] {
  const map = p.system === 'cat' ? 'X @ [[2, 1], [1, 1]]' : `X + [${p.alpha}, ${p.beta}]`
  return [
    'import numpy as np',
    '',
    ...residuals,
    '',
    `N = ${boxAt(step)}${step + 1 > LARGEST ? `  # ${step + 1} on the page` : ''}`,
    'k = np.stack(np.meshgrid(*2 * [np.arange(-N, N + 1)]), -1).reshape(-1, 2)',
    ...(p.system === 'cat' ? ['k = k[k.any(1)]  # without the constant, whose eigenvalue 1 is true'] : []),
    'n = 8 * N  # a grid on which all averages are exact',
    'X = np.stack(np.meshgrid(*2 * [np.arange(n) / n]), -1).reshape(-1, 2)',
    `Y = ${map}`,
    'psi = lambda x: np.exp(2j * np.pi * x @ k.T)',
    ...asked(p),
  ]
}

const onTorus = (p: Params, step: number): string[] => [
  'import numpy as np',
  '',
  `alpha, beta, q, a, N = ${p.alpha}, ${p.beta}, ${adversaryOf(p).q}, ${p.a}, ${iterates(step, p)}`,
  'h = lambda x: a * np.cos(2 * np.pi * q * x)',
  'x0 = (np.arange(48) + 0.5) / (48 * q)',
  'y = 0',
  'for n in range(N):',
  '    x = x0 + n * alpha',
  '    y = y + beta + h(x + alpha) - h(x)',
  'print(abs(np.exp(2j * np.pi * y).mean()))  # overlap with the start',
]

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, step) => (p.system === 'duffing' ? duffing : p.system === 'torus' ? onTorus : onWaves)(p, step).join('\n'),
  // what is learned about Duffing's oscillator is not a readout: model.test.ts compares it
  prints: (p, step) => (p.system === 'duffing' ? [] : p.system === 'torus' ? ['overlap'] : step + 1 > LARGEST ? [] : ['tau']),
  random: (p) => p.system === 'duffing',
}
