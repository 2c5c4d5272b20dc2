# Three bumps. Scores by complex steps of log p; x0 and its variance by quadrature of Bayes' rule; flow maps by Runge and Kutta along the velocity, in both
# directions; reverse kernels by quadrature of the product of two densities, KL on the same grid.
import json
import os
os.environ['OPENBLAS_NUM_THREADS'] = '1'
import numpy as np

golden = json.load(open('golden.json'))
W, M, S = np.array([0.2, 0.5, 0.3]), np.array([-1.6, 0.3, 2.2]), np.array([0.35, 0.6, 0.2])
H = np.pi / 2
LEVELS = {
    'vp-cos': lambda t: (np.cos(H * t), np.sin(H * t), -H * np.sin(H * t), H * np.cos(H * t)),
    'linear': lambda t: (1 - t, t, -1.0, 1.0),
    've': lambda t: (1.0, t, 0.0, 1.0),
}
NODES, WEIGHTS = np.polynomial.legendre.leggauss(400)


def density(x, mean, std):
    return np.exp(-((x - mean) ** 2) / (2 * std**2)) / (np.sqrt(2 * np.pi) * std)


def log_p(x, a, s):
    with np.errstate(divide='ignore'):
        return np.log(sum(w * density(x, a * m, np.sqrt((a * d) ** 2 + s**2)) for w, m, d in zip(W, M, S)))


def posterior(x, a, s):
    """Mean and variance of x0 given x: data times likelihood, around each bump in its own piece."""
    total, first, second = 0, 0, 0
    for w, m, d in zip(W, M, S):
        var = 1 / (1 / d**2 + a**2 / s**2)
        centre = var * (m / d**2 + a * x / s**2)
        y = centre + 12 * np.sqrt(var) * NODES
        f = 12 * np.sqrt(var) * WEIGHTS * w * density(y, m, d) * density(x, a * y, s)
        total, first, second = total + f.sum(), first + (f * y).sum(), second + (f * y**2).sum()
    return first / total, second / total - (first / total) ** 2


def cdf(x, a, s):
    low = -40.0
    edges = np.linspace(low, x, 161)
    out = 0
    for lo, hi in zip(edges, edges[1:]):
        y = (lo + hi) / 2 + (hi - lo) / 2 * NODES
        out += (hi - lo) / 2 * (WEIGHTS * np.exp(log_p(y, a, s))).sum()
    return out


def stats(name, t, xs):
    a, s, da, ds = LEVELS[name](t)
    rows = []
    for x in xs:
        score = log_p(x + 1e-30j, a, s).imag / 1e-30
        mean, var = posterior(x, a, s)
        eps = -s * score
        rows.append((log_p(x, a, s), score, eps, mean, da * mean + ds * eps, var, cdf(x, a, s)))
    columns = dict(zip(('logp', 'score', 'eps', 'x0', 'v', 'var_x0', 'cdf'), ([float(v) for v in c] for c in zip(*rows))))
    return {'schedule': name, 't': t, 'alpha': float(a), 'sigma': float(s), 'alpha_dot': float(da), 'sigma_dot': float(ds), 'x': xs, **columns}


def velocity(name, t, x):
    a, s, da, ds = LEVELS[name](t)
    v = (a * S) ** 2 + s**2
    d = x[:, None] - a * M
    r = W * np.exp(-(d**2) / (2 * v)) / np.sqrt(v)
    score = -(r * d / v).sum(1) / r.sum(1)
    f = da / a
    return f * x - (2 * s * ds - 2 * f * s**2) / 2 * score


def flow(name, t, s, xs, n=6000):
    """Runge and Kutta's classical rule, so many steps that its error is below 1e-11."""
    x, h = np.array(xs, float), (s - t) / n
    for k in range(n):
        u = t + k * h
        a = velocity(name, u, x)
        b = velocity(name, u + h / 2, x + h / 2 * a)
        c = velocity(name, u + h / 2, x + h / 2 * b)
        x = x + h / 6 * (a + 2 * b + 2 * c + velocity(name, u + h, x + h * c))
    return [float(v) for v in x]


def runs(name, start, end, xs, n):
    """Samplers in the variable x/sigma or x, as textbooks have them."""
    T = np.linspace(start, end, n + 1)
    guess = lambda x, t: np.array([posterior(float(v), *LEVELS[name](t)[:2])[0] for v in x])

    def slope(x, t):
        a, s, da, ds = LEVELS[name](t)
        x0 = guess(x, t)
        return da * x0 + ds * (x - a * x0) / s

    ends = {}
    x = np.array(xs, float)
    for t, u in zip(T, T[1:]):
        (a, s, *_), (b, q, *_) = LEVELS[name](t), LEVELS[name](u)
        x = q * (x / s + (b / q - a / s) * guess(x, t))
    ends['ddim'] = x
    x = np.array(xs, float)
    for t, u in zip(T, T[1:]):
        x = x + (u - t) * slope(x, t)
    ends['euler'] = x
    x = np.array(xs, float)
    for t, u in zip(T, T[1:]):
        v = slope(x, t)
        x = x + (u - t) / 2 * (v + slope(x + (u - t) * v, u))
    ends['heun'] = x
    x, old = np.array(xs, float), None
    for k, (t, u) in enumerate(zip(T, T[1:])):
        (a, s, *_), (b, q, *_) = LEVELS[name](t), LEVELS[name](u)
        x0, h = guess(x, t), np.log(b / q) - np.log(a / s)
        if old is None:
            used = x0
        else:
            z, r, *_ = LEVELS[name](T[k - 1])
            used = x0 + h / (2 * (np.log(a / s) - np.log(z / r))) * (x0 - old)
        x, old = q / s * x - b * np.expm1(-h) * used, x0
    ends['dpmpp2m'] = x
    return {'n': n, **{key: [float(v) for v in value] for key, value in ends.items()}}


def kernel(name, t, s, x):
    (a, p, *_), (b, q, *_) = LEVELS[name](t), LEVELS[name](s)
    shrink = a / b
    spread = p**2 - shrink**2 * q**2
    parts = []
    for w, m, d in zip(W, M, S):
        u = np.sqrt((b * d) ** 2 + q**2)
        var = 1 / (1 / u**2 + shrink**2 / spread)
        centre = var * (b * m / u**2 + shrink * x / spread)
        y = centre + 12 * np.sqrt(var) * NODES
        f = 12 * np.sqrt(var) * WEIGHTS * w * density(y, b * m, u) * density(x, shrink * y, np.sqrt(spread))
        mean = (f * y).sum() / f.sum()
        parts.append((f.sum(), mean, np.sqrt((f * (y - mean) ** 2).sum() / f.sum())))
    weights, means, stds = (np.array(c) for c in zip(*parts))
    weights = weights / weights.sum()
    mean = (weights * means).sum()
    var = (weights * (stds**2 + (means - mean) ** 2)).sum()
    x0 = posterior(x, a, p)[0]
    ddpm_mean = shrink * q**2 / p**2 * x + b * spread / p**2 * x0
    ddpm_var = spread * q**2 / p**2
    grid = np.linspace((means - 12 * stds).min(), (means + 12 * stds).max(), 20001)
    law = sum(w * density(grid, m, d) for w, m, d in zip(weights, means, stds))
    with np.errstate(divide='ignore', invalid='ignore'):
        f = np.where(law > 0, law * (np.log(law) + (grid - ddpm_mean) ** 2 / (2 * ddpm_var) + np.log(2 * np.pi * ddpm_var) / 2), 0)
    kl = f.sum() * (grid[1] - grid[0])
    out = {'schedule': name, 't': t, 's': s, 'x': x, 'weights': weights, 'means': means, 'stds': stds, 'mean': mean, 'var': var,
           'ddpm_mean': ddpm_mean, 'ddpm_var': ddpm_var, 'kl_exact_to_ddpm': kl}
    return {k: v if isinstance(v, str) else v.tolist() if isinstance(v, np.ndarray) else float(v) for k, v in out.items()}


XS = [-2.5, -0.7, 0.1, 0.9, 2.4]
file = {
    **golden,
    'mixture': {'weight': W.tolist(), 'mean': M.tolist(), 'std': S.tolist()},
    'stats': [stats(name, t, XS) for name, t in (('vp-cos', 0.1), ('vp-cos', 0.55), ('linear', 0.25), ('linear', 0.9), ('ve', 0.7), ('ve', 6.0))],
    'flow_maps': [{'schedule': name, 't': t, 's': s, 'x': XS, 'psi': flow(name, t, s, XS)}
                  for name, t, s in (('vp-cos', 0.8, 0.1), ('linear', 0.7, 0.15), ('linear', 0.3, 0.6), ('ve', 3.0, 0.3))],
    'convergence': {'schedule': 'linear', 't_start': 0.9, 't_end': 0.1, 'x': XS, 'exact': flow('linear', 0.9, 0.1, XS),
                    'runs': [runs('linear', 0.9, 0.1, XS, n) for n in (4, 9)]},
    'reverse_kernels': [kernel(name, t, s, x) for name, t, s, x in (('vp-cos', 0.7, 0.3, -0.5), ('linear', 0.6, 0.5, 0.8), ('ve', 2.0, 0.5, 0.4))],
}
outputs = [f'stats.1.{name}.2' for name in ('logp', 'score', 'eps', 'x0', 'v', 'var_x0', 'cdf')]
outputs += ['stats.3.alpha', 'stats.3.sigma_dot', 'flow_maps.0.psi.1', 'flow_maps.3.psi.4', 'convergence.exact.0']
outputs += [f'convergence.runs.1.{name}.3' for name in ('ddim', 'euler', 'heun', 'dpmpp2m')]
outputs += [f'reverse_kernels.0.{name}' for name in ('weights.0', 'means.1', 'stds.2', 'mean', 'var', 'ddpm_mean', 'ddpm_var', 'kl_exact_to_ddpm')]
print(json.dumps([{'file': file, 'outputs': outputs}]))
