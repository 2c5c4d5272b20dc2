# Multistep rules as matrices on (x, v, history): their weights from moment conditions, stability from eigenvalues, noise by Bayes' rule.
import json
from math import factorial
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(27)


def weights(rule, r):
    """Of the r newest slopes (GHVB: velocities, over β): exact for polynomials of degree r - 1."""
    keep = 1 - rule['beta'] if rule['family'] == 'GHVB' else 0
    whole = [1 / factorial(m + 1) for m in range(r)]  # (e^λ - 1)/λ
    past = [(-1.0) ** m / factorial(m) for m in range(r)]  # e^-λ
    wanted = [whole[m] - keep * sum(past[i] * whole[m - i] for i in range(m + 1)) for m in range(r)]
    system = [[(-float(j)) ** m / factorial(m) for j in range(r)] for m in range(r)]
    return np.linalg.solve(system, wanted) / (1 if keep == 0 and rule['family'] != 'GHVB' else rule['beta'])


def step(rule, x, v, log, slope, delta):
    """log: the newest values first, without this one's."""
    beta, family = rule['beta'], rule['family']
    if family == 'GHVB':
        v = slope if v is None else (1 - beta) * v + beta * slope
    log = [v if family == 'GHVB' else slope, *log][: rule['order']]
    p = sum(b * value for b, value in zip(weights(rule, len(log)), log))
    if family in ('AB', 'GHVB'):
        return x + delta * p, v, log
    v = p if v is None else (1 - beta) * v + beta * p
    return x + delta * ((1 - beta) * v + beta * p if family == 'NT' else v), v, log


def noise(m, x, sigma):
    def of(parts):
        mu, v = np.array(m['mu'])[parts], np.array(m['s'])[parts] ** 2 + sigma**2
        away = x[:, None] - mu
        log = np.log(np.array(m['w'])[parts]) - np.sum(away**2, axis=2) / (2 * v) - x.shape[1] / 2 * np.log(v)
        share = np.exp(log - log.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
        return sigma * np.einsum('nk,nkd->nd', share / v, away)
    everything = of(list(range(len(m['s']))))
    return everything + m['guidance'] * (of(m['class_components']) - everything)


def run(rule, m, x, sigmas):
    v, log, path = None, [], [x[0]]
    for sigma, after in zip(sigmas, sigmas[1:]):
        x, v, log = step(rule, x, v, log, noise(m, x, sigma), after - sigma)
        path.append(x[0])
    return {**rule, 'final': x.tolist(), 'trajectory_first_point': [list(p) for p in path]}


def exact(m, x, first, last, steps=4000):
    f = lambda s, x: np.exp(s) * noise(m, x, np.exp(s))
    s, h = np.log(first), np.log(last / first) / steps
    for _ in range(steps):
        a = f(s, x)
        b = f(s + h / 2, x + h / 2 * a)
        c = f(s + h / 2, x + h / 2 * b)
        x = x + h / 6 * (a + 2 * b + 2 * c + f(s + h, x + h * c))
        s += h
    return x


def modulus(rule, z):
    """Largest eigenvalue of one step on (x, v, log)."""
    n = rule['order'] + 2
    matrix = np.zeros((n, n), complex)
    for k, unit in enumerate(np.eye(n, dtype=complex)):
        x, v, log = step(rule, unit[0], unit[1], list(unit[2:]), z * unit[0], 1)
        matrix[:, k] = [x, 0 if rule['family'] == 'AB' else v, *log]
    return max(abs(np.linalg.eigvals(matrix)))


def left_end(rule):
    inside, outside = 1e-3, 1e-3
    while modulus(rule, -outside) <= 1 + 1e-12:
        inside, outside = outside, outside * 1.02
    for _ in range(60):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if modulus(rule, -middle) <= 1 + 1e-12 else (inside, middle)
    return -inside


def linear(rule, z, count):
    x, v, log, path = 1.0 + 0j, None, [], [[1.0, 0.0]]
    for _ in range(count):
        x, v, log = step(rule, x, v, log, complex(*z) * x, 1)
        path.append([x.real, x.imag])
    return {**rule, 'z': z, 'x_re_im': path}


def decay(rule, steps):
    """x' = -x to 1 with an exact past: slopes -e^-t, and velocities that have averaged them for ever."""
    h, beta, r = 1 / steps, rule['beta'], rule['order']
    slope = lambda j: -np.exp(j * h)  # j steps ago
    averaged = lambda f, j: sum(beta * (1 - beta) ** i * f(j + i) for i in range(3000 if beta < 1 else 1) if (1 - beta) ** i > 1e-40)
    combined = lambda j: sum(b * slope(j + i) for i, b in enumerate(weights({'family': 'AB', 'beta': 1}, r)))
    log = [averaged(slope, j) if rule['family'] == 'GHVB' else slope(j) for j in range(1, r + 1)]
    v = averaged(slope, 1) if rule['family'] == 'GHVB' else averaged(combined, 1)
    x = 1.0
    for _ in range(steps):
        x, v, log = step(rule, x, v, log, -x, h)
    return abs(x - np.exp(-1))


def rule(family, order, beta):
    return {'family': family, 'order': order, 'beta': beta}


def other(m, x0, steps, betas, levels):
    root = np.linspace(betas[0] ** 0.5, betas[1] ** 0.5, levels) ** 2
    kept = np.cumprod(1 - root)
    grid = np.interp(np.linspace(levels - 1, 0, steps), np.arange(levels), np.sqrt((1 - kept) / kept))
    sigmas = [*grid, 0.0]
    file = dict(golden, mixture=m, x0=x0.tolist(), sigmas=sigmas)
    file['sigma_rule'] = f'scaled-linear beta from {betas[0]} to {betas[1]} (sqrt-linear), {levels} train steps'
    file['runs'] = [run(one, m, x0, sigmas) for one in (rule('AB', 3, 1), rule('HB', 2, 0.6), rule('NT', 3, 0.7), rule('GHVB', 4, 0.65))]
    file['reference_rk4_at_last_positive_sigma'] = exact(m, x0, sigmas[0], sigmas[-2]).tolist()
    points = draw.normal(size=(4, x0.shape[1]))
    file['eps_samples'] = [{'x': list(x), 'sigma': s, 'eps': list(noise(m, x[None], s)[0])} for x, s in zip(points, (0.1, 0.4, 2.0, 9.0))]
    rules = [rule('AB', 2, 1), rule('HB', 3, 0.55), rule('GHVB', 2, 0.7), rule('GHVB', 3, 0.35)]
    places = [(-0.31, 0.17), (-0.62, 0.44), (0.04, 0.21)]
    file['stability'] = [{**one, 'real_left_endpoint': left_end(one), 'max_root_modulus': [[*z, modulus(one, complex(*z))] for z in places]}
                         for one in rules]
    file['linear_test_trajectories'] = [linear(rule('GHVB', 3, 0.6), [-0.4, 0.2], 18), linear(rule('HB', 2, 0.4), [-0.7, -0.3], 25)]
    file['convergence_orders_exact_history'] = []
    for one in rules:
        N = [16, 24, 48]
        errors = [decay(one, n) for n in N]
        orders = [np.log(a / b) / np.log(q / p) for a, b, p, q in zip(errors, errors[1:], N, N[1:])]
        file['convergence_orders_exact_history'].append({**one, 'N': N, 'abs_error': errors, 'measured_order': orders})
    return file


outputs = ['sigmas.3', 'runs.1.final.1.0', 'runs.3.trajectory_first_point.4.1', 'reference_rk4_at_last_positive_sigma.1.1', 'eps_samples.2.eps.0',
           'stability.1.real_left_endpoint', 'stability.2.max_root_modulus.0.2', 'linear_test_trajectories.0.x_re_im.9.0',
           'convergence_orders_exact_history.0.abs_error.1', 'convergence_orders_exact_history.3.measured_order.1']
three = {'mu': [[0.0, 0.0], [0.7, -0.2], [-0.5, 0.4]], 's': [1.0, 0.3, 0.25], 'w': [0.5, 0.2, 0.3], 'class_components': [1, 2], 'guidance': 4.0}
space = {'mu': [[0.1, 0.0, 0.3], [0.4, -0.6, 0.2]], 's': [0.8, 0.4], 'w': [0.6, 0.4], 'class_components': [1], 'guidance': 6.0}
print(json.dumps([{'file': other(three, 6 * draw.normal(size=(3, 2)), 14, (0.001, 0.015), 800), 'outputs': outputs},
                  {'file': other(space, 8 * draw.normal(size=(2, 3)), 8, (0.0007, 0.02), 400), 'outputs': outputs}]))
