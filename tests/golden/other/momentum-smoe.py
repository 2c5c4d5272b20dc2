# Golden inputs for momentum-smoe that its file does not have: three experts, a router with a bias, noise with other steps. All experts are weighed by a mask.
import json
import numpy as np

rng = np.random.default_rng(21)
mus = np.array([[1.2, -0.4], [-0.7, 1.1], [-1.5, -0.9]])
H = np.array([[[0.7, 0.2], [0.2, 0.5]], [[0.9, -0.1], [-0.1, 0.3]], [[0.2, 0], [0, 1.1]]])
Wg = np.array([[0.8, -0.3], [-0.4, 0.9], [-0.6, -0.5]])
bg = np.array([0.1, -0.2, 0.05])
x0 = np.array([-2.3, 1.9])
noise = np.round(0.3 * rng.standard_normal((9, 2)), 3)


def layer(x, k):
    s = Wg @ x + bg
    order = sorted(range(3), key=lambda i: -s[i])[:k]
    mask = np.isin(np.arange(3), order)
    w = np.where(mask, np.exp(s), 0)
    w = w / w.sum()
    return np.einsum('i,ijl,il->j', w, H, x - mus), order


def run(mode, top_k, gamma, mu, kappa, is_noisy):
    xs, experts, slopes = [x0], [], []
    for t in range(9):
        x = xs[-1]
        g, order = layer(x, top_k)
        slopes.append(g + (noise[t] if is_noisy else 0))
        experts.append(order)
        past = np.arange(t, -1, -1)[:, None]
        sums = (mu**past * np.array(slopes)).sum(axis=0)  # all slopes so far, the older the less
        squares = (0.999**past * np.array(slopes) ** 2).sum(axis=0) * 0.001
        step = {'smoe': slopes[-1], 'mom': sums, 'adam': (1 - mu) * sums / np.sqrt(squares + 1e-8)}[mode]
        xs.append((1 - kappa) * x - gamma * step)
    return {'mode': mode, 'top_k': top_k, 'gamma': gamma, 'mu': mu, 'kappa': kappa, 'noise': is_noisy, 'x': [x.tolist() for x in xs], 'experts': experts}


file = {
    'tolerance': '1e-10 relative',
    'mus': mus.tolist(),
    'H': H.tolist(),
    'Wg': Wg.tolist(),
    'bg': bg.tolist(),
    'x0': x0.tolist(),
    'noise': noise.tolist(),
    'runs': [
        run('smoe', 2, 0.8, 0, 0, True),
        run('mom', 3, 0.6, 0.5, 0, False),
        run('adam', 1, 0.3, 0.8, 0.2, True),
    ],
}
outputs = ['runs.0.x.9.0', 'runs.1.x.4.1', 'runs.2.x.6.0', 'runs.1.experts.3.0']
print(json.dumps([{'file': file, 'outputs': outputs}]))
