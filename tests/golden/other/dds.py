# Golden inputs for dds that its file does not have: other sizes of matrices, other templates and widths, a sampler with other counts of steps, a signal
# of another length, a scanner with another picture and number of views. CG by its Krylov space: a least-squares problem in that space, not recurrences.
import json
import numpy as np

rng = np.random.default_rng(77)
off = lambda x: np.round(x, 3)


def krylov_cg(B, b, x0, steps):
    """Where CG is after each step: the least error in the norm of B over x0 + span{r, B r, ...}."""
    r = b - B @ x0
    path, basis = [x0], []
    for k in range(steps):
        v = r if not basis else B @ basis[-1]
        for _ in range(2):
            for q in basis:
                v = v - (q @ v) * q
        if np.linalg.norm(v) < 1e-11 * max(1, np.linalg.norm(r)):
            path.append(path[-1])
            continue
        basis.append(v / np.linalg.norm(v))
        Q = np.array(basis).T
        path.append(x0 + Q @ np.linalg.lstsq(Q.T @ B @ Q, Q.T @ r, rcond=None)[0])
    return path


A, y, x0 = off(rng.standard_normal((4, 7))), off(rng.standard_normal(4)), off(rng.standard_normal(7))


def cg_case(gamma, steps):
    B, b = (A.T @ A, A.T @ y) if gamma is None else (np.eye(7) + gamma * A.T @ A, x0 + gamma * A.T @ y)
    path = krylov_cg(B, b, x0, steps)
    case = {'system': 'other', 'iterates': [p.tolist() for p in path]}
    if gamma is None:
        case['residual_norms'] = [float(np.linalg.norm(b - B @ p)) for p in path]
    else:
        case |= {'gamma': gamma, 'exact': np.linalg.solve(B, b).tolist()}
    return case


bars = np.cumprod(1 - np.linspace(1e-4, 0.02, 1000))
templates, std = off(rng.uniform(-1, 1, (4, 6))), 0.25
P = rng.integers(0, 2, (4, 6)).astype(float)
P[:, 0] = [1, 0, 1, 1]
truth = off(rng.uniform(-1, 1, 6))
measured = P @ truth
start, noise = off(rng.standard_normal(6)), off(rng.standard_normal((8, 6)))


def denoise(x, bar):
    v = bar * std**2 + 1 - bar
    q = ((x - np.sqrt(bar) * templates) ** 2).sum(1) / (2 * v)
    w = np.exp(-(q - q.min()))
    w /= w.sum()
    return sum(wk * (mu + np.sqrt(bar) * std**2 / v * (x - np.sqrt(bar) * mu)) for wk, mu in zip(w, templates))


def run(name, T, **more):
    times = list(range(0, 1000, 1000 // T))[::-1]
    x, guesses, better, left = start.copy(), [], [], []
    eta, gamma = more.get('eta', 0.85), more.get('gamma')
    for k, t in enumerate(times):
        bar = bars[t]
        guess = denoise(x, bar)
        seen = (x - np.sqrt(bar) * guess) / np.sqrt(1 - bar)
        hat = guess
        if more.get('mode') != 'none':
            B, b = (P.T @ P, P.T @ measured) if gamma is None else (np.eye(6) + gamma * P.T @ P, guess + gamma * P.T @ measured)
            if np.linalg.norm(b - B @ guess) >= 1e-5:
                hat = krylov_cg(B, b, guess, more['ncg'])[-1]
        guesses.append(guess), better.append(hat), left.append(float(np.linalg.norm(P @ hat - measured)))
        if k + 1 == len(times) or times[k + 1] == 0:
            x = hat
        else:
            to = bars[times[k + 1]]
            x = np.sqrt(to) * hat + np.sqrt(1 - to) * (eta * noise[k] + np.sqrt(1 - eta**2) * seen)
    m = len(times) // 2
    return {'name': name, 'T': T, **more, 'final': x.tolist(), 'first_x0': guesses[0].tolist(), 'first_xhat': better[0].tolist(),
            'mid_x0': guesses[m].tolist(), 'mid_xhat': better[m].tolist(), 'data_residual_after': left, 'times': times}


n, sigma = 24, 1.1
k = np.arange(n)
waves = np.array([np.ones(n)] + [of(2 * np.pi * f * k / n) for f in range(1, 5) for of in (np.cos, np.sin)])
Q = np.linalg.qr(waves.T)[0]
goal, begin = off(rng.standard_normal(9)) @ waves / 3, off(rng.standard_normal(9)) @ waves / 3
near = np.minimum(k, n - k)
kernel = np.exp(-(near**2) / (2 * sigma**2))
blur = np.array([np.roll(kernel / kernel.sum(), j) for j in range(n)])


def signal(name, M):
    B = M.T @ M
    path = krylov_cg(B, B @ goal, begin, 3)
    runs = []
    for m in (1, 2, 3):
        d = path[m] - begin
        runs.append({'m': m, 'off_tangent_fraction': float(np.linalg.norm(d - Q @ (Q.T @ d)) / np.linalg.norm(d)),
                     'error_to_truth': float(np.linalg.norm(path[m] - goal))})
    return {'operator': name, 'start_error': float(np.linalg.norm(begin - goal)), 'runs': runs}


def radon(n, views):
    bins = int(np.ceil(1.45 * n))
    rows = np.zeros((views, bins, n, n))
    for v in range(views):
        for i in range(n):
            for j in range(n):
                s = (j - (n - 1) / 2) * np.cos(np.pi * v / views) + (i - (n - 1) / 2) * np.sin(np.pi * v / views) + (bins - 1) / 2
                rows[v, :, i, j] = np.clip(1 - np.abs(np.arange(bins) - s), 0, None) / np.sqrt(n)  # a hat over each bin
    return rows.reshape(views * bins, n * n).tolist()


places = off(rng.standard_normal((2, 6)))
file = {
    'tolerance': {'cg_abs': 1e-9, 'tweedie_abs': 1e-10, 'dds_abs': 1e-7, 'krylov_abs': 1e-10},
    'templates': templates.tolist(), 'prior_std': std, 'projection_matrix': P.tolist(), 'y': measured.tolist(), 'truth': truth.tolist(),
    'start': start.tolist(), 'noise': noise.tolist(),
    'cg': {'A': A.tolist(), 'y': y.tolist(), 'x0': x0.tolist(), 'cases': [cg_case(None, 4), cg_case(0.7, 4), cg_case(3.0, 4)]},
    'alpha_bar': {str(t): float(np.exp(np.log1p(-np.linspace(1e-4, 0.02, 1000)[: t + 1]).sum())) for t in (7, 333, 640)},
    'tweedie': [{'t': t, 'alpha_bar': float(bars[t]), 'x': x.tolist(), 'x0': denoise(x, bars[t]).tolist()} for t, x in zip((77, 600), places)],
    'dds_runs': [run('one step', 8, ncg=1), run('damped', 5, ncg=2, gamma=2.0), run('fresh', 8, ncg=2, eta=1.0), run('none', 5, mode='none')],
    'krylov': {'n': n, 'blur_sigma': sigma, 'truth': goal.tolist(), 'start': begin.tolist(),
               'operators': [signal('blur', blur), signal('every third sample', np.eye(n)[::3])]},
    'radon_4x4_3views': radon(3, 4),
}
outputs = ['cg.cases.0.iterates.2.3', 'cg.cases.0.residual_norms.1', 'cg.cases.1.exact.0', 'cg.cases.2.iterates.1.5', 'alpha_bar.333',
           'tweedie.1.x0.2', 'dds_runs.0.final.3', 'dds_runs.1.mid_xhat.0', 'dds_runs.2.first_x0.1', 'dds_runs.3.final.0',
           'krylov.operators.0.runs.1.error_to_truth', 'krylov.operators.1.runs.0.off_tangent_fraction', 'radon_4x4_3views.2.4']
print(json.dumps([{'file': file, 'outputs': outputs}]))
