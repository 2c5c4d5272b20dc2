# Orbits by Taylor series, and triangles in closed form from Kepler's equation; Hermite's scheme with jerks by complex steps and its corrector
# from moment conditions. To t = 10 only: the times to 70 of the file in data/ took quadruple precision. Units of the scenes are the file's.
import json
from math import cos, log, pi, sin, sqrt
import numpy as np

golden = json.load(open('golden.json'))
FIRST, SECOND = np.triu_indices(3, 1)
ENDS = np.linalg.solve([[1, 0, 1, 0], [0, 1, 1, 1], [0, 0, 1, 2], [0, 0, 1, 3]], [1, 1 / 2, 1 / 3, 1 / 4])  # value, slope; value, slope


def apart(x):
    return x[SECOND] - x[FIRST]


def energy(m, x, v):
    return np.sum(m * np.sum(v * v, axis=1)) / 2 - np.sum(m[FIRST] * m[SECOND] / np.sqrt(np.sum(apart(x) ** 2, axis=1)))


# Taylor series

def series(m, x, v, order=28):
    """Coefficients of the places, [order + 1, 3, 2]; weights r^-3 from their own differential equation, 2 s w' = -3 s' w."""
    c, d = np.zeros((order + 1, 3, 2), np.longdouble), np.zeros((order + 1, 3, 2), np.longdouble)
    s, w = np.zeros((order, 3), np.longdouble), np.zeros((order, 3), np.longdouble)
    c[0], c[1] = x, v
    d[0], d[1] = apart(c[0]), apart(c[1])
    for k in range(order - 1):
        s[k] = np.sum(d[:k + 1] * d[k::-1], axis=(0, 2))
        j = np.arange(1, k + 1)[:, None]
        w[k] = s[0] ** -1.5 if k == 0 else np.sum((-j / 2 - k) * s[1:k + 1] * w[k - 1::-1], axis=0) / (k * s[0])
        pull = np.sum(w[:k + 1, :, None] * d[k::-1], axis=0)
        np.add.at(c[k + 2], FIRST, m[SECOND, None] * pull / ((k + 1) * (k + 2)))
        np.add.at(c[k + 2], SECOND, -m[FIRST, None] * pull / ((k + 1) * (k + 2)))
        d[k + 2] = apart(c[k + 2])
    return c


def at(c, h):
    powers = np.longdouble(h) ** np.arange(len(c))
    return np.tensordot(powers, c, 1), np.tensordot(powers[:-1], c[1:] * np.arange(1, len(c))[:, None, None], 1)


def taylor(m, x, v, times):
    """Samples at the times, and the closest approach before the last."""
    t, samples, closest = np.longdouble(0), [], {'min_pair_distance': np.inf}
    for end in times:
        while t < end:
            c = series(m, x, v)
            h = min(float(np.max(abs(c[-1]))) ** (-1 / (len(c) - 1)) / 8, end - t)
            closing = [np.sum(apart(x) * apart(v), axis=1) for x, v in (at(c, 0), at(c, h))]
            for pair in np.flatnonzero((closing[0] < 0) & (closing[1] >= 0)):
                low, high = 0, h
                for _ in range(60):
                    middle = (low + high) / 2
                    there, pace = map(apart, at(c, middle))
                    low, high = (middle, high) if there[pair] @ pace[pair] < 0 else (low, middle)
                distance = float(np.sqrt(there[pair] @ there[pair]))
                if distance < closest['min_pair_distance']:
                    closest = {'min_pair_distance': distance, 't_at_min': float(t + middle), 'pair': [int(FIRST[pair]), int(SECOND[pair])]}
            x, v = at(c, h)
            t = np.longdouble(end) if h == end - t else t + h
        samples.append({'t': end, 'x': x.astype(float).tolist(), 'v': v.astype(float).tolist()})
    return samples, closest


def released(m, x, v, times):
    m, x, v = np.array(m), np.array(x), np.array(v)
    samples, closest = taylor(m, x, v, times)
    return {'m': m.tolist(), 'x0': x.tolist(), 'v0': v.tolist(), 'E': energy(m, x, v), 'L': float(m @ (x[:, 0] * v[:, 1] - x[:, 1] * v[:, 0])),
            'samples': samples, 'closest': closest}


def triangle(m, a, e, times):
    """Equilateral for ever, its side a Kepler orbit around all of the mass."""
    m = np.array(m)
    corners = np.exp(2j * pi / 3 * np.arange(3)) / sqrt(3)
    corners = corners - m @ corners / sum(m)
    pace = sqrt(sum(m) / a**3)

    def state(t):
        E = pace * t
        for _ in range(50):
            E = E - (E - e * sin(E) - pace * t) / (1 - e * cos(E))
        side = a * complex(cos(E) - e, sqrt(1 - e * e) * sin(E))
        speed = a * pace / (1 - e * cos(E)) * complex(-sin(E), sqrt(1 - e * e) * cos(E))
        return [np.stack([(q * corners).real, (q * corners).imag], axis=1) for q in (side, speed)]
    x, v = state(0)
    samples = [{'t': t, 'x': x.tolist(), 'v': v.tolist()} for t in times for x, v in [state(t)]]
    return {'m': m.tolist(), 'x0': x.tolist(), 'v0': v.tolist(), 'period': 2 * pi / pace, 'E': energy(m, x, v), 'samples': samples}


# Hermite's scheme

class Run:
    def __init__(self, m, x, v):
        self.m, self.x, self.v, self.t, self.steps, self.nearest = np.array(m), np.array(x), np.array(v), 0.0, 0, np.inf
        self.start = energy(self.m, self.x, self.v)
        self.restart()

    def restart(self):
        self.look(self.x, self.v)

    def look(self, x, v):
        """Forces, their rates and the time scale."""
        d = apart(x + 1e-30j * v)
        pull = d / np.sum(d * d, axis=1, keepdims=True) ** 1.5
        on = np.zeros((3, 2), complex)
        np.add.at(on, FIRST, self.m[SECOND, None] * pull)
        np.add.at(on, SECOND, -self.m[FIRST, None] * pull)
        self.a, self.j = on.real, on.imag / 1e-30
        square, fast = np.sum(apart(x) ** 2, axis=1), np.sum(apart(v) ** 2, axis=1)
        self.scale = max(max((fast / square) ** 2), max((self.m[FIRST] + self.m[SECOND]) ** 2 / square**3)) ** -0.25

    def step(self, dt):
        x, v, a, j = self.x, self.v, self.a, self.j
        area = lambda f, slope, g, rise: dt * (ENDS[0] * f + ENDS[1] * dt * slope + ENDS[2] * g + ENDS[3] * dt * rise)
        self.look(x + dt * v + dt**2 / 2 * a + dt**3 / 6 * j, v + dt * a + dt**2 / 2 * j)
        self.v = v + area(a, j, self.a, self.j)
        self.x = x + area(v, a, self.v, self.a)
        self.t, self.steps = self.t + dt, self.steps + 1
        self.nearest = min(self.nearest, sqrt(min(np.sum(apart(self.x) ** 2, axis=1))))

    def until(self, end, mu=0, h=0):
        while self.t < end:
            dt = h or mu * self.scale
            is_last = dt >= end - self.t
            self.step(end - self.t if is_last else dt)
            if is_last:
                self.t = end
        return self

    def error(self):
        return (energy(self.m, self.x, self.v) - self.start) / self.start


def started(reference):
    return Run(reference['m'], reference['x0'], reference['v0'])


def missed(run, reference):
    """Largest error of a coordinate at the time of a sample."""
    place = next(sample['x'] for sample in reference['samples'] if sample['t'] == run.t)
    return float(np.max(abs(run.x - np.array(place))))


def row(reference, end, name, **rule):
    run = started(reference).until(end, **rule)
    return {**rule, 'steps': run.steps, 'rel_energy_error': run.error(), name: missed(run, reference)}


def fate(reference, mu, times):
    run, errors = started(reference), {}
    for t in times:
        run.restart()
        errors[str(t)] = missed(run.until(t, mu), reference)
    return {'mu': mu, 'steps': run.steps, 'position_error': errors, 'rel_energy_error': run.error(),
            f'distance_of_body0_at_{times[-1]}': float(np.hypot(*run.x[0]))}


def single(mu, reference, count):
    run, steps = started(reference), []
    for _ in range(count):
        run.restart()
        dt = mu * run.scale
        run.step(dt)
        steps.append({'dt': dt, 't': run.t, 'x': run.x.tolist(), 'v': run.v.tolist()})
    return {'mu': mu, **{key: reference[key] for key in ('m', 'x0', 'v0')}, 'steps': steps}


# the scenes of the paper

UNITS = {key: golden['paper_env'][0][key] for key in ('check_interval_nbody', 'time_unit_yr', 'velocity_unit_kms', 'actions')}
INTERVAL, ACTIONS = UNITS['check_interval_nbody'], UNITS['actions']


def scene(K):
    x, v = np.array([[0, 0], K[:2], K[2:]], float), np.array([[0, 10.0], [-10, 0], [0, 0]]) / UNITS['velocity_unit_kms']
    return Run([1 / 3] * 3, x - x.mean(axis=0), v - v.mean(axis=0))


def seen(run, error):
    return [*run.x.ravel() / 10, *run.v.ravel(), -log(abs(error)) / log(10) if error else 0]


def played(K, actions):
    run, steps = scene(K), []
    first = {'K_au': K, 'masses': run.m.tolist(), 'x0': run.x.tolist(), 'v0': run.v.tolist(), 'E0': run.start, **UNITS, 'state0': seen(run, 0)}
    for action in actions:
        run.restart()
        before = run.steps
        run.until(run.t + INTERVAL, ACTIONS[action])
        steps.append({'action': action, 'mu': ACTIONS[action], 'substeps': run.steps - before, 'x': run.x.tolist(), 'v': run.v.tolist(),
                      'rel_energy_error': run.error()})
    return {**first, 'steps': steps, 'state_after': seen(run, run.error())}


def steady(K, action, halfway, count):
    run, found = scene(K), {'action': action, 'mu': ACTIONS[action]}
    for k in range(1, count + 1):
        run.restart()
        run.until(run.t + INTERVAL, ACTIONS[action])
        if k in (halfway, count):
            found[f'substeps_{k}'] = run.steps
        if k == halfway:
            found[f'x_after_{k}'] = run.x.tolist()
    return {**found, 'rel_energy_error': run.error(), 'min_pair_distance': run.nearest}


def reward(dE, iteration, mu, W0, W2):
    digits = -log(abs(dE)) / log(10)
    return {'dE': dE, 'iteration': iteration, 'mu': mu, 'W0': W0, 'W2': W2,
            'reward': W0 * (digits - 10) / (digits**3 * iteration) - W2 * log(10) / log(mu)}


# The names are those that the sections look for.
released_from_rest = released([2.0, 3.5, 4.0], [[1.5, 2.0], [-2.0, -0.5], [1.0, -1.5]], np.zeros((3, 2)), [1.5, 4, 7, 10])
references = {'pythagorean': released_from_rest, 'figure_eight': triangle([1.2, 0.7, 2.0], 1.6, 0.3, [0.6, 2, 3.3]),
              'moving': released([1.0, 0.4, 2.5], [[0.9, 0.1], [-1.1, 0.3], [0.2, -0.6]], [[0.3, 0.8], [-0.2, -1.1], [0.1, 0.2]], [0.5, 1.25, 3])}
file = dict(golden, references=references)
file['hermite_single_steps'] = [single(0.03, references['moving'], 4), single(0.005, released_from_rest, 3)]
file['hermite_order_figure_eight_T2'] = [row(references['figure_eight'], 2, 'max_position_error', h=h) for h in (0.03, 0.015, 0.004)]
file['pythagorean_hermite_adaptive_t10'] = [row(released_from_rest, 10, 'position_error', mu=mu) for mu in (0.07, 0.02)]
file['pythagorean_hermite_fixed_t10'] = [row(released_from_rest, 10, 'position_error', h=h) for h in (0.02, 0.004)]
file['pythagorean_fate'] = {'rows': [fate(released_from_rest, mu, [4, 7, 10]) for mu in (0.05, 0.025)]}
file['paper_env'] = [played([8.0, 6.5, -3.0, 12.0], [7, 9, 4, 8, 6, 5]), played([17.0, 1.0, -9.0, 6.0], [8, 7, 9])]
file['paper_scenes'] = {'scenes': [{'K_au': K, 'E0': scene(K).start, 'runs': [steady(K, *run) for run in runs]} for K, runs in
                                   [([6.0, 3.0, -2.0, 7.0], [(7, 11, 40), (8, 25, 60)]), ([14.0, 9.0, -1.0, 5.5], [(9, 8, 33)])]]}
file['reward'] = [reward(3e-9, 4, 0.002, 2500.0, 3.0), reward(-2e-5, 17, 0.05, 3000.0, 4.0), reward(7e-13, 3, 0.0004, 1000.0, 5.5)]
outputs = ['references.pythagorean.samples.2.x.0.1', 'references.figure_eight.samples.1.v.2.0', 'references.moving.L', 'references.figure_eight.E',
           'hermite_single_steps.0.steps.3.v.1.0', 'hermite_single_steps.1.steps.2.dt', 'hermite_order_figure_eight_T2.2.rel_energy_error',
           'hermite_order_figure_eight_T2.1.steps', 'pythagorean_hermite_adaptive_t10.1.steps', 'pythagorean_hermite_fixed_t10.0.steps',
           'pythagorean_fate.rows.1.steps', 'pythagorean_fate.rows.0.distance_of_body0_at_10', 'paper_env.0.steps.5.substeps',
           'paper_env.0.steps.3.x.1.1', 'paper_env.1.E0', 'paper_env.1.state_after.3', 'paper_scenes.scenes.0.runs.1.substeps_60',
           'paper_scenes.scenes.0.runs.0.substeps_11', 'paper_scenes.scenes.1.E0', 'reward.1.reward']
print(json.dumps([{'file': file, 'outputs': outputs}]))
