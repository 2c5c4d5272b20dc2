# Other inputs of the same shape: gradients by differences of the losses, written from their definitions (five points); walks by rotations instead of
# normalisation; correlations by numerical integration.
import json
import numpy as np

rng = np.random.default_rng(7)
H = 1e-3


def particles(*shape):
    """Numbers from 0.4 to 2 with three digits and any sign, so that no length is small."""
    return np.round(rng.uniform(0.4, 2, shape) * rng.choice([-1, 1], shape), 3)


def unit(x):
    return x / np.sqrt((x * x).sum(-1, keepdims=True))


def losses(u, target, noise):
    N, V, d = u.shape
    middle, wanted = unit(unit(u).sum(1)), unit(unit(target).sum(1))
    sigma = np.sqrt(np.linalg.eigvalsh(middle.T @ middle))[::-1]
    centroid = ((middle - wanted) ** 2).sum() / N
    brownian = np.mean([unit(u)[i, v] @ unit(noise)[i] for i in range(N) for v in range(V)])
    return np.array([centroid, brownian, ((sigma / np.sqrt(N) - 1 / np.sqrt(d)) ** 2).sum()]), sigma


def slopes(u, target, noise):
    out = np.zeros((3, *u.shape))
    for at in np.ndindex(u.shape):
        for far, weight in ((-2, 1), (-1, -8), (1, 8), (2, -1)):
            moved = u.copy()
            moved[at] += far * H
            out[(slice(None), *at)] += weight * losses(moved, target, noise)[0] / (12 * H)
    return out


def case(N, V, d, lambda_c, lambda_b, lambda_s, m, lr, steps):
    u, target, noise = particles(N, V, d), particles(N, V, d), particles(steps, N, d)
    inputs = dict(N=N, V=V, d=d, lambda_c=lambda_c, lambda_b=lambda_b, lambda_s=lambda_s, m=m, lr=lr, u_online=u.tolist(), u_target=target.tolist(),
                  noise_vectors_unnormalised=noise.tolist())
    done = []
    for n in noise:
        at, sigma = losses(u, target, n)
        g = slopes(u, target, n)
        done.append(dict(loss_centroid=at[0], loss_brownian=at[1], loss_singular=at[2], singular_values=sigma.tolist(), grad_centroid=g[0].tolist(),
                         grad_brownian=g[1].tolist(), grad_singular=g[2].tolist()))
        u = u - lr * (lambda_c * g[0] + lambda_b * g[1] + lambda_s * g[2])
        target = target - (1 - m) * (target - u)
    return {'inputs': inputs, 'steps': done, 'final': {'u_online': u.tolist(), 'u_target': target.tolist()}}


def walk(d, a, steps):
    z, noise = unit(particles(d)), particles(steps, d)
    out = dict(d=d, a=a, z0=z.tolist(), noise_vectors_unnormalised=noise.tolist(), path=[])
    for n in unit(noise):
        side = (n @ z) * z - n
        size = np.linalg.norm(side)
        angle = np.arctan(a * size)  # a step along the tangent turns by this angle
        z = np.cos(angle) * z + np.sin(angle) * side / size
        out['path'].append(z.tolist())
    return out


def correlation(d, a):
    """Mean cosine of the turn over kicks at an angle t from z: Gauss and Legendre in space, equal steps in the plane."""
    if d == 3:
        x, w = np.polynomial.legendre.leggauss(80)
        value = (w / np.sqrt(1 + a * a * (1 - x * x))).sum() / 2
    else:
        value = np.mean(1 / np.sqrt(1 + (a * np.sin(2 * np.pi * np.arange(400) / 400)) ** 2))
    return dict(d=d, a=a, one_step_correlation=value)


file = {
    'how': 'other inputs',
    'tolerance': 1e-8,
    'cases': [case(5, 2, 3, 0.7, 0.9, 1.3, 0.8, 0.15, 2), case(4, 1, 2, 1.1, 0.4, 0.6, 0.95, 0.05, 2)],
    'brownian_walk': [walk(3, 0.8, 5), walk(2, 0.35, 6)],
    'brownian_correlation': [correlation(d, a) for d in (2, 3) for a in (0.2, 0.7, 1.6)],
}
outputs = ['cases.0.steps.0.loss_centroid', 'cases.0.steps.1.loss_singular', 'cases.1.steps.0.singular_values.1', 'cases.0.steps.0.grad_centroid.1.0.2',
           'cases.0.steps.1.grad_brownian.2.1.0', 'cases.1.steps.1.grad_singular.3.0.1', 'cases.0.final.u_online.4.1.1', 'cases.1.final.u_target.0.0.0',
           'brownian_walk.0.path.4.2', 'brownian_walk.1.path.2.0', 'brownian_correlation.1.one_step_correlation', 'brownian_correlation.5.one_step_correlation']
print(json.dumps([{'file': file, 'outputs': outputs}]))
