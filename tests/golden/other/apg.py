# Guided prediction by Algorithm 1 and the denoiser of a Gaussian mixture by Bayes' rule, in three dimensions and in two.
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(22)


def guide(cond, uncond, average, case):
    difference = cond - uncond + (case['beta'] or 0) * average
    average = difference
    size = np.linalg.norm(difference)
    rescaled = difference * min(1, case['r'] / size) if case['r'] > 0 else difference
    unit = cond / max(np.linalg.norm(cond), 1e-12)
    parallel = np.sum(rescaled * unit) * unit
    orthogonal = rescaled - parallel
    update = orthogonal + case['eta'] * parallel
    form = case.get('formulation', 'paper')
    guided = (cond + (case['w'] - 1) * update if form == 'paper' else
              (cond if form == 'diffusers_original' else uncond) + case['w'] * update)
    return {'momentum_avg': average, 'rescaled': rescaled, 'parallel': parallel, 'orthogonal': orthogonal, 'guided': guided}


def guidance_case(name, shape, w, beta, eta, r, formulation, steps):
    case = {'name': name, 'shape': shape, 'w': w, 'beta': beta, 'eta': eta, 'r': r, 'formulation': formulation, 'steps': []}
    average = np.zeros(shape)
    for _ in range(steps):
        cond, uncond = draw.normal(size=shape), draw.normal(size=shape)
        found = guide(cond, uncond, average, case)
        average = found['momentum_avg']
        case['steps'].append({key: value.ravel().tolist()
                              for key, value in {'pred_cond': cond, 'pred_uncond': uncond, **found}.items()})
    return case


def denoise(m, x, sigma):
    """D of the wanted class, D of all, posterior of the class; x: [n, dim]."""
    mu, std, weight, cls = (np.array(m[key]) for key in ('mu', 'std', 'weight', 'cls'))
    spread = std**2 + sigma**2
    away = np.sum((x[:, None] - mu) ** 2, axis=2)
    log = np.log(weight) - away / (2 * spread) - mu.shape[1] / 2 * np.log(spread)
    share = np.exp(log - log.max(axis=1, keepdims=True))
    wanted = cls == m['target_class']
    best = (std[:, None] ** 2 * x[:, None] + sigma**2 * mu) / spread[:, None]  # [n, components, dim]
    mean = lambda s: np.einsum('nk,nkd->nd', s / s.sum(axis=1, keepdims=True), best)
    own = np.where(wanted, log, -np.inf)
    return mean(np.exp(own - own.max(axis=1, keepdims=True))), mean(share), share[:, wanted].sum(axis=1) / share.sum(axis=1)


def grid(count):
    ramp = np.arange(count) / (count - 1)
    return [*(80 ** (1 / 7) + ramp * (0.002 ** (1 / 7) - 80 ** (1 / 7))) ** 7, 0.0]


def sample(m, x, case):
    sigmas = grid(case['N'])
    average = np.zeros_like(x)
    path, along, across = [x], [], []
    for sigma, after in zip(sigmas, sigmas[1:]):
        cond, uncond, _ = denoise(m, x, sigma)
        steps = [guide(c, u, a, case) for c, u, a in zip(cond, uncond, average)]
        average = np.array([s['momentum_avg'] for s in steps])
        along.append([np.linalg.norm(s['parallel']) for s in steps])
        across.append([np.linalg.norm(s['orthogonal']) for s in steps])
        guided = np.array([s['guided'] for s in steps])
        x = guided + after / sigma * (x - guided)
        path.append(x)
    return x, path, along, across


def other(dim, components):
    weight = draw.uniform(0.5, 1.5, components)
    m = {'mu': draw.normal(size=(components, dim)).tolist(), 'std': draw.uniform(0.15, 0.4, components).tolist(),
         'weight': (weight / weight.sum()).tolist(), 'cls': [k % 3 for k in range(components)], 'target_class': 1}
    z = draw.normal(size=(4, dim))
    file = dict(golden, mixture=m, z=z.tolist())
    file['guidance_cases'] = [guidance_case('all on', [dim + 1], 4.0, -0.6, 0.3, 0.8, 'paper', 3),
                              guidance_case('picture', [2, 3, 2], 5.5, -0.3, 0.1, 1.5, 'diffusers_default', 2),
                              guidance_case('original', [2, 4], 3.0, None, 0.6, 0.0, 'diffusers_original', 4)]
    file['denoiser_cases'] = []
    for sigma, count in [(0.2, 3), (0.7, 6), (5.0, 2)]:
        points = draw.normal(size=(count, dim))
        cond, uncond, posterior = denoise(m, points, sigma)
        file['denoiser_cases'].append({
            'sigma': sigma, 'points': points.tolist(), 'D_cond': cond.tolist(), 'D_uncond': uncond.tolist(),
            'score_cond': ((cond - points) / sigma**2).tolist(), 'class_posterior': posterior.tolist()})
    file['trajectories'] = []
    for case in [{'name': 'plain', 'N': 12, 'w': 2.5, 'beta': 0.0, 'eta': 1.0, 'r': 0.0},
                 {'name': 'all on', 'N': 9, 'w': 6.0, 'beta': -0.4, 'eta': 0.2, 'r': 0.5}]:
        final, path, along, across = sample(m, 80 * z, case)
        file['trajectories'].append({**case, 'sigmas': grid(case['N']), 'final': final.tolist(),
                                     'path': np.transpose(path, (1, 0, 2)).tolist(), 'par_norm': along, 'orth_norm': across})
    if dim != 2:
        return {key: value for key, value in file.items() if key != 'ensembles'}  # they are of the plane
    file['ensembles'] = []
    for case in [{'name': 'few', 'N': 20, 'n': 200, 'w': 3.0, 'beta': -0.5, 'eta': 0.0, 'r': 2.0}]:
        i, g = np.arange(1, case['n'] + 1), 1.32471795724474602596
        u1, u2 = (0.5 + i / g) % 1, (0.5 + i / g**2) % 1
        start = 80 * np.sqrt(-2 * np.log(u1))[:, None] * np.stack([np.cos(2 * np.pi * u2), np.sin(2 * np.pi * u2)], axis=1)
        final, *_ = sample(m, start, case)
        radii = np.linalg.norm(final, axis=1)
        posterior = denoise(m, final, 1e-9)[2]
        file['ensembles'].append({**case, 'mean_radius': radii.mean(), 'std_radius': radii.std(), 'mean_class_posterior': posterior.mean()})
    return file


outputs = ['guidance_cases.0.steps.2.guided.1', 'guidance_cases.1.steps.1.orthogonal.4', 'guidance_cases.2.steps.3.guided.5',
           'denoiser_cases.0.D_cond.1.0', 'denoiser_cases.1.D_uncond.4.1', 'denoiser_cases.2.score_cond.1.1',
           'denoiser_cases.1.class_posterior.2', 'trajectories.0.final.2.1', 'trajectories.1.path.1.5.0', 'trajectories.1.par_norm.4.2',
           'trajectories.0.orth_norm.3.1']
ensemble = ['ensembles.0.mean_radius', 'ensembles.0.std_radius', 'ensembles.0.mean_class_posterior']
print(json.dumps([{'file': other(3, 7), 'outputs': outputs}, {'file': other(2, 11), 'outputs': outputs + ensemble}]))
