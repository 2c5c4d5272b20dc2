# Derivatives by complex steps; variances by quadrature of the integrating factor; the ODE by quantiles that go along it, the SDE by central differences
# and the midpoint rule with whole matrices.
import json
import os
os.environ['OPENBLAS_NUM_THREADS'] = '1'  # matrices are small
import numpy as np

golden = json.load(open('golden.json'))
T, END = 3.0, 0.01


def log_p(mix, t, x):
    w, m, s = (np.array(mix[k]) for k in ('weight', 'mean', 'std'))
    v = np.exp(-2 * t) * s**2 + (1 - np.exp(-2 * t)) / 2
    x = np.asarray(x)[..., None]
    return np.log((w * np.exp(-(x - np.exp(-t) * m) ** 2 / (2 * v)) / np.sqrt(2 * np.pi * v)).sum(-1))


slope = lambda f, x: f(np.asarray(x) + 1e-30j).imag / 1e-30


def local(mix, t, x):
    u = lambda y: log_p(mix, t, y)
    s, e, bend = slope(u, x), 0.3 * np.cos(2 * x), -0.6 * np.sin(2 * x)
    return {'t': t, 'x': x.tolist(), 'logp': u(x).tolist(), 'score': s.tolist(),
            'residual_of_perturbed': (-(x + s) * e - bend / 2 - e**2 / 2).tolist()}


def integral(f, a, b, n=200):
    """Gauss and Legendre, in each of 40 parts."""
    y, w = np.polynomial.legendre.leggauss(n)
    edges = np.linspace(a, b, 41)
    return sum((hi - lo) / 2 * (w * f((hi + lo) / 2 + (hi - lo) / 2 * y)).sum() for lo, hi in zip(edges, edges[1:]))


def linear(v0, c, T, t_end):
    v = lambda t: v0 * np.exp(-2 * t) + (1 - np.exp(-2 * t)) / 2
    b = v0 - 0.5
    inner = lambda t: np.log(np.exp(2 * t) + 2 * b)  # integral of 1/v
    grow = lambda lam, t, s: np.exp((2 - (1 + lam) * c) * (s - t) - (1 + lam) * (inner(s) - inner(t)))  # from s down to t
    var = lambda lam: grow(lam, t_end, T) * v(T) + lam * integral(lambda s: grow(lam, t_end, s), t_end, T)
    a1, rate = 1 / v(1.0) + c, (1 - 2 * v(1.0)) / v(1.0) ** 2
    return {'v0': v0, 'c': c, 'T': T, 't_end': t_end, 'var_true': v(t_end), 'var_ode': var(0), 'var_sde': var(1),
            'w2_gap': abs(np.sqrt(var(0)) - np.sqrt(var(1))), 'residual_coeffs_x2_at_t1': rate / 2 + a1 - a1**2 / 2}


SHARES = (np.arange(1000) + 0.5) / 1000


def quantiles(x, p):
    """Of a density at evenly spaced places, by the trapezium rule."""
    F = np.concatenate([[0], np.cumsum((p[1:] + p[:-1]) / 2)])
    return np.interp(SHARES, F / F[-1], x)


def densities(mix, name, score, start):
    times = np.exp(np.linspace(np.log(T), np.log(END), 201))
    fine = np.linspace(-6, 6, 12001)
    first = np.exp(log_p(start, T, fine))
    ode = quantiles(fine, first)
    f = lambda t, x: -(x + score(t, x) / 2)
    for t, to in zip(times, times[1:]):
        h = to - t
        k1 = f(t, ode)
        k2 = f(t + h / 2, ode + h / 2 * k1)
        k3 = f(t + h / 2, ode + h / 2 * k2)
        ode = ode + h / 6 * (k1 + 2 * k2 + 2 * k3 + f(to, ode + h * k3))
    x = np.linspace(-4, 4, 161)
    q, h = np.exp(log_p(start, T, x)), x[1] - x[0]
    eye = np.eye(len(x))
    mean, step = (eye[1:] + eye[:-1]) / 2, (eye[1:] - eye[:-1]) / h
    for t, to in zip(times, times[1:]):
        v = score((t + to) / 2, (x[1:] + x[:-1]) / 2) + (x[1:] + x[:-1]) / 2
        flux = v[:, None] * mean - 0.5 * step
        M = (np.vstack([np.zeros(len(x)), flux]) - np.vstack([flux, np.zeros(len(x))])) / h
        q = np.linalg.solve(eye - (t - to) / 2 * M, q + (t - to) / 2 * M @ q)
    sde, true = quantiles(x, q), quantiles(fine, np.exp(log_p(mix, END, fine)))
    w2 = lambda a, b: float(np.sqrt(((a - b) ** 2).mean()))
    return {'score_error': name, 'w2_ode_sde': w2(ode, sde), 'w2_ode_true': w2(ode, true), 'w2_sde_true': w2(sde, true)}


def particles(mix, start, times, noise):
    out = {}
    for name, lam in [('ode', 0), ('sde', 1)]:
        x = np.array(start)
        path = [x.tolist()]
        for t, to, z in zip(times, times[1:], noise):
            s = slope(lambda y: log_p(mix, t, y), x) + 0.1 * np.cos(2 * x)
            x = x + (t - to) * (x + (1 + lam) / 2 * s) + np.sqrt(lam * (t - to)) * z
            path.append(x.tolist())
        out[name] = path
    return {'start': start, 'times': times, 'noise': noise.tolist(), **out}


def other(mix, seed, times, start, linears, errors):
    draw = np.random.default_rng(seed)
    exact = lambda t, x: slope(lambda y: log_p(mix, t, y), x)
    moved = lambda by: {**mix, 'mean': [m + by for m in mix['mean']]}
    cases = []
    for name, error in errors:
        if 'shifted' in name:
            away = moved(error)
            cases.append(densities(mix, name, lambda t, x: slope(lambda y: log_p(away, t, y), x), away))
        else:
            cases.append(densities(mix, name, lambda t, x: exact(t, x) + error(x), mix))
    return dict(golden, how='quantiles and central differences', mixture=mix, local=[local(mix, t, draw.uniform(-2, 2, 3)) for t in (0.08, 0.7)],
                linear=[linear(*one) for one in linears], fokker_planck=cases,
                particles=particles(mix, start, times, draw.normal(size=(len(times) - 1, len(start)))))


outputs = ['local.0.logp.1', 'local.1.score.0', 'local.0.residual_of_perturbed.2', 'linear.0.var_ode', 'linear.1.w2_gap',
           'linear.1.residual_coeffs_x2_at_t1', 'fokker_planck.0.w2_ode_sde', 'fokker_planck.1.w2_sde_true', 'particles.ode.3.0',
           'particles.sde.5.1']
print(json.dumps([
    {'file': other({'weight': [0.5, 0.3, 0.2], 'mean': [-1.2, 0.4, 1.6], 'std': [0.35, 0.3, 0.4]}, 5,
                   np.linspace(1.5, 0.1, 8).tolist(), [-0.3, 0.9], [(0.5, 0.2, 2.5, 0.02), (1.2, -0.2, 3.0, 0.01)],
                   [('0.08 cos 3x', lambda x: 0.08 * np.cos(3 * x)), ('-0.1 x', lambda x: -0.1 * x)]), 'outputs': outputs},
    {'file': other({'weight': [0.8, 0.2], 'mean': [0.6, -1.4], 'std': [0.4, 0.3]}, 6,
                   np.geomspace(2.5, 0.05, 12).tolist(), [-1.0, 0.2, 0.7, 1.9], [(0.25, 0.0, 3.0, 0.01), (0.9, 0.6, 1.5, 0.05)],
                   [('0.2 constant', lambda x: 0.2 + 0 * x),
                    ('exact score of data shifted by 0.3, start from its own p_T', 0.3)]), 'outputs': outputs}]))
