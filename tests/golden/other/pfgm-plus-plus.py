# Golden inputs for pfgm-plus-plus that its file does not have: four charges, D that is no whole number, closed forms of the laws of radii and kernels in one and two
# dimensions, paths by many plain Runge-Kutta steps in r instead of in the logarithm of the noise level.
import json
import numpy as np

y = np.array([[0.5, -1.5], [1.2, 0.7], [-1.1, 0.3], [-0.2, -0.4]])


def weights(x, D, sigma):
    q = ((x - y) ** 2).sum(1)
    if D == 'inf':
        w = np.exp(-(q - q.min()) / (2 * sigma**2))
    else:
        q = (q + sigma**2 * D).astype(np.longdouble)
        w = (q / q.min()) ** (-(np.longdouble(D) + 2) / 2)
    return (w / w.sum()).astype(float)


def slope(x, D, sigma):
    return (x - weights(x, D, sigma) @ y) / sigma


def denoiser(D, sigma, x):
    x = np.array(x)
    w = np.array([weights(p, D, sigma) for p in x])
    slopes = (x - w @ y) / sigma
    case = {'D': D, 'sigma': sigma, 'x': x.tolist(), 'denoised': (w @ y).tolist(), 'weights': w.tolist(), 'dx_dsigma': slopes.tolist()}
    if D != 'inf' and D < 100:
        r = sigma * np.sqrt(D)
        q = [((p - y) ** 2).sum(1) + r**2 for p in x]  # plain powers of plain distances
        field = [((p - y) * (s ** (-(2 + D) / 2))[:, None]).sum(0) / (r * s ** (-(2 + D) / 2)).sum() for p, s in zip(x, q)]
        case['E_ratio'] = np.array(field).tolist()
    return case


def exact(x, D, high, low, steps=1500):
    """Runge and Kutta's steps in the root of sigma: dx/du = 2 u dx/dsigma."""
    us = np.linspace(np.sqrt(high), np.sqrt(low), steps + 1)
    f = lambda u, x: 2 * u * slope(x, D, u * u)
    x = np.array(x)
    for u, v in zip(us[:-1], us[1:]):
        h, m = v - u, (u + v) / 2
        a = f(u, x)
        b = f(m, x + h / 2 * a)
        c = f(m, x + h / 2 * b)
        x = x + h / 6 * (a + 2 * b + 2 * c + f(v, x + h * c))
    return x


def trajectory(D, high, N, starts):
    sigmas = [(high ** (1 / 7) + i / (N - 1) * (0.002 ** (1 / 7) - high ** (1 / 7))) ** 7 for i in range(N)] + [0]
    paths = []
    for x in map(np.array, starts):
        path = [x]
        for s, t in zip(sigmas[:-1], sigmas[1:]):
            d = slope(x, D, s)
            ahead = x + (t - s) * d
            x = ahead if t == 0 else x + (t - s) / 2 * (d + slope(ahead, D, t))
            path.append(x)
        paths.append(np.array(path).tolist())
    return {'D': D, 'sigma_max': high, 'N': N, 'start': starts, 'heun_final': [p[-1] for p in paths], 'heun_path_first': paths[0],
            'exact_at_sigma_0p04': [exact(x, D, high, 0.04).tolist() for x in starts]}


def trigamma(x, many=20000):
    k = np.arange(many)
    end = x + many
    return float((1 / (x + k) ** 2)[::-1].sum() + 1 / end + 1 / (2 * end**2) + 1 / (6 * end**3))


def radius(N, D, prob, of):
    spread = np.sqrt(trigamma(N / 2) + (0 if D == 'inf' else trigamma(D / 2))) / 2
    mean = N if D == 'inf' else N * D / (D - 2) if D > 2 else None
    return {'N': N, 'D': D, 'prob': prob, 'R_over_sigma': [float(of(p)) for p in prob], 'std_log_R': spread, 'mean_R2_over_sigma2': mean}


def kernel(D, sigma, x, density):
    q = [sum(part**2 for part in p) for p in x]
    return {'D': D, 'sigma': sigma, 'x': x, 'log_p_kernel_about_origin': [float(np.log(density(s))) for s in q]}


def limit(D, start, low, name):
    end, far = exact(start, D, 5, low), exact(start, 'inf', 5, low)
    return {'D': D, 'start': start, name: end.tolist(), 'gap_to_diffusion': float(np.hypot(*(end - far)))}


points = [[0.1, 0.2], [-3.0, 2.0], [5.0, 5.0]]
file = {
    'tolerance': {'denoiser_abs': 1e-10, 'heun_abs': 1e-8, 'exact_abs': 1e-6, 'quantile_rel': 1e-8, 'logpdf_abs': 1e-10},
    'points': y.tolist(),
    'denoiser_cases': [denoiser(1, 0.3, points), denoiser(3.5, 2.0, points[:2]), denoiser(700, 0.7, points), denoiser('inf', 1.5, points)],
    'trajectories': [trajectory(3.5, 6.0, 18, [[2.0, 3.0], [-4.0, 0.5]]), trajectory('inf', 25.0, 11, [[-9.0, 14.0]])],
    'radius_law': [
        radius(2, 3.5, [0.2, 0.7], lambda p: np.sqrt(3.5 * ((1 - p) ** (-2 / 3.5) - 1))),
        radius(1, 1, [0.3, 0.95], lambda p: np.tan(np.pi * p / 2)),
        radius(1, 2, [0.4], lambda p: p * np.sqrt(2 / (1 - p**2))),
        radius(2, 'inf', [0.05, 0.6], lambda p: np.sqrt(-2 * np.log(1 - p))),
    ],
    'student_t': [
        kernel(3.5, 0.4, [[0.3, -1.0], [4.0, 2.0]], lambda q: (1 + q / (3.5 * 0.16)) ** -2.75 / (2 * np.pi * 0.16)),
        kernel(3, 2.0, [[0.7], [-12.0]], lambda q: 6 * np.sqrt(3) / (np.pi * (3 + q / 4) ** 2) / 2),
        kernel('inf', 1.3, [[1.0, 1.0]], lambda q: np.exp(-q / 3.38) / (2 * np.pi * 1.69)),
    ],
    'limit_D': [limit(10, [1.0, 4.0], 0.8, 'x_at_sigma_0p8'), limit(300, [1.0, 4.0], 0.8, 'x_at_sigma_0p8')],
}
outputs = ['denoiser_cases.0.weights.1.2', 'denoiser_cases.1.E_ratio.0.1', 'denoiser_cases.2.dx_dsigma.2.0', 'denoiser_cases.3.denoised.0.0',
           'trajectories.0.heun_path_first.9.1', 'trajectories.0.exact_at_sigma_0p04.1.0', 'trajectories.1.heun_final.0.1',
           'radius_law.0.R_over_sigma.1', 'radius_law.1.std_log_R', 'student_t.0.log_p_kernel_about_origin.1',
           'student_t.1.log_p_kernel_about_origin.0', 'limit_D.0.x_at_sigma_0p8.0', 'limit_D.1.gap_to_diffusion']
print(json.dumps([{'file': file, 'outputs': outputs}]))
