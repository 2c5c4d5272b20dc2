# Chains of the cat map by walking, residuals from singular values, the flow by extrapolation, the torus map by averages over orbits.
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(24)


def cat(N, moduli):
    box = {(x, y) for x in range(-N, N + 1) for y in range(-N, N + 1)}
    longest = 0
    for start in box - {(0, 0)}:
        k, length = start, 0
        while k in box:
            k, length = (2 * k[0] + k[1], k[0] + k[1]), length + 1
        longest = max(longest, length)
    # K takes each mode to the next: a shift on the longest chain, out of the box at its end
    shift = np.vstack([np.zeros(longest), np.eye(longest)])
    keep = np.vstack([np.eye(longest), np.zeros(longest)])
    tau = lambda z: np.linalg.svd(shift - z * keep, compute_uv=False)[-1]
    return {'N': N, 'modes': len(box), 'longest_chain': longest, 'residual': [[z, tau(z)] for z in moduli]}


def flow(state, gamma, dt, substeps=4000):
    """Many small steps of second order, once more with half as many, extrapolated."""
    def leap(n):
        x, v = state
        h = dt / n
        for _ in range(n):
            x += h / 2 * v
            v = (v * (1 - gamma * h / 2) + h * (x - x**3)) / (1 + gamma * h / 2)
            x += h / 2 * v
        return np.array([x, v])
    return (4 * leap(substeps) - leap(substeps // 2)) / 3


def duffing(count, centres, d, dt, gamma, z):
    X = draw.uniform(-1.6, 1.6, (count, 2))
    Y = np.array([flow(state, gamma, dt) for state in X])
    table = lambda states: np.exp(-np.linalg.norm(states[:, None] - centres, axis=2) / d) / np.sqrt(count)
    A, B = table(X), table(Y)
    values, vectors = np.linalg.eig(np.linalg.lstsq(A, B, rcond=None)[0])
    residuals = [np.linalg.norm(B @ v - value * (A @ v)) / np.linalg.norm(A @ v) for value, v in zip(values, vectors.T)]
    inverse = np.linalg.inv(np.linalg.qr(A)[1])
    least = [np.linalg.svd((B - complex(*at) * A) @ inverse, compute_uv=False)[-1] for at in z]
    friction = f'-{gamma}v' if gamma else ''
    return {**golden['duffing'], 'dt': dt, 'field': f"x'=v, v'=x-x^3{friction}", 'X': X.tolist(), 'Y': Y.tolist(), 'centres': centres.tolist(),
            'd': d, 'eigenvalues': [[value.real, value.imag] for value in values], 'residuals': residuals, 'z': z, 'pseudo_residual': least}


def torus(alpha, beta, q, A, times):
    x = (np.arange(4096) + 0.37) / 4096
    h = lambda x: A * np.cos(2 * np.pi * q * x)
    moved = h(x + alpha) - h(x)
    psi = lambda n: np.exp(2j * np.pi * (n * beta + h(x + n * alpha) - h(x)))
    correlations = [[n, psi(n).mean().real, psi(n).mean().imag] for n in times]
    phase = np.arange(512) / 512
    lines = abs(np.fft.fft(np.exp(2j * np.pi * A * np.cos(2 * np.pi * phase))) / 512) ** 2
    return {'alpha': alpha, 'beta': beta, 'q': q, 'A': A, 'map_change_amplitude': np.sqrt(2 * np.mean(moved**2)),  # a wave
            'residual_at_exp_2pi_i_beta': np.sqrt(np.mean(abs(np.exp(2j * np.pi * moved) - 1) ** 2)),
            'c_n': correlations, 'line_weights': [[k, lines[k % 512]] for k in range(-3, 4)]}


def orbit(alpha, beta, q, A, x, y, n):
    for _ in range(n):
        h = [A * np.cos(2 * np.pi * q * at) for at in (x, x + alpha)]
        x, y = (x + alpha) % 1, (y + beta + h[1] - h[0]) % 1
    return x, y


def other(N, count, centres, gamma, map_):
    alpha, beta, q, A = map_
    file = dict(golden, cat_map=[cat(N, [0, 0.3, 0.95, 1.4]), cat(N + 3, [0.7])])
    file['duffing'] = duffing(count, centres, 0.9, 0.3, gamma, [[0.8, 0.1], [0.55, 0.35], [0.0, 1.0]])
    file['adversary'] = [torus(alpha, beta, q, A, [1, 3, 17])]
    end = orbit(alpha, beta, q, A, 0.23, 0.71, 31)
    file['orbit'] = [{'alpha': alpha, 'beta': beta, 'q': q, 'A': A, 'x0': 0.23, 'y0': 0.71, 'n': 31, 'end': list(end),
                      'map_change_amplitude': 0, 'residual_at_exp_2pi_i_beta': 0, 'line_weights': []}]
    return file


outputs = ['cat_map.0.longest_chain', 'cat_map.0.residual.2.1', 'duffing.Y.5.1', 'duffing.residuals.2', 'duffing.pseudo_residual.1',
           'adversary.0.map_change_amplitude', 'adversary.0.residual_at_exp_2pi_i_beta', 'adversary.0.c_n.1.2', 'adversary.0.line_weights.4.1',
           'orbit.0.end.1']
print(json.dumps([
    {'file': other(5, 40, draw.uniform(-1.4, 1.4, (6, 2)), 0, (0.2718281828, 0.15, 5, 0.13)), 'outputs': outputs},
    {'file': other(10, 90, draw.uniform(-1.4, 1.4, (11, 2)), 0.3, (0.4142135624, 0.37, 12, 0.21)), 'outputs': outputs}]))
