# Other inputs of the same shape: three tilted Gaussians; scores and Hessians by complex steps of log p; paths by classical Runge and Kutta steps in the root
# of the noise level, and the Jacobians by differences of neighbouring paths.
import json
import numpy as np

weight, mean = [0.5, 0.3, 0.2], [[-0.4, 0.5], [1.1, -0.2], [0.1, -1.2]]
cov = [[[0.05, -0.02], [-0.02, 0.03]], [[0.02, 0.0], [0.0, 0.06]], [[0.04, 0.03], [0.03, 0.05]]]


def terms(x, s):
    S = [np.array(c) + s**2 * np.eye(2) for c in cov]
    P = [np.linalg.inv(c) for c in S]
    d = [x - np.array(m) for m in mean]
    w = [a * np.exp(-(v @ p @ v) / 2) / (2 * np.pi * np.sqrt(np.linalg.det(c))) for a, v, p, c in zip(weight, d, P, S)]
    return w, [-p @ v for p, v in zip(P, d)]


def logp(x, s):
    return np.log(sum(terms(x, s)[0]))


def score(x, s):
    w, g = terms(x, s)
    return sum(a * b for a, b in zip(w, g)) / sum(w)


def along(f, x):
    """Derivatives of f by complex steps, the last index the direction."""
    return np.stack([f(np.asarray(x) + 1e-30j * e).imag / 1e-30 for e in np.eye(2)], -1)


def local(s, xs):
    return {'sigma': s, 'x': xs, 'logp': [float(logp(np.array(x), s)) for x in xs], 'score': [along(lambda z: logp(z, s), x).tolist() for x in xs],
            'hessian': [along(lambda z: score(z, s), x).tolist() for x in xs]}


def carry(x, kappa, inverse, high, low, steps=3000):
    J = np.array([[0, -1], [1, 0]])

    def f(u, x):  # u = sqrt(sigma): dx/du = 2 u dx/dsigma
        s = u * u
        g = score(x, s)
        return -2 * u * s * (g + kappa * (1 / s if inverse else 1) * J @ g)
    us = np.linspace(np.sqrt(high), np.sqrt(low), steps + 1)
    for u, v in zip(us[:-1], us[1:]):
        h, m = v - u, (u + v) / 2
        a = f(u, x)
        b = f(m, x + h / 2 * a)
        c = f(m, x + h / 2 * b)
        x = x + h / 6 * (a + 2 * b + 2 * c + f(v, x + h * c))
    return x


def flow(kappa, h, start, high, sigmas):
    out = {'kappa': kappa, 'h': h, 'start': start, 'sigma_start': high, 'sigmas': sigmas, 'x': [], 'singular_values': [], 'logdet': [],
           'logp_start': float(logp(np.array(start), high)), 'logp_exact': []}
    x, Y, from_ = np.array(start), np.eye(2), high
    for s in sigmas:
        go = lambda z: carry(z, kappa, h == 'inverse_sigma', from_, s)
        step = np.stack([along(go, x)[:, k] for k in range(2)], -1)
        x, Y, from_ = go(x), step @ Y, s
        out['x'].append(x.tolist())
        out['singular_values'].append(np.linalg.svd(Y)[1].tolist())
        out['logdet'].append(float(np.log(np.linalg.det(Y))))
        out['logp_exact'].append(float(logp(x, s)))
    return out


def flat(a, b, high, low):
    """From the flow of a Gaussian: x is scaled so that its standard deviation is that of p_sigma."""
    along_, across = np.hypot(a, low) / np.hypot(a, high), np.hypot(b, low) / np.hypot(b, high)
    return {'a': a, 'b': b, 'sigma_start': high, 'sigma_end': low, 'sv_manifold': float(along_), 'sv_normal': float(across)}


file = {
    'tolerance': {'local_abs': 1e-9, 'path_abs': 2e-5, 'sv_rel': 1e-4, 'logp_abs': 1e-4, 'flat_abs': 1e-12},
    'mixture': {'weight': weight, 'mean': mean, 'cov': cov},
    'local': [local(0.2, [[0.3, 0.4], [-1.0, -1.0]]), local(1.3, [[2.0, -0.5]])],
    'flows': [flow(0.0, 'const', [1.0, 1.2], 1.5, [0.6, 0.2]), flow(2.0, 'const', [-1.4, 0.3], 1.5, [0.5, 0.15]),
              flow(1.5, 'inverse_sigma', [0.8, -1.6], 2.5, [0.7, 0.25])],
    'flat_manifold': [flat(0.8, 0.1, 2.5, 0.2), flat(2.0, 0.0, 1.0, 0.07)],
}
outputs = ['local.0.logp.1', 'local.0.score.0.1', 'local.1.hessian.0.0.1', 'flows.0.x.1.0', 'flows.1.singular_values.1.1', 'flows.2.logdet.0',
           'flows.1.logp_start', 'flows.2.logp_exact.1', 'flat_manifold.0.sv_manifold', 'flat_manifold.1.sv_normal']
print(json.dumps([{'file': file, 'outputs': outputs}]))
