# The Hamiltonian by loops over single numbers in complex steps: fields and gradients of the loss from differences along the imaginary axis, the gradient
# of the second order from complex steps through whole inner steps, whose gradients are written by hand; orbits by Gauss and Legendre's rule of order 6.
import json
import numpy as np

golden = json.load(open('golden.json'))
SHAPES = lambda h1, h2: [(h1, 4), (h1,), (h2, h1), (h2,), (1, h2)]


def force(system, t, q):
    x, y = q[..., 0], q[..., 1]
    r2 = x * x + y * y
    a, b = {'spring': lambda: (-t * x, -t * y), 'pend': lambda: (-t * np.sin(x), -t * np.sin(y)),
            'hh': lambda: (-x - 2 * t * x * y, -y - t * (x * x - y * y)), 'quartic': lambda: (-t * r2 * x, -t * r2 * y),
            'kepler': lambda: (-t * x / r2**1.5, -t * y / r2**1.5)}[system]()
    return np.stack([a, b], -1)


def potential(system, t, q):
    x, y = q[..., 0], q[..., 1]
    r2 = x * x + y * y
    return {'spring': lambda: t * r2 / 2, 'pend': lambda: t * (2 - np.cos(x) - np.cos(y)),
            'hh': lambda: r2 / 2 + t * (x * x * y - y**3 / 3), 'quartic': lambda: t * r2**2 / 4,
            'kepler': lambda: -t / np.sqrt(r2)}[system]()


def motion(system, t, x):
    return np.concatenate([x[..., 2:], force(system, t, x[..., :2])], -1)


def split(w, shapes):
    parts, at = [], 0
    for shape in shapes:
        n = int(np.prod(shape))
        parts.append(w[at:at + n].reshape(shape))
        at += n
    return parts


def field(w, shapes, x):
    W1, b1, W2, b2, w3 = split(w, shapes)
    a = np.tanh(x @ W1.T + b1)
    b = np.tanh(a @ W2.T + b2)
    g = (((1 - b * b) * w3[0]) @ W2 * (1 - a * a)) @ W1
    return np.concatenate([g[:, 2:], -g[:, :2]], 1)


def energy(w, shapes, x):
    W1, b1, W2, b2, w3 = split(w, shapes)
    return np.tanh(np.tanh(x @ W1.T + b1) @ W2.T + b2) @ w3[0]


def loss(w, shapes, x, y):
    return ((field(w, shapes, x) - y)**2).mean()


def gradient(w, shapes, x, y):
    """By hand, so that it takes complex weights: every line of the backward pass of the field."""
    W1, b1, W2, b2, w3 = split(w, shapes)
    a = np.tanh(x @ W1.T + b1)
    b = np.tanh(a @ W2.T + b2)
    p, q = 1 - a * a, 1 - b * b
    s = q * w3[0]
    m = s @ W2
    n = m * p
    g = n @ W1
    r = 2 * (np.concatenate([g[:, 2:], -g[:, :2]], 1) - y) / y.size
    dg = np.concatenate([-r[:, 2:], r[:, :2]], 1)
    dn = dg @ W1.T
    dW1 = n.T @ dg
    dm, dp = dn * p, dn * m
    ds = dm @ W2.T
    dW2 = s.T @ dm
    dw3, dq = (ds * q).sum(0), ds * w3[0]
    db = -2 * b * dq * q
    dW2 = dW2 + db.T @ a
    da = (db @ W2 - 2 * a * dp) * p
    dW1 = dW1 + da.T @ x
    return np.concatenate([dW1.ravel(), da.sum(0), dW2.ravel(), db.sum(0), dw3])


def parts_of(v, shapes):
    return [part.tolist() for part in split(v, shapes)]


def gauss(system, t, x, span, steps):
    r, h = np.sqrt(15), span / steps
    A = np.array([[5 / 36, 2 / 9 - r / 15, 5 / 36 - r / 30], [5 / 36 + r / 24, 2 / 9, 5 / 36 - r / 24], [5 / 36 + r / 30, 2 / 9 + r / 15, 5 / 36]])
    for _ in range(steps):
        k = np.tile(motion(system, t, x), (3, 1))
        for _ in range(12):
            k = motion(system, t, x + h * A @ k)
        x = x + h * np.array([5, 8, 5]) / 18 @ k
    return x


def points(draw, system, n):
    size = {'spring': (1.3, 1.3), 'pend': (2.5, 1.5), 'hh': (0.9, 0.6), 'quartic': (1.3, 1.3), 'kepler': (1.1, 1)}[system]
    x = np.concatenate([draw.uniform(-size[0], size[0], (n, 2)), draw.uniform(-size[1], size[1], (n, 2))], 1)
    if system == 'kepler':
        x[:, :2] *= (0.6 + draw.uniform(0, 1, (n, 1))) / np.linalg.norm(x[:, :2], axis=1, keepdims=True)
    return x.round(4)


def net_case(draw, hidden, system, t, n, m, rate):
    shapes = SHAPES(*hidden)
    w = np.concatenate([(draw.normal(size=shape) * 0.6).round(6).ravel() for shape in shapes])
    x, z = points(draw, system, n), points(draw, system, m)
    y, u = motion(system, t, x), motion(system, t, z)
    after = lambda v: v - rate * gradient(v, shapes, x, y)
    complex_step = lambda f: np.array([f(w + 1e-30j * e).imag / 1e-30 for e in np.eye(w.size)])
    net = dict(zip(['W1', 'b1', 'W2', 'b2', 'w3'], parts_of(w, shapes)))
    return {'net': net, 'system': system, 'theta': t, 'support_x': x.tolist(), 'support_y': y.tolist(), 'H': energy(w, shapes, x).tolist(),
            'pred': field(w, shapes, x).tolist(), 'loss': float(loss(w, shapes, x, y)),
            'grad': parts_of(complex_step(lambda v: loss(v, shapes, x, y)), shapes), 'inner_lr': rate, 'query_x': z.tolist(), 'query_y': u.tolist(),
            'query_loss_after_one_step': float(loss(after(w), shapes, z, u)),
            'maml_grad': parts_of(complex_step(lambda v: loss(after(v), shapes, z, u)), shapes),
            'fomaml_grad': parts_of(gradient(after(w), shapes, z, u), shapes)}


def field_case(draw, system, t, n):
    x = points(draw, system, n)
    return {'system': system, 'theta': t, 'x': x.tolist(), 'V': potential(system, t, x[:, :2]).tolist(), 'field': motion(system, t, x).tolist()}


def orbit_case(system, t, x0, times):
    x = np.array(x0)
    xs = [gauss(system, t, x, time, 400 * int(np.ceil(time))).tolist() for time in times]
    return {'system': system, 'theta': t, 'x0': x0, 't': times, 'x': xs, 'E': float(x[2:] @ x[2:] / 2 + potential(system, t, x[:2]))}


def adaptation_case(draw, system, t, n, m, steps):
    x, z = points(draw, system, n), points(draw, system, m)
    y, u = motion(system, t, x), motion(system, t, z)
    error = {}
    for name, start in golden['starts'].items():
        shapes = SHAPES(len(start['b1']), len(start['b2']))
        w = np.concatenate([np.array(start[k]).ravel() for k in ('W1', 'b1', 'W2', 'b2', 'w3')])
        found = []
        for k in range(max(steps) + 1):
            if k in steps:
                found.append(float(((field(w, shapes, z) - u)**2).sum() / (u**2).sum()))
            w = w - 0.1 * gradient(w, shapes, x, y)
        error[name] = found
    return {'system': system, 'theta': t, 'support_x': x.tolist(), 'query_x': z.tolist(), 'steps': steps, 'error': error}


draw = np.random.default_rng(20240212)
file = {
    'net': net_case(draw, (5, 2), 'kepler', 0.7, 4, 3, 0.05),
    'fields': [field_case(draw, system, t, n) for system, t, n in (('kepler', 1.7, 3), ('hh', 0.6, 1), ('quartic', 0.4, 2), ('pend', 1.9, 2), ('spring', 0.3, 1))],
    'trajectories': [orbit_case('quartic', 1.4, [0.5, -0.2, 0.1, 0.9], [2, 6]), orbit_case('spring', 0.5, [1.0, 0.3, 0.0, -0.4], [3]),
                     orbit_case('kepler', 1.2, [0.9, 0.1, -0.2, 1.0], [1, 4])],
    'adaptation': [adaptation_case(draw, 'hh', 1.5, 12, 30, [0, 2, 9]), adaptation_case(draw, 'kepler', 0.5, 25, 20, [1, 6])],
}
print(json.dumps([{'file': file, 'outputs': ['net.loss', 'net.query_loss_after_one_step', 'net.H.1', 'net.maml_grad.3.1', 'net.fomaml_grad.0.2.3', 'net.grad.2.1.4',
                                             'fields.0.V.2', 'fields.1.field.0.3', 'trajectories.0.x.1.2', 'trajectories.1.E', 'adaptation.0.error.pre.2',
                                             'adaptation.1.error.fomaml.1']}]))
