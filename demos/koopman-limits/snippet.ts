// The method in a dozen lines of NumPy, with the values now on screen.
import { adversaryOf, type Params } from './params'

const residuals = [
  'def resdmd(PX, PY, z):',
  '    Q, R = np.linalg.qr(PX)',
  '    C = PY @ np.linalg.inv(R)',
  '    lam, V = np.linalg.eig(Q.conj().T @ C)',
  '    res = np.linalg.norm(C @ V - Q @ V * lam, axis=0)',
  '    tau = np.linalg.svd(C - z * Q, compute_uv=False)[-1]',
  '    return lam, res, tau',
]

function duffing(p: Params): string[] {
  const starts = Math.max(1, Math.round(p.M / 5))
  return [
    'import numpy as np',
    'from scipy.cluster.vq import kmeans2',
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
    `S = [np.random.default_rng(${p.seed}).uniform(-2, 2, (2, ${starts}))]`,
    'for _ in range(5): S.append(flow(S[-1]))',
    'X, Y = np.hstack(S[:-1]).T, np.hstack(S[1:]).T',
    `c = kmeans2(X, ${p.N}, seed=0)[0]`,
    'd = np.linalg.norm(X - X.mean(0), axis=1).mean()',
    'psi = lambda x: np.exp(-2 * np.linalg.norm(x[:, None] - c, axis=2) / d)',
    `lam, res, tau = resdmd(psi(X), psi(Y), complex(${p.z.join(', ')}))`,
    `print((res < ${p.epsilon}).sum(), "of", len(lam), "proven;  tau(z) =", tau)`,
  ]
}

function onWaves(p: Params): string[] {
  const map = p.system === 'cat' ? 'X @ [[2, 1], [1, 1]]' : `X + [${p.alpha}, ${p.beta}]`
  return [
    'import numpy as np',
    '',
    ...residuals,
    '',
    `N = ${Math.min(p.box, 8)}`,
    'k = np.stack(np.meshgrid(*2 * [np.arange(-N, N + 1)]), -1).reshape(-1, 2)',
    'n = 8 * N  # a grid on which all averages are exact',
    'X = np.stack(np.meshgrid(*2 * [np.arange(n) / n]), -1).reshape(-1, 2)',
    `Y = ${map}`,
    'psi = lambda x: np.exp(2j * np.pi * x @ k.T)',
    `lam, res, tau = resdmd(psi(X), psi(Y), complex(${p.z.join(', ')}))`,
    `print((res < ${p.epsilon}).sum(), "of", len(lam), "proven;  tau(z) =", tau)`,
  ]
}

const onTorus = (p: Params): string[] => [
  'import numpy as np',
  'from scipy.special import j0',
  '',
  `alpha, beta, q, a, T = ${p.alpha}, ${p.beta}, ${adversaryOf(p).q}, ${p.a}, ${p.T}`,
  'h = lambda x: a * np.cos(2 * np.pi * q * x)',
  'x0 = (np.arange(48) + 0.5) / (48 * q)',
  'y = 0',
  'for n in range(T):',
  '    x = x0 + n * alpha',
  '    y = y + beta + h(x + alpha) - h(x)',
  'print(abs(np.exp(2j * np.pi * y).mean()), abs(j0(4 * np.pi * a * np.sin(np.pi * T * q * alpha))))',
]

export const snippet = (p: Params): string =>
  (p.system === 'duffing' ? duffing(p) : p.system === 'torus' ? onTorus(p) : onWaves(p)).join('\n')
