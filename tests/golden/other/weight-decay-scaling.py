# AdamW by sums over all old gradients; slopes of the network by complex steps; resting sizes by summing what each old kick has left; singular values by numpy.
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(57)


def adamw(W0, grads, eta, lam):
    """W after k steps, each from all gradients so far."""
    def step(k):
        old = np.arange(k, -1, -1)
        m = sum(0.1 * 0.9**a * g for a, g in zip(old, grads)) / (1 - 0.9 ** (k + 1))
        v = sum(0.05 * 0.95**a * g**2 for a, g in zip(old, grads)) / (1 - 0.95 ** (k + 1))
        return m / (np.sqrt(v) + 1e-12)
    steps = [step(k) for k in range(len(grads))]
    keep = 1 - eta * lam
    return [keep ** (k + 1) * W0 - eta * sum(keep ** (k - j) * steps[j] for j in range(k + 1)) for k in range(len(grads))]


def out(weights, X):
    E, W1, W2, V = weights
    d = len(E)
    normed = lambda h: h / np.sqrt((h * h).sum(0) / d + 1e-8)
    h = normed(E @ X)
    a = W1 @ h
    return V @ normed(h + W2 @ np.where(a.real > 0, a, 0)) / d


def loss(weights, X, Y):
    return ((out(weights, X) - Y) ** 2).sum() / (2 * X.shape[1])


def slopes(weights, X, Y):
    def of(k, place):
        moved = [w.astype(complex) for w in weights]
        moved[k][place] += 1e-30j
        return loss(moved, X, Y).imag / 1e-30
    return [np.array([of(k, place) for place in np.ndindex(w.shape)]).reshape(w.shape) for k, w in enumerate(weights)]


def net(inputs, d, outputs, batch, eta, lam, count):
    weights = [draw.normal(size=s) for s in [(d, inputs), (d, d), (d, d), (outputs, d)]]
    X, Y = draw.normal(size=(inputs, batch)), draw.normal(size=(outputs, batch))
    losses, gradients, now = [], [], weights
    for _ in range(count):
        losses.append(loss(now, X, Y))
        gradients.append(slopes(now, X, Y))
        now = [adamw(w, [g[k] for g in gradients], eta[k], lam[k])[-1] for k, w in enumerate(weights)]
    names = dict(zip(['E', 'W1', 'W2', 'V'], [w.tolist() for w in weights]))
    return {**names, 'X': X.tolist(), 'Y': Y.tolist(), 'loss': losses[0], 'out': out(weights, X).tolist(),
            'grads': [g.tolist() for g in gradients[0]], 'fd_max_difference': 1e-9,
            'train_eta': eta, 'train_lambda': lam, 'train_losses': losses}


def rest(eta, lam, beta1):
    """A kick is felt t steps later as eta (1 - b) sum of a^i b^(t - i)."""
    a, b = 1 - eta * lam, beta1
    t = np.arange(int(60 / (eta * lam)))
    felt = eta * (1 - b) * (a ** (t + 1) - b ** (t + 1)) / (a - b)
    return {'eta': eta, 'lam': lam, 'beta1': beta1, 'rms': float(np.sqrt((felt**2).sum())), 'simple': float(np.sqrt(eta / (2 * lam)))}


def other(shape, grads, eta, lam, one, rests, size):
    W0, steps = draw.normal(size=shape), [draw.normal(size=shape) for _ in range(grads)]
    matrix = draw.normal(size=size)
    return dict(golden, net=one, steady_state=rests, matrix=matrix.tolist(),
                singular_values=np.linalg.svd(matrix, compute_uv=False).tolist(),
                adamw={'W0': W0.tolist(), 'grads': [g.tolist() for g in steps], 'eta': eta, 'lam': lam,
                       'W': [w.tolist() for w in adamw(W0, steps, eta, lam)]})


outputs = ['adamw.W.3.0.1', 'steady_state.0.rms', 'steady_state.1.simple', 'singular_values.0', 'singular_values.2']
print(json.dumps([
    {'file': other((3, 2), 5, 0.03, 0.7, net(2, 5, 3, 4, [0.02, 0.01, 0.03, 0.01], [0, 2.0, 0.5, 0], 6),
                   [rest(0.02, 1.5, 0.8), rest(0.005, 3.0, 0.95)], (6, 6)),
     'outputs': [*outputs, 'net.loss', 'net.out.2.3', 'net.grads.1.4.4', 'net.train_losses.5']},
    {'file': other((1, 7), 9, 0.1, 1.0, [net(3, 4, 1, 7, [0.05, 0.02, 0.02, 0.03], [0.1, 0, 1.0, 0], 4)],
                   [rest(0.2, 0.3, 0.0), rest(0.01, 1.0, 0.5)], (9, 3)),
     'outputs': [*outputs, 'net.0.grads.0.3.2', 'net.0.train_losses.3']}]))
