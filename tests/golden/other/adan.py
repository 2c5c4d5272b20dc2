# Adan with its means as sums over all old gradients instead of recursions; momentum as sums over old gradients; slopes by complex steps.
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(31)


def mean(values, beta, t):
    """Bias-corrected running mean of the first t values."""
    weights = (1 - beta) * beta ** np.arange(t - 1, -1, -1)
    return np.tensordot(weights, values[:t], 1) / (1 - beta**t)


def adan(kw, place, gradient_at, steps):
    b1, b2, b3 = kw.get('betas', [0.98, 0.92, 0.99])
    rate, decay, longest, eps = kw['lr'], kw.get('weight_decay', 0), kw.get('max_grad_norm', 0), 1e-8
    place, slopes, places = np.array(place, float), [], []
    for t in range(1, steps + 1):
        slope = np.array(gradient_at(place, t - 1))
        if longest > 0:
            slope = slope * min(1, longest / (np.linalg.norm(slope) + eps))
        slopes.append(slope)
        g = np.array(slopes)
        d = np.diff(g, axis=0, prepend=g[:1])
        step = (mean(g, b1, t) + b2 * mean(d, b2, t)) / (np.sqrt(mean((g + b2 * d) ** 2, b3, t)) + eps)
        place = place * (1 - rate * decay) - rate * step if kw.get('no_prox') else (place - rate * step) / (1 + rate * decay)
        places.append(place)
    return places


def adam(rate, place, gradient_at, steps):
    place, slopes, places = np.array(place, float), [], []
    for t in range(1, steps + 1):
        slopes.append(gradient_at(place, t - 1))
        g = np.array(slopes)
        place = place - rate * mean(g, 0.9, t) / (np.sqrt(mean(g**2, 0.999, t)) + 1e-8)
        places.append(place)
    return places


def momentum(rate, place, gradient_at, steps, mu, ahead):
    """Places, and where the slopes were taken."""
    place, slopes, places, asked = np.array(place, float), [], [], []
    for t in range(steps):
        powers = mu ** np.arange(t, 0, -1)
        kept = powers @ np.array(slopes) if slopes else np.zeros(2)
        asked.append(place - rate * kept if ahead else place)
        slopes.append(gradient_at(asked[-1], t))
        place = place - rate * (kept + slopes[-1])
        places.append(place)
    return places, asked


functions = {'rosen': lambda x, y: (1 - x) ** 2 + 100 * (y - x * x) ** 2, 'quad': lambda x, y: (x * x + 100 * y * y) / 2,
             'beale': lambda x, y: (1.5 - x + x * y) ** 2 + (2.25 - x + x * y * y) ** 2 + (2.625 - x + x * y**3) ** 2}


def slope_of(f):
    h = 1e-30j
    return lambda p, _: np.array([f(p[0] + h, p[1]).imag, f(p[0], p[1] + h).imag]) / 1e-30


def run(function, start, optimizer, rate, first, steps):
    f, slope = functions[function], slope_of(functions[function])
    places = {'adan': lambda: adan({'lr': rate}, start, slope, steps), 'adam': lambda: adam(rate, start, slope, steps),
              'hb': lambda: momentum(rate, start, slope, steps, 0.9, False)[0],
              'nesterov': lambda: momentum(rate, start, slope, steps, 0.9, True)[0]}[optimizer]()
    places = [np.array(start)] + places
    return {'function': function, 'start': start, 'optimizer': optimizer, 'lr': rate, 'options': {},
            f'first_{first}': [list(p) for p in places[:first + 1]], f'at_{steps}': list(places[steps]), f'f_at_{steps}': f(*places[steps])}


def identity(rate, b, start, count):
    asked = momentum(rate, start, slope_of(functions['rosen']), count, 1 - b, True)[1]
    return {'lr': rate, 'beta1_paper_form': b, 'start': start, 'points': [list(p) for p in asked], 'max_difference': 5e-14}


W0, grads = draw.normal(size=5), draw.normal(size=(6, 5))
official = [{'kw': kw, 'theta': [list(p) for p in adan(kw, W0, lambda _, k: grads[k], 6)]}
            for kw in [{'lr': 0.3}, {'lr': 0.02, 'betas': [0.8, 0.6, 0.9], 'weight_decay': 0.1}, {'lr': 0.04, 'max_grad_norm': 1.5},
                       {'lr': 0.04, 'weight_decay': 0.3, 'no_prox': True}]]
runs = [run('quad', [-5.5, 0.9], 'adan', 0.07, 6, 90), run('rosen', [0.3, 1.4], 'adam', 0.02, 8, 70), run('beale', [1.2, 0.4], 'hb', 0.002, 5, 80),
        run('rosen', [-0.5, 0.8], 'nesterov', 0.0006, 7, 60), run('beale', [0.6, -0.4], 'adan', 0.02, 9, 50)]
file = dict(golden, W0=W0.tolist(), grads=grads.tolist(), official=official, runs=runs, nme_identity=identity(0.001, 0.15, [-0.9, 1.3], 14))
outputs = ['official.0.theta.5.4', 'official.1.theta.3.0', 'official.2.theta.4.2', 'official.3.theta.5.1', 'runs.0.first_6.5.1', 'runs.1.at_70.0',
           'runs.2.f_at_80', 'runs.3.at_60.1', 'runs.4.first_9.9.0', 'nme_identity.points.13.1']
print(json.dumps([{'file': file, 'outputs': outputs}]))
