# Momentum on quadratics by products of matrices: a whole path is the powers of one matrix, a rate its largest eigenvalue.
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(20)


def companion(a, beta):
    return np.array([[1 + beta - a, -beta], [1, 0]])


def rate(a, beta):
    return max(abs(np.linalg.eigvals(companion(a, beta))))


def closed_form(a, beta):
    trace = 1 + beta - a
    inside = trace**2 - 4 * beta
    return np.sqrt(beta) if inside < 0 else (abs(trace) + np.sqrt(inside)) / 2


def path(method, hessian, alpha, beta, w0, steps):
    """(w, v) -> M (w, v), with v the last change of w."""
    one, none = np.eye(2), np.zeros((2, 2))
    if method == 'gradient_descent':
        beta = 0
    turn = one - alpha * hessian
    matrix = (np.block([[turn, beta * turn], [turn - one, beta * turn]]) if method == 'nesterov'
              else np.block([[turn, beta * one], [-alpha * hessian, beta * one]]))
    state = np.concatenate([w0, none[0]])
    return [list(np.linalg.matrix_power(matrix, k)[:2] @ state) for k in range(steps + 1)]


def response(a, beta, count):
    return [(np.linalg.matrix_power(companion(a, beta), k) @ [1 - a, 1])[1] for k in range(count)]


def piecewise_orbit(start, alpha, beta, steps):
    slope = lambda w: 25 * w if w < 1 else w + 24 if w < 2 else 25 * w - 24
    w = [start, start]
    for _ in range(steps):
        w.append((1 + beta) * w[-1] - beta * w[-2] - alpha * slope(w[-1]))
    return w[1:]


def other(hessian, settings):
    file = dict(golden, hessian=hessian)
    file['spectral_radius'] = []
    for _ in range(20):
        a, beta = draw.uniform(0.05, 4), draw.uniform(0, 0.95)
        file['spectral_radius'].append(
            {'alpha_lambda': a, 'beta': beta, 'rate': rate(a, beta), 'closed_form': closed_form(a, beta)})
    file['trajectories'] = []
    for (alpha, beta, w0, steps), methods in zip(settings, [['heavy_ball', 'nesterov'], ['heavy_ball', 'nesterov', 'gradient_descent'],
                                                            ['nesterov']]):
        case = {'alpha': alpha, 'beta': beta, 'w0': w0}
        for method in methods:
            case[method] = path(method, np.array(hessian), alpha, beta, w0, steps)
        file['trajectories'].append(case)
    file['optimal'] = []
    for low, high in [(0.5, 3.5), (2, 90), (0.01, 7)]:
        # both ends of the spectrum as fast as each other: by halving, not by the formula
        descent = 2 / (low + high)
        root = np.sqrt(high / low)
        beta = ((root - 1) / (root + 1)) ** 2
        alpha = (1 + beta) * 2 / (low + high)
        file['optimal'].append({
            'kappa': high / low, 'lambda_min': low, 'lambda_max': high,
            'alpha_star': alpha, 'beta_star': beta, 'hb_rate': np.sqrt(beta),
            'gd_alpha': descent, 'gd_rate': 1 - descent * low,
            'hb_rate_numeric': max(rate(alpha * low, beta), rate(alpha * high, beta)),
            'gd_rate_numeric': max(abs(1 - descent * low), abs(1 - descent * high))})
    file['scalar_response_from_rest'] = []
    for a, beta, count in [(0.05, 0.7, 25), (0.3, 0.85, 90), (1.7, 0.4, 40)]:
        w = np.array(response(a, beta, 200))
        file['scalar_response_from_rest'].append({
            'al_lambda': a, 'beta': beta, 'w': list(w[:count]),
            'zero_crossings_in_200': int(np.sum(np.sign(w[1:]) != np.sign(w[:-1]))), 'max_overshoot': -min(w)})
    orbit = piecewise_orbit(2.9, 0.11, 0.43, 300)
    file['limit_cycle_counterexample'] = {
        **golden['limit_cycle_counterexample'], 'alpha': 0.11, 'beta': 0.43, 'w0': 2.9,
        'first_12': orbit[:13], 'last_6': orbit[-6:], 'from_2_last': piecewise_orbit(2, 0.11, 0.43, 300)[-1]}
    return file


outputs = ['spectral_radius.3.rate', 'spectral_radius.11.closed_form', 'trajectories.0.heavy_ball.7.0', 'trajectories.1.nesterov.9.1',
           'trajectories.1.gradient_descent.4.1', 'optimal.1.alpha_star', 'optimal.2.gd_rate',
           'scalar_response_from_rest.1.w.30', 'scalar_response_from_rest.0.max_overshoot', 'limit_cycle_counterexample.last_6.2']
turned = other([[2.0, 0.7], [0.7, 5.0]], [(0.05, 0.6, [0.4, -1.1], 17), (0.11, 0.3, [2.0, 0.7], 26), (0.2, 0.8, [-0.3, 0.9], 12)])
offered = other([[1.0, 0.0], [0.0, 25.0]], [(0.03, 0.7, [-1.4, 0.8], 35), (0.05, 0.4, [0.5, 1.2], 22), (0.02, 0.9, [1.1, -0.6], 50)])
print(json.dumps([{'file': turned, 'outputs': outputs}, {'file': offered, 'outputs': outputs}]))
