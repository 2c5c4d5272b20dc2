# Steepest descent on a sphere's rays with a full quadratic form; SGDP and AdamP written from their algorithms, with other shapes.
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(21)


def run(case, A, w, noise, steps):
    buffer = np.zeros(3)
    places = [w]
    for k in range(steps):
        length = np.linalg.norm(w)
        unit = w / length
        gradient = (A @ unit - (unit @ A @ unit) * unit) / length
        if case['noisy']:
            gradient = gradient + (noise[k] - (noise[k] @ unit) * unit) / length
        buffer = case['beta'] * buffer + gradient
        change = buffer - (buffer @ unit) * unit if case['projected'] else buffer
        w = w - case['eta'] * change
        places.append(w)
    unit = w / np.linalg.norm(w)
    return {**case, 'norms': [np.linalg.norm(v) for v in places], 'w_first_9': [list(v) for v in places[:9]], 'w_last': list(w),
            'loss_last': unit @ A @ unit / 2, 'effective_step_last': case['eta'] / (w @ w)}


def projected(weights, gradient, change, delta, ratio, eps):
    """By rows where each is all but orthogonal to its gradient, else as a whole; else not at all."""
    for shape in [(len(weights), -1), (1, -1)]:
        w, g, c = (m.reshape(shape) for m in (weights, gradient, change))
        norm = np.linalg.norm(w, axis=1) + eps
        cosines = abs(np.sum(w * g, axis=1)) / norm / (np.linalg.norm(g, axis=1) + eps)
        if max(cosines) < delta / np.sqrt(w.shape[1]):
            unit = w / norm[:, None]
            return (c - unit * np.sum(unit * c, axis=1)[:, None]).reshape(weights.shape), ratio
    return change, 1


def official(optimizer, kw, weights, gradients):
    rate, decay, nesterov = kw['lr'], kw.get('weight_decay', 0), kw.get('nesterov', False)
    delta, ratio, eps = kw.get('delta', 0.1), kw.get('wd_ratio', 0.1), kw.get('eps', 1e-8)
    first, second, out = np.zeros_like(weights), np.zeros_like(weights), []
    for t, gradient in enumerate(gradients, 1):
        if optimizer == 'SGDP':
            beta = kw['momentum']
            first = beta * first + gradient
            change, factor = projected(weights, gradient, gradient + beta * first if nesterov else first, delta, ratio, eps)
            if not nesterov:
                first = change  # the released class projects its buffer in place
            weights = weights * (1 - rate * decay * factor / (1 - beta)) - rate * change
        else:
            b1, b2 = kw['betas']
            first = b1 * first + (1 - b1) * gradient
            second = b2 * second + (1 - b2) * gradient**2
            denominator = np.sqrt(second) / np.sqrt(1 - b2**t) + eps
            change = (b1 * first + (1 - b1) * gradient if nesterov else first) / denominator
            change, factor = projected(weights, gradient, change, delta, ratio, eps)
            weights = weights * (1 - rate * decay * factor) - rate / (1 - b1**t) * change
        out.append(weights.tolist())
    return {'optimizer': optimizer, 'kw': kw, 'out': out}


def tangent(weights, count):
    """Gradients with next to nothing along the first weights."""
    unit = weights / np.linalg.norm(weights, axis=1)[:, None]
    some = draw.normal(size=(count, *weights.shape))
    return some - unit * np.sum(unit * some, axis=2)[:, :, None]


def other(A, w0, runs, shape):
    noise = draw.normal(size=(50, 3)) / 4
    start, generic = draw.normal(size=shape) * 2, draw.normal(size=(7, *shape))
    file = dict(golden, A=A.tolist(), w0=w0, noise=noise.tolist(), official_W0=start.tolist(), grads_generic=generic.tolist())
    file['runs'] = [run(case, A, np.array(w0), noise, steps) for case, steps in runs]
    file['official'] = []
    for optimizer, kw, given in [('SGDP', {'lr': 0.07, 'momentum': 0.8, 'weight_decay': 0.03}, generic),
                                 ('AdamP', {'lr': 0.02, 'betas': [0.85, 0.99], 'weight_decay': 0.02}, generic),
                                 ('SGDP', {'lr': 0.07, 'momentum': 0.8, 'weight_decay': 0.03}, tangent(start, 5)),
                                 ('AdamP', {'lr': 0.02, 'betas': [0.85, 0.99], 'delta': 0.3, 'wd_ratio': 0.5}, tangent(start, 4)),
                                 ('SGDP', {'lr': 0.05, 'momentum': 0.7, 'nesterov': True}, tangent(start, 6))]:
        grads = 'grads_generic' if given is generic else given.tolist()
        file['official'].append({**official(optimizer, kw, start, given), 'grads': grads})
    return file


def case(name, eta, beta, projected, noisy):
    return {'name': name, 'eta': eta, 'beta': beta, 'projected': projected, 'noisy': noisy}


full = np.array([[0.9, 0.3, -0.2], [0.3, 1.7, 0.4], [-0.2, 0.4, 2.6]])
own = np.diag([0.2, 1.0, 3.0])
cases = [(case('slow', 0.06, 0, False, False), 40), (case('ball', 0.08, 0.7, False, False), 25),
         (case('projected', 0.12, 0.85, True, False), 33), (case('noise', 0.05, 0.6, True, True), 45)]
outputs = ['runs.0.norms.5', 'runs.1.w_last.0', 'runs.2.loss_last', 'runs.3.effective_step_last', 'official.0.out.3.1.0',
           'official.1.out.5.0.1', 'official.2.out.2.0.0', 'official.3.out.3.1.1', 'official.4.out.5.0.2']
print(json.dumps([{'file': other(full, [0.5, -0.8, 0.6], cases, (3, 5)), 'outputs': outputs},
                  {'file': other(own, [0.4, 0.6, 0.7], cases, (2, 3)), 'outputs': outputs}]))
