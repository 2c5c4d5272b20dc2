# On a line the velocity is what crosses a place, -∂F/∂t over the density; in a plane it is what is expected of both ends and of the noise.
# Scores and rates by complex steps; Schrödinger's bridge by fitting its ends in turn.
import json
from math import erf
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(61)
cdf = np.vectorize(lambda u: (1 + erf(u / 2**0.5)) / 2)


def logistic(u):
    return 1 / (1 + np.exp(-u))


def mix(path, gamma, t):
    """a, b, γ²."""
    steps = lambda t: logistic(10 * t - 4) - logistic(10 * t - 6)
    square = {'brownian': t * (1 - t), 'bsquared': (t * (1 - t)) ** 2, 'sinesquared': np.sin(np.pi * t) ** 4,
              'sigmoid': (steps(t) - steps(0)) ** 2, 'zero': 0 * t}[gamma] * (0 if path.startswith('one-sided') else 1)
    turn = np.pi / 2 * t
    if path in ('linear', 'one-sided'):
        return 1 - t, t, square
    if path in ('trig', 'one-sided-trig'):
        return np.sqrt(1 - square) * np.cos(turn), np.sqrt(1 - square) * np.sin(turn), square
    if path == 'mirror':
        return 0 * t, 1 + 0 * t, square
    weight = np.cos(np.pi * t) ** 2  # encoding-decoding
    return (weight, 0 * t, square) if t.real < 0.5 else (0 * t, weight, square)


def rates(path, gamma, t):
    return [f.imag / 1e-30 for f in mix(path, gamma, t + 1e-30j)]


def pairs(cloud, path, gamma, t):
    """Weight, mean and covariance of each pair of components."""
    a, b, square = mix(path, gamma, t)
    for p, m, C in zip(cloud['p0'], cloud['m0'], cloud['C0']):
        for q, n, D in zip(cloud['p1'], cloud['m1'], cloud['C1']):
            m, C, n, D = map(np.array, (m, C, n, D))
            yield p * q, m, C, n, D, a * m + b * n, a * a * C + b * b * D + square * np.eye(len(m))


def densities(cloud, path, gamma, t, x):
    """Of each pair at each place, [pairs, n]; x may be complex."""
    return np.array([w * np.exp(-np.sum((x - m).T * np.linalg.solve(S, (x - m).T), axis=0) / 2) / np.sqrt(np.linalg.det(2 * np.pi * S))
                     for w, *_, m, S in pairs(cloud, path, gamma, t)])


def score(cloud, path, gamma, t, x):
    units = 1e-30j * np.eye(x.shape[1])
    return np.stack([np.log(densities(cloud, path, gamma, t, x + unit).sum(axis=0)).imag / 1e-30 for unit in units], axis=1)


def below(cloud, path, gamma, t, x):
    return sum(w * cdf((x - m) / np.sqrt(S[0])) for w, *_, m, S in pairs(cloud, path, gamma, t))


def velocity(cloud, path, gamma, t, x):
    rho = densities(cloud, path, gamma, t, x)
    if x.shape[1] == 1:
        h = 1e-3  # differences of eighth order
        slope = sum(w * (below(cloud, path, gamma, t + k * h, x) - below(cloud, path, gamma, t - k * h, x))
                    for k, w in zip((1, 2, 3, 4), (4 / 5, -1 / 5, 4 / 105, -1 / 280))) / h
        return -slope / rho.sum(axis=0)[:, None]
    a, b, square = mix(path, gamma, t)
    da, db, growth = rates(path, gamma, t)
    found = 0
    for share, (_, m, C, n, D, mean, S) in zip(rho / rho.sum(axis=0), pairs(cloud, path, gamma, t)):
        pull = np.linalg.solve(S, (x - mean).T)
        first, last, noise = m + a * (C @ pull).T, n + b * (D @ pull).T, growth / 2 * pull.T  # noise: γ̇z, its part of the mean
        found = found + share[:, None] * (da * first + db * last + noise)
    return found


def field(name, cloud, path, gamma, t):
    """At places where the density is no less than a hundredth: elsewhere differences of F have too few digits."""
    many = 3 * draw.normal(size=(500, len(cloud['m0'][0])))
    x = many[densities(cloud, path, gamma, t, many).sum(axis=0) > 0.01][:3]
    b, s = velocity(cloud, path, gamma, t, x), score(cloud, path, gamma, t, x)
    return {'mixture': name, 'path': path, 'gamma': gamma, 't': t, 'x': x.tolist(), 'b': b.tolist(), 's': s.tolist(),
            'v': (b + rates(path, gamma, t)[2] / 2 * s).tolist(), 'logp': np.log(densities(cloud, path, gamma, t, x).sum(axis=0)).tolist()}


def trajectory(name, cloud, path, gamma, start, steps):
    f, h, x = lambda t, x: velocity(cloud, path, gamma, t, x), 1 / steps, start
    for t in np.arange(steps) / steps:
        k1 = f(t, x)
        k2 = f(t + h / 2, x + h / 2 * k1)
        k3 = f(t + h / 2, x + h / 2 * k2)
        x = x + h / 6 * (k1 + 2 * k2 + 2 * k3 + f(t + h, x + h * k3))
    return {'mixture': name, 'path': path, 'gamma': gamma, 'start': start.tolist(), f'ode_rk4_{steps}': x.tolist()}


def noisy(named, cloud, gamma, eps, start, steps):
    noise, x, path = draw.normal(size=(steps, *start.shape)), start, [start.tolist()]
    for k, xi in enumerate(noise):
        t, dt = k / steps, 1 / steps
        x = x + dt * (velocity(cloud, 'linear', gamma, t, x) + eps * score(cloud, 'linear', gamma, t, x)) + np.sqrt(2 * eps * dt) * xi
        path.append(x.tolist())
    return {**named, 'eps': eps, 'start': start.tolist(), 'noise': noise.tolist(), 'path': path}


def bridge(s0, s1, m0, m1, sigma, t):
    """The pair of ends has precision [[p, -1/σ²], [-1/σ², q]]: p fits the first variance, then q the second, and so on."""
    p = q = 1.0
    for _ in range(10000):
        p = s0**-2 + 1 / (sigma**4 * q)
        q = s1**-2 + 1 / (sigma**4 * p)
    ends = np.linalg.inv([[p, -(sigma**-2)], [-(sigma**-2), q]])
    t = np.array(t)
    along = np.array([1 - t, t])
    return {'s0': s0, 's1': s1, 'm0': m0, 'm1': m1, 'sigma': sigma, 'cross_cov': ends[0, 1], 't': t.tolist(),
            'mean': (m0 + (m1 - m0) * t).tolist(), 'variance': (np.einsum('ik,ij,jk->k', along, ends, along) + sigma**2 * t * (1 - t)).tolist()}


def cloud(p0, p1, dim):
    def components(p):
        roots = draw.normal(size=(len(p), dim, dim)) / 2
        return draw.normal(size=(len(p), dim)) * 1.5, roots @ roots.transpose(0, 2, 1) + np.eye(dim) / 8
    (m0, C0), (m1, C1) = components(p0), components(p1)
    return {'p0': p0, 'm0': m0.tolist(), 'C0': C0.tolist(), 'p1': p1, 'm1': m1.tolist(), 'C1': C1.tolist()}


def other(kinds, runs, steps):
    clouds = {'1d': cloud([0.2, 0.5, 0.3], [0.6, 0.4], 1), '2d': cloud([0.35, 0.65], [0.1, 0.5, 0.4], 2), 'one': cloud([1.0], [1.0], 2)}
    places = lambda name, count: draw.normal(size=(count, 1 if name == '1d' else 2))
    file = dict(golden, mixtures=clouds)
    file['fields'] = [field(name, clouds[name], path, gamma, t) for name, path, gamma, t in kinds]
    file['trajectories'] = [trajectory(name, clouds[name], path, gamma, places(name, 2), n) for (name, path, gamma), n in zip(runs, steps)]
    named = {'mixture': 'one', 'gamma': 'brownian'}
    file['sde'] = [noisy({}, clouds['1d'], 'bsquared', 0.8, places('1d', 3), 14), noisy({}, clouds['2d'], 'bsquared', 1.3, places('2d', 2), 31),
                   noisy(named, clouds['one'], 'brownian', 0.3, places('one', 4), 9)]
    file['sb_gauss'] = [bridge(0.8, 1.3, -0.4, 1.1, 1.4, [0.1, 0.7, 0.9]), bridge(0.3, 0.9, 0.5, -1.0, 0.4, [0.0, 0.35, 0.6, 0.8, 1.0])]
    return file


paths = ['linear', 'trig', 'encoding-decoding', 'one-sided', 'one-sided-trig', 'mirror']
gammas = ['brownian', 'bsquared', 'sinesquared', 'sigmoid', 'zero']
kinds = [(name, path, gamma, t) for name in ('1d', '2d', 'one') for k, path in enumerate(paths) for gamma in gammas for t in (0.16 + 0.05 * k, 0.72)]
runs = [('1d', 'linear', 'brownian'), ('2d', 'trig', 'sigmoid'), ('1d', 'one-sided-trig', 'zero'), ('2d', 'encoding-decoding', 'sinesquared'),
        ('one', 'linear', 'zero')]
outputs = ['fields.3.logp.1', 'fields.7.b.0.0', 'fields.75.v.2.1', 'fields.130.s.1.0', 'trajectories.0.ode_rk4_60.1.0',
           'trajectories.3.ode_rk4_44.0.1', 'sde.0.path.14.2.0', 'sde.1.path.20.0.1', 'sde.2.path.9.3.0', 'sb_gauss.0.cross_cov',
           'sb_gauss.1.variance.2', 'sb_gauss.1.mean.3']
print(json.dumps([{'file': other(kinds, runs, [60, 90, 35, 44, 50]), 'outputs': outputs}]))
