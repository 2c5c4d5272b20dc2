# Other inputs of the same shape. H as a dense matrix on ALL configurations of occupations and fluxes, by Jordan-Wigner signs; Gauss's law is then applied as a
# filter, so that neither a tree nor loops are used. Square roots of rounded normal laws by the error function.
import json
from itertools import combinations, product
from math import erfc, exp, sqrt
import numpy as np

within = {'E0': 1e-8, 'observables': 1e-6, 'flow': 1e-9}


def geometry(W, H):
    parity = [(-1) ** (x + y) for y in range(H) for x in range(W)]
    links = [(y * W + x, y * W + x + 1) for y in range(H) for x in range(W - 1)] + [(y * W + x, (y + 1) * W + x) for y in range(H - 1) for x in range(W)]
    up = {pair: k for k, pair in enumerate(links)}
    squares = [(up[y * W + x, y * W + x + 1], up[y * W + x + 1, (y + 1) * W + x + 1], up[(y + 1) * W + x, (y + 1) * W + x + 1], up[y * W + x, (y + 1) * W + x])
               for y in range(H - 1) for x in range(W - 1)]
    return parity, links, squares


def allowed(W, H, L, static):
    """Configurations that obey Gauss's law, among all, site by site."""
    parity, links, _ = geometry(W, H)
    N = W * H
    found = []
    for filled in combinations(range(N), N // 2):
        want = [(i in filled) - (1 - parity[i]) // 2 + static[i] for i in range(N)]
        partial = [()]
        for k, (a, b) in enumerate(links):
            partial = [E + (e,) for E in partial for e in range(-L, L + 1)]
            done = [i for i in range(N) if max(j for j, link in enumerate(links) if i in link) == k]
            partial = [E for E in partial if all(sum(E[j] * ((x == i) - (y == i)) for j, (x, y) in enumerate(links[:k + 1])) == want[i] for i in done)]
        found += [(tuple(int(i in filled) for i in range(N)), E) for E in partial]
    return found


def solve(W, H, L, static, t, m, ge2, gm2):
    parity, links, squares = geometry(W, H)
    found = allowed(W, H, L, static)
    index = {state: k for k, state in enumerate(found)}
    M = np.zeros((len(found),) * 2)
    turn = np.zeros((len(found), len(found)))
    for j, (n, E) in enumerate(found):
        M[j, j] = m * np.dot(parity, n) + ge2 / 2 * np.dot(E, E)
        for k, (a, b) in enumerate(links):
            if n[b] and not n[a]:
                to = list(n)
                to[a], to[b] = 1, 0
                F = list(E)
                F[k] += 1
                i = index.get((tuple(to), tuple(F)))
                if i is not None:
                    M[i, j] += -t * (-1) ** sum(n[a + 1:b])
                    M[j, i] += -t * (-1) ** sum(n[a + 1:b])
        for bottom, right, top, left in squares:
            F = list(E)
            F[bottom] += 1
            F[right] += 1
            F[top] -= 1
            F[left] -= 1
            i = index.get((n, tuple(F)))
            if i is not None:
                turn[i, j] += 1
                turn[j, i] += 1
    values, vectors = np.linalg.eigh(M - gm2 / 2 * turn)
    psi = vectors[:, 0]
    p = psi ** 2
    n, E = np.array([s[0] for s in found]), np.array([s[1] for s in found])
    return {'dim': len(found), 'E0': float(values[0]), 'gap': float(values[1] - values[0]), 'charge': (p @ n - (1 - np.array(parity)) / 2).tolist(),
            'flux': (p @ E).tolist(), 'flux2': (p @ E ** 2).tolist(), 'sum_cos_plaquette': float(psi @ turn @ psi / 2)}


def system(W, H, L, t, m, ge2, gm2, static=None, V=False):
    static = static or [0] * (W * H)
    out = {'Lx': W, 'Ly': H, 'Lambda': L, 'n_fermions': W * H // 2, 'static_charges': static, 't': t, 'm': m, 'ge2': ge2, 'gm2': gm2}
    out.update(solve(W, H, L, static, t, m, ge2, gm2))
    if V:
        out['V'] = out['E0'] - solve(W, H, L, [0] * (W * H), t, m, ge2, gm2)['E0']
    return out


def square(L, ge2, gm2):
    l = np.arange(-L, L + 1)
    return float(np.linalg.eigvalsh(np.diag(2.0 * ge2 * l ** 2) - gm2 / 2 * (np.eye(2 * L + 1, k=1) + np.eye(2 * L + 1, k=-1)))[0])


beyond = np.vectorize(lambda x: erfc(x / sqrt(2)) / 2)


def rounded(l, mu, s):
    a, b = (l - 0.5 - mu) / s, (l + 0.5 - mu) / s
    flip = a + b < 0
    return beyond(np.where(flip, -b, a)) - beyond(np.where(flip, -a, b))


def bell(s, ge2, gm2):
    l = np.arange(-30, 31)
    psi = np.sqrt(rounded(l, 0, s))
    return float((2 * ge2 * l ** 2 * psi ** 2).sum() - gm2 * (psi[1:] * psi[:-1]).sum())


def least(f, low, high):
    """By the zero of the derivative in ln s, by central differences and bisection."""
    slope = lambda s: f(s * exp(1e-5)) - f(s * exp(-1e-5))
    for _ in range(45):
        middle = (low + high) / 2
        low, high = (middle, high) if slope(middle) < 0 else (low, middle)
    return (low + high) / 2


def plaquette(ge2, gm2):
    f = lambda s: bell(s, ge2, gm2)
    best = least(f, 0.15, 2.5)
    return {'ge2': ge2, 'gm2': gm2, 'exact_E0': square(40, ge2, gm2), 'truncated_E0': {str(L): square(L, ge2, gm2) for L in (1, 2, 4)},
            'flow_E_at_s': [[s, f(s)] for s in (0.4, 0.9, 1.6)], 'flow_best_s': best, 'flow_best_E': f(best)}


def flow(t, m, ge2, gm2, logits, mu, log_sigma, cutoff=8):
    parity, links, squares = geometry(2, 2)
    found = allowed(2, 2, cutoff, [0] * 4)
    occupations = list(combinations(range(4), 2))
    tree = {}
    p = np.zeros(len(found))
    for k, filled in enumerate(occupations):
        n = tuple(int(i in filled) for i in range(4))
        of = [i for i, s in enumerate(found) if s[0] == n]
        zero = next(found[i][1] for i in of if found[i][1][1] == 0)  # no field on the upper link
        tree[str(list(filled))] = list(zero)
        l = np.array([found[i][1][0] - zero[0] for i in of])
        p[of] = np.exp(logits[k]) * rounded(l, mu[k], exp(log_sigma[k])) / np.exp(logits).sum()
    index = {s: k for k, s in enumerate(found)}
    M = np.zeros((len(found),) * 2)
    for j, (n, E) in enumerate(found):
        M[j, j] = m * np.dot(parity, n) + ge2 / 2 * np.dot(E, E)
        for k, (a, b) in enumerate(links):
            if n[b] and not n[a]:
                to = list(n)
                to[a], to[b] = 1, 0
                i = index.get((tuple(to), tuple(e + (k == x) for x, e in enumerate(E))))
                if i is not None:
                    M[i, j] = M[j, i] = -t * (-1) ** sum(n[a + 1:b])
        i = index.get((n, tuple(e + (x in squares[0][:2]) - (x in squares[0][2:]) for x, e in enumerate(E))))
        if i is not None:
            M[i, j] = M[j, i] = -gm2 / 2
    psi = np.sqrt(p)
    return {'t': t, 'm': m, 'ge2': ge2, 'gm2': gm2, 'occupations': [list(o) for o in occupations], 'tree_flux': tree, 'logits': logits, 'mu': mu,
            'log_sigma': log_sigma, 'signs': 'all +1', 'norm': float(p.sum()), 'energy': float(psi @ M @ psi / p.sum()), 'exact_E0': float(np.linalg.eigvalsh(M)[0])}


def fraction(W, H, L):
    every = len(list(combinations(range(W * H), W * H // 2))) * (2 * L + 1) ** len(geometry(W, H)[1])
    ours = len(allowed(W, H, L, [0] * (W * H)))
    return {'Lx': W, 'Ly': H, 'Lambda': L, 'gauge_invariant_states': ours, 'all_configurations': every, 'fraction': ours / every}


def crystal(m):
    found = solve(4, 2, 1, [0] * 8, 0.05, m, 1.0, 0.0)
    return {'m': m, **{key: found[key] for key in ('E0', 'gap', 'charge')}}


file = {
    'tolerance': within,
    'plaquette': [plaquette(0.5, 1.5), plaquette(0.1, 0.6)],
    'systems': [system(2, 2, 1, 0.7, 0.3, 0.6, 0.9), system(3, 2, 2, 0.8, -0.2, 0.9, 0.4), system(2, 3, 1, 0.6, 0.4, 0.7, 1.1)],
    'string_breaking': [system(3, 2, 1, 0.1, 0.4, 1.0, 0.2, [0, 1, 0, 0, 0, -1], True), system(4, 2, 1, 0.2, 0.6, 1.1, 0.0, [0, -1, 1, 0, 0, 0, 0, 0], True)],
    'gauss_fraction': [fraction(2, 2, 3), fraction(3, 2, 1)],
    'flow_2x2': [flow(0.9, -0.2, 0.8, 0.6, [0.3, -0.1, 0.2, 0.0, 0.4, -0.6], [0.2, -0.1, 0.0, 0.3, -0.2, 0.1], [-0.6, -0.3, -0.2, -0.5, -0.4, -0.1])],
    'crystal': [crystal(-0.35), crystal(0.1)],
}
outputs = ['plaquette.0.exact_E0', 'plaquette.0.flow_best_s', 'plaquette.1.truncated_E0.4', 'plaquette.1.flow_E_at_s.1.1', 'systems.0.E0', 'systems.1.gap',
           'systems.1.flux.3', 'systems.2.charge.1', 'string_breaking.0.V', 'string_breaking.1.flux2.2', 'gauss_fraction.0.fraction', 'flow_2x2.0.energy',
           'crystal.0.charge.2', 'crystal.1.E0']
print(json.dumps([{'file': file, 'outputs': outputs}]))
