# Jacobians by complex steps; loops by Gauss and Legendre in eight arcs, areas in polar coordinates, by Legendre both ways;
# the score by complex steps of log p; the gradient flow by Runge and Kutta on moments and particle; the split of a linear field by least squares.
import json
import os
os.environ['OPENBLAS_NUM_THREADS'] = '1'  # matrices are small
import numpy as np

golden = json.load(open('golden.json'))
J = np.array([[0, -1], [1, 0]])


def net(layers, x):
    for k, one in enumerate(layers):
        x = x @ np.array(one['W']).T + np.array(one['b'])
        if k + 1 < len(layers):
            x = np.tanh(x)
    return x


def jacobian(f, x):
    x = np.asarray(x, complex)
    return np.stack([f(x + 1e-30j * e).imag / 1e-30 for e in np.eye(2)], -1)


def curl(f, x):
    j = jacobian(f, x)
    return j[..., 1, 0] - j[..., 0, 1]


def log_p(mix, sigma, x):
    total = 0
    for w, m, c in zip(mix['weight'], mix['mean'], mix['cov']):
        s = np.array(c) + sigma**2 * np.eye(2)
        d = x - np.array(m)
        total = total + w * np.exp(-np.einsum('...i,ij,...j', d, np.linalg.inv(s), d) / 2) / (2 * np.pi * np.sqrt(np.linalg.det(s)))
    return np.log(total)


def score(mix, sigma, x):
    x = np.asarray(x, complex)
    return np.stack([log_p(mix, sigma, x + 1e-30j * e).imag / 1e-30 for e in np.eye(2)], -1)


def legendre(a, b, parts, n=40):
    y, w = np.polynomial.legendre.leggauss(n)
    edges = np.linspace(a, b, parts + 1)
    half = np.diff(edges)[:, None] / 2
    return (edges[:-1, None] + half + half * y).ravel(), (half * w).ravel()


def round_loop(f, center, radius):
    """Work counter-clockwise, and flux outwards."""
    angle, w = legendre(0, 2 * np.pi, 8)
    out = np.stack([np.cos(angle), np.sin(angle)], -1)
    v = f(np.array(center) + radius * out)
    return float((w * radius * np.einsum('ki,ki->k', v, out @ J.T)).sum()), float((w * radius * np.einsum('ki,ki->k', v, out)).sum())


def inside(g, center, radius):
    angle, wa = legendre(0, 2 * np.pi, 8)
    r, wr = legendre(0, radius, 2)
    x = np.array(center) + r[:, None, None] * np.stack([np.cos(angle), np.sin(angle)], -1)
    return float((wr[:, None] * r[:, None] * wa * g(x)).sum())


def flow(m0, v0, t, x0, steps=4000):
    y, h = np.array([m0, v0, x0], float), t / steps
    f = lambda y: np.array([-y[0], 2 - 2 * y[1], -y[2] + (y[2] - y[0]) / y[1]])
    for _ in range(steps if t > 0 else 0):
        k1 = f(y)
        k2 = f(y + h / 2 * k1)
        k3 = f(y + h / 2 * k2)
        y = y + h / 6 * (k1 + 2 * k2 + 2 * k3 + f(y + h * k3))
    m, v, x = map(float, y)
    u2 = (v - 1)**2 / v + m**2
    return {'m0': m0, 'v0': v0, 't': t, 'mean': m, 'var': v, 'KL': (v + m * m - 1 - np.log(v)) / 2, 'dKL_dt': -u2,
            'particle_x0': x0, 'particle_x': x}


def split(sigma, a):
    """The symmetric matrix nearest to A under N(0, Sigma): tr (A - G) Sigma (A - G)ᵀ is least."""
    S, A = np.array(sigma), np.array(a)
    root = np.linalg.cholesky(S)
    basis = [np.array(b, float) for b in ([[1, 0], [0, 0]], [[0, 1], [1, 0]], [[0, 0], [0, 1]])]
    c = np.linalg.lstsq(np.stack([(b @ root).ravel() for b in basis], 1), (A @ root).ravel(), rcond=None)[0]
    G = sum(k * b for k, b in zip(c, basis))
    R, size = A - G, lambda M: float(np.trace(M @ S @ M.T))
    return {'Sigma': sigma, 'A': a, 'q': float(np.linalg.solve(S, R)[1, 0]), 'R': R.tolist(), 'grad_matrix': G.tolist(),
            'E_norm2_total': size(A), 'E_norm2_grad': size(G), 'E_norm2_gauge': size(R)}


def other(seed, widths, mix, circles, noises, flows, linears):
    draw = np.random.default_rng(seed)
    layers = [{'W': draw.normal(size=(o, i)).round(3).tolist(), 'b': (0.5 * draw.normal(size=o)).round(3).tolist()}
              for i, o in zip(widths, widths[1:])]
    f = lambda x: net(layers, x)
    x = draw.normal(size=(4, 2)).round(2)
    loops = [{'center': c, 'radius': r, 'n': n, 'circulation': round_loop(f, c, r)[0],
              'curl_area_integral': inside(lambda p: curl(f, p), c, r)} for c, r, n in circles]
    turns = []
    for s in noises:
        for c, r, n in circles:
            exact, flux = round_loop(lambda p: score(mix, s, p), c, r)
            turns.append({'sigma': s, 'center': c, 'radius': r, 'n': n, 'circulation_exact_score': exact,
                          'circulation_of_J_score': round_loop(lambda p: score(mix, s, p) @ J.T, c, r)[0], 'flux_of_score': flux})
    return dict(golden, how='complex steps, Legendre, Runge and Kutta, least squares', mixture=mix, loops=loops, mixture_loops=turns,
                mlp={'layers': layers, 'x': x.tolist(), 'y': f(x).tolist(), 'jacobian': jacobian(f, x).tolist(),
                     'curl': curl(f, x).tolist()},
                wgf=[flow(*one) for one in flows], linear_hodge=[split(*one) for one in linears])


outputs = ['mlp.y.1.0', 'mlp.jacobian.2.0.1', 'mlp.curl.3', 'loops.0.circulation', 'loops.1.curl_area_integral',
           'mixture_loops.0.circulation_of_J_score', 'mixture_loops.1.flux_of_score', 'wgf.0.mean', 'wgf.1.KL', 'wgf.1.particle_x',
           'linear_hodge.0.q', 'linear_hodge.1.E_norm2_grad', 'linear_hodge.1.R.0.1']
print(json.dumps([
    {'file': other(11, [2, 5, 4, 2], {'weight': [0.4, 0.6], 'mean': [[0.5, -0.4], [-0.7, 0.3]],
                                      'cov': [[[0.2, 0.05], [0.05, 0.12]], [[0.3, -0.1], [-0.1, 0.25]]]},
                   [([0.2, 0.1], 0.8, 300), ([-0.4, 0.6], 0.5, 500)], [0.3], [(1.5, 0.4, 0.5, 1.1), (-0.6, 1.3, 1.2, 0.2)],
                   [([[0.8, -0.2], [-0.2, 1.1]], [[0.5, -0.7], [0.2, 0.4]]), ([[2.0, 0.5], [0.5, 0.6]], [[-0.3, 0.8], [0.9, 0.1]])]),
     'outputs': outputs},
    {'file': other(12, [2, 8, 2], {'weight': [0.2, 0.3, 0.5], 'mean': [[1.1, 0.3], [-0.9, -0.8], [0.1, 0.9]],
                                   'cov': [[[0.3, 0.0], [0.0, 0.1]], [[0.15, 0.04], [0.04, 0.2]], [[0.2, -0.06], [-0.06, 0.3]]]},
                   [([0.0, -0.3], 1.1, 360), ([0.7, 0.2], 0.6, 420)], [0.25, 1.1], [(0.8, 0.7, 0.9, -0.5), (0.3, 2.2, 0.4, 1.9), (-1.2, 0.3, 2.0, -1.0)],
                   [([[0.5, 0.1], [0.1, 0.9]], [[1.2, 0.3], [-0.8, 0.6]]), ([[1.5, 0.0], [0.0, 1.5]], [[0.2, 0.9], [-0.4, -0.7]])]),
     'outputs': outputs}]))
