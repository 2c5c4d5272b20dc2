# Golden inputs for evodiff that its file does not have: other mixtures of unequal widths and weights in one, two, three and four channels, other step counts,
# weights of runs with several channels. The sampler is written in the predicted noise-free form x = (b/a) x + (1 - b/a) D for one sample at a time, and
# the exact path of one Gaussian from its closed form.
import json
import numpy as np

HI, LO = 80, 0.002
mixtures = {
    'skew': {'mu': [[0.7, -0.2], [-0.5, 0.4], [0.1, 0.9]], 'std': [0.3, 0.1, 0.2], 'weight': [0.5, 0.2, 0.3]},
    'wide': {'mu': [[0.4, 0.3]], 'std': [0.8], 'weight': [1.0]},
    'twelve': {'mu': [[0.9, -1.1, 0.2, 0.4, -0.3, 0.6, 1.2, -0.8, 0.1, 0.5, 0.7, -0.4], [-0.6, 0.3, 0.8, -0.2, 0.9, -0.7, 0.2, 0.4, -1.0, 0.6, -0.1, 0.3]],
               'std': [0.25, 0.35], 'weight': [0.7, 0.3]},
}


def model(name):
    m = mixtures[name]
    mu, std, weight = np.array(m['mu']), np.array(m['std']), np.array(m['weight'])

    def D(x, t):
        v = std**2 + t**2
        d = x - mu
        log = np.log(weight) - len(x) / 2 * np.log(v) - (d**2).sum(1) / (2 * v)
        r = np.exp(log - log.max())
        r /= r.sum()
        return x + t**2 * (r / v) @ (mu - x)

    return D


def levels(kind, n):
    if kind == 'edm':
        return [(HI ** (1 / 7) + k / n * (LO ** (1 / 7) - HI ** (1 / 7))) ** 7 for k in range(n + 1)]
    return [HI * (LO / HI) ** (k / n) for k in range(n + 1)]


def logistic(v):
    return 1 / (1 + np.exp(-v))


def evodiff(D, start, sigmas, C):
    n = len(sigmas) - 1
    x = np.array(start, float)
    path, inside = [x.tolist()], []
    P = D(x, sigmas[0])
    x = P + sigmas[1] / sigmas[0] * (x - P)
    Q = D(x, sigmas[1])
    path.append(x.tolist())
    rows = lambda v: v.reshape(C, -1)
    quotient = lambda a, b, c: np.clip((rows(a) * rows(b)).sum(1) / (rows(c) ** 2).sum(1), -2, 2)
    wide = lambda w: np.repeat(w, len(x) // C)
    for k in range(2, n):
        c, a, b = sigmas[k - 2 : k + 1]
        h, rho = 1 / b - 1 / a, np.log(c / a) / np.log(a / b)
        euler = Q + b / a * (x - Q)
        omega = 0.5 - 0.5 * ((b + LO) / (HI + LO)) ** 2
        beta = np.sqrt(b * c) / a
        r1 = (1 - omega) * beta + omega * quotient(Q, P, P)
        old = Q - wide(r1) * P
        ri = np.clip(logistic(abs(r1) / 4) * rho, rho / 4, 1.5 * rho)
        probe = euler + (1 - b / a) / 2 * old / wide(ri)
        R = D(probe, b)
        r2 = (1 - omega) * beta + omega * quotient(R, Q, Q)
        new = R - wide(r2) * Q
        u, w = rho / h * new, old / (rho * h)
        eta = logistic(abs(quotient(u + w, u - w, u - w) / 2)) / 2
        B = rho * (1 - wide(eta)) * new - wide(eta) / rho * old
        p = probe - euler - (1 - b / a) / 2 * B / wide(ri)
        excess = abs(quotient(p, old, old) / (1 - b / a)) - 0.5
        if n > 20:
            E = (Q - P) / h
            excess = -excess * logistic(quotient(Q, E, E) * (2 - (b / a) ** 2))
        zeta = logistic(excess)
        x = euler + (1 - b / a) / 2 * B / wide(zeta)
        P, Q = Q, R
        path.append(x.tolist())
        inside.append({'r1': r1, 'r_i': ri, 'r2': r2, 'eta': eta, 'zeta': zeta, 'x_pred': probe})
    a, b = sigmas[-2:]
    q = b / a
    r = 1 - np.sqrt(q if q < 0.5 else q - 0.5) / 2
    x = (1 - np.sqrt(a * b)) * (Q + q * (x - Q)) + (1 - q) / 2 * (Q - r * P)
    return x, path + [x.tolist()], inside


def plain(D, start, sigmas, form):
    x, before = np.array(start, float), None
    for k in range(1, len(sigmas)):
        a, b = sigmas[k - 1 : k + 1]
        now = D(x, a) if form != 'noise' else (x - D(x, a)) / a
        used = now
        if form != 'ddim' and 1 < k < len(sigmas) - 1:
            used = now + 0.5 * (now - before) * np.log(a / b) / np.log(sigmas[k - 2] / a)
        x = used + b / a * (x - used) if form != 'noise' else x + (b - a) * used
        before = now
    return x


def run(name, channels, steps, kind, denoise, starts, whole=False):
    D, sigmas = model(name), levels(kind, steps)
    last = (lambda x: D(x, LO)) if denoise else (lambda x: x)
    runs = [evodiff(D, start, sigmas, channels) for start in starts]
    case = {'mixture': name, 'channels': channels, 'steps': steps, 'skip_type': kind, 'denoise_to_zero': denoise, 'start': starts,
            'final': [last(x).tolist() for x, _, _ in runs]}
    for key, form in (('ddim', 'ddim'), ('dpmpp2m', 'data'), ('noise2m', 'noise')):
        case[key] = [last(plain(D, start, sigmas, form)).tolist() for start in starts]
    if whole:
        case['path'] = np.array([path for _, path, _ in runs]).swapaxes(0, 1).tolist()
        shaped = lambda key, values: [v.tolist() if key == 'x_pred' or channels > 1 else float(v[0]) for v in values]
        case['internals'] = [{key: shaped(key, [inside[k][key] for _, _, inside in runs]) for key in runs[0][2][k]} for k in range(steps - 2)]
    return case


def exact(name, starts):
    mu, s = np.array(mixtures[name]['mu'][0]), mixtures[name]['std'][0]
    share = np.sqrt((s**2 + LO**2) / (s**2 + HI**2))
    return {'mixture': name, 'start': starts, 'x_at_sigma_min': [(mu + share * (np.array(x) - mu)).tolist() for x in starts]}


starts = [[51.0, -33.0], [-12.0, 95.0]]
many = [[30.0, -60.0, 12.0, 80.0, -44.0, 5.0, 61.0, -9.0, 27.0, -71.0, 18.0, 36.0]]
file = {
    'tolerance': {'final_abs': 1e-9, 'internals_abs': 1e-8},
    'mixtures': mixtures,
    'exact_ode': exact('wide', starts),
    'runs': [
        run('skew', 1, 7, 'logSNR', False, starts, whole=True),
        run('skew', 2, 12, 'edm', True, starts),
        run('wide', 1, 23, 'edm', False, starts, whole=True),
        run('twelve', 4, 11, 'logSNR', False, many, whole=True),
        run('twelve', 3, 26, 'edm', False, many, whole=True),
    ],
}
outputs = ['exact_ode.x_at_sigma_min.1.0', 'runs.0.final.0.1', 'runs.0.path.4.1.0', 'runs.0.internals.2.zeta.1', 'runs.0.ddim.0.0', 'runs.1.dpmpp2m.1.1',
           'runs.1.final.0.0', 'runs.2.noise2m.0.1', 'runs.2.internals.20.eta.0', 'runs.3.internals.5.r2.0.3', 'runs.3.internals.0.x_pred.0.7',
           'runs.4.internals.12.r1.0.2', 'runs.4.internals.22.zeta.0.1', 'runs.4.path.9.0.5']
print(json.dumps([{'file': file, 'outputs': outputs}]))
