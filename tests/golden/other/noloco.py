# Golden inputs for noloco that its file does not have: other sizes, other curvatures, odd shares. Rows are moved by matrices of pairs, not one by one.
import json
import math
import numpy as np

rng = np.random.default_rng(11)
N, T, K, D, om = 6, 5, 4, 3, 0.17
A = np.array([0.9, 0.3, 1.4])
noise = np.round(rng.standard_normal((T, N, K, D)), 3)
perms = [[int(k) for k in rng.permutation(N)] for _ in range(T)]
phi0 = np.round(rng.standard_normal((N, D)), 3)


def averaging(perm):
    P = np.zeros((N, N))
    for i, j in zip(perm[: N // 2], perm[N // 2 :]):
        P[i, i] = P[i, j] = P[j, i] = P[j, j] = 0.5
    return P


def run(method, alpha, beta, gamma):
    phi = phi0.copy() if method == 'noloco' else np.tile(phi0[0], (N, 1))
    m = np.zeros_like(phi)
    rows = [phi.tolist()]
    for t in range(T):
        q = 1 - om * A
        theta = phi * q**K + sum(om * A * noise[t][:, k] * q ** (K - 1 - k) for k in range(K))
        P = averaging(perms[t]) if method == 'noloco' else np.full((N, N), 1 / N)
        m = alpha * m + beta * P @ (theta - phi) + gamma * (P @ phi - phi)
        phi = phi + m
        rows.append(phi.tolist())
    return {'method': method, 'alpha': alpha, 'beta': beta, 'gamma': gamma, 'phi': rows}


def consensus(n, alpha, gamma):
    """From the move of (e, m) of a pair and its mean over pairings."""
    c = n / (2 * (n - 1))
    V = np.array([gamma**2 * c, -2 * alpha * gamma * c, alpha**2])
    C = np.array([-gamma * c, alpha, 0]) + V
    S = np.array([1 - 2 * gamma * c, 2 * alpha, 0]) + V
    M = np.array([S, C, V])
    return {'N': n, 'alpha': alpha, 'gamma': gamma, 'matrix': M.tolist(), 'spectral_radius': float(max(abs(np.linalg.eigvals(M))))}


def latency(mu, sigma):
    """By quadrature: the larger of two is below x with the square of the chance of one."""
    z = np.arange(-1200, 1201) / 100
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    cdf = np.array([0.5 * math.erfc(-x / math.sqrt(2)) for x in z])
    value = math.fsum(2 * density * cdf * np.exp(mu + sigma * z)) / 100
    return {'mu': mu, 'sigma': sigma, 'expected_max_of_two': value}


file = {
    'tolerance': '1e-12 (spectral radius 1e-9)',
    'N': N,
    'T': T,
    'K': K,
    'A': A.tolist(),
    'om': om,
    'noise': noise.tolist(),
    'perms': perms,
    'phi0': phi0.tolist(),
    'runs': [run('noloco', 0.2, 0.9, 1.1), run('diloco', 0.6, 0.5, 0), run('noloco', 0, 0.3, 0)],
    'consensus_matrices': [consensus(6, 0.3, 1.2), consensus(32, 0.85, 0.4), consensus(2, 0.1, 0.2)],
    'latency': [latency(-0.4, 0.9), latency(0.2, 0)],
}
outputs = ['runs.0.phi.5.4.2', 'runs.1.phi.3.0.0', 'consensus_matrices.1.matrix.0.0', 'consensus_matrices.0.spectral_radius', 'latency.0.expected_max_of_two']
print(json.dumps([{'file': file, 'outputs': outputs}]))
