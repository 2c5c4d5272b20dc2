# The equation for f on a fine grid in ln chi with central differences and Richardson's extrapolation; Green's function for q = r = 2 by the confluent
# hypergeometric integrals, the exponents of power laws as roots of a quadratic, profiles without escape by quadrature.
import json
import math
import numpy as np

golden = json.load(open('golden.json'))


def spectrum(c, cells):
    """Central differences in g = f/E, E the profile without flux: chi^3 D E g' is the flux."""
    y0, y1 = np.log(c['chi_min']), np.log(c['chi_max'])
    h = (y1 - y0) / cells
    y = y0 + h * (np.arange(cells) + 0.5)
    faces = y0 + h * np.arange(1, cells)
    e, q = c['r'] + 1 - c['q'], c['q']
    log_e = lambda s: -c['b'] * np.exp(e * s) / e + c['gain'] * (np.exp((2 - q) * s) / (2 - q) if q != 2 else s)
    # g^ = g E scaled cell by cell, so that nothing overflows: flux = A (n[i] e^-a - n[i+1] e^-b)
    shape, mid = 3 * y + log_e(y), 3 * faces + log_e(faces)
    forth, back = (np.exp((q - 2) * faces + mid - shape[:-1]) / h, np.exp((q - 2) * faces + mid - shape[1:]) / h)
    k = np.exp(-c['delta'] * y) / c['tau0'] + (np.exp(-c['eps_cat'] * y) / c['tau_cat0'] if c['tau_cat0'] else 0)
    Q = np.exp(-((y - np.log(c['chi_inj'])) / c['sigma_inj'])**2 / 2)
    Q /= Q.sum() * h
    below, above = -forth / h, -back / h
    main = k + (np.r_[forth, 0] + np.r_[0, back]) / h
    s, t = np.zeros(cells), np.zeros(cells)
    for i in range(cells):
        d = main[i] - (below[i - 1] * s[i - 1] if i else 0)
        s[i] = above[i] / d if i < cells - 1 else 0
        t[i] = (Q[i] - (below[i - 1] * t[i - 1] if i else 0)) / d
    for i in range(cells - 2, -1, -1):
        t[i] -= s[i] * t[i + 1]
    return y, t, t.sum() * h


def case(q, b, r, gain, tau0, delta, tau_cat0, eps_cat, chi_inj, sigma_inj, chi_min, chi_max):
    c = dict(q=q, b=b, r=r, gain=gain, tau0=tau0, delta=delta, tau_cat0=tau_cat0, eps_cat=eps_cat, chi_inj=chi_inj, sigma_inj=sigma_inj,
             chi_min=chi_min, chi_max=chi_max)
    eq = b**(-1 / (r + 1 - q))
    chi = np.exp(np.linspace(np.log(2 * chi_min), np.log(min(chi_max / 2, 8 * eq)), 12))
    (y, one, total), (z, two, more) = spectrum(c, 3000), spectrum(c, 6000)
    at = lambda x, n: np.interp(np.log(chi), x, np.log(n))
    n = np.exp((4 * at(z, two) - at(y, one)) / 3)
    return dict(c, chi=chi.tolist(), n=n.tolist(), rel_diff_400_cells=0.01, total_particles=(4 * more - total) / 3, chi_eq=eq)


def hyper_m(a, b, x):
    """(1 + its integral from 0 to x): by the series in extended precision."""
    total, term = np.longdouble(1), np.longdouble(1)
    for k in range(3000):
        term *= np.longdouble(a + k) / np.longdouble(b + k) * np.longdouble(x) / (k + 1)
        total += term
    return float(np.log(total))


def hyper_u(a, b, x):
    """Integral in t = u^(1/a), which takes the singularity at 0 away."""
    u, w = np.polynomial.legendre.leggauss(400)
    total, edges = 0.0, np.r_[0, np.geomspace(1e-12, 80 / x, 60)**a]
    for lo, hi in zip(edges, edges[1:]):
        s = (hi + lo) / 2 + (hi - lo) / 2 * u
        t = s**(1 / a)
        total += (hi - lo) / 2 * (w * np.exp(-x * t) * (1 + t)**(b - a - 1)).sum() / a
    return math.log(total) - math.lgamma(a)


def kummer(a, b, chi0):
    s = -1.5 + math.sqrt(2.25 + a)
    chi = np.exp(np.linspace(np.log(0.2 * chi0), np.log(12 / b), 9))
    n = []
    for x in chi:
        lo, hi = b * min(x, chi0), b * max(x, chi0)
        log = 3 * math.log(b * x) + b * chi0 + math.lgamma(s) - math.lgamma(2 * s + 4)
        log += s * math.log(lo * hi) - lo - hi + hyper_m(s, 2 * s + 4, lo) + hyper_u(s, 2 * s + 4, hi)
        n.append(math.exp(log))
    return {'a': a, 'b': b, 'chi0': chi0, 'chi': chi.tolist(), 'n': n}


def slopes(a):
    below, above = sorted(np.roots([1, -3, -a]).real, reverse=True)
    return {'a': a, 'slope_n_above': float(above), 'slope_n_below': float(below)}


def no_escape(q, b, r):
    e = r + 1 - q
    chi = np.geomspace(1, 3 * b**(-1 / e), 8)
    u, w = np.polynomial.legendre.leggauss(200)
    log = []
    for x in chi:
        half = math.log(x) / 2
        s = np.exp(half + half * u)
        log.append(3 * math.log(x) - half * (w * b * s**(r - q + 1)).sum())
    peaks = {name: (k / b)**(1 / e) for name, k in [('peak_n', 3), ('peak_N', 2), ('peak_chi_n', 4)]}
    return {'q': q, 'b': b, 'r': r, 'chi': chi.tolist(), 'n_over_n_first': np.exp(np.array(log) - log[0]).tolist(), **peaks}


def other(cases, kummers, rates, laws):
    return dict(golden, how='central differences, quadrature', cases=[case(*c) for c in cases], kummer=[kummer(*k) for k in kummers],
                power_law=[slopes(a) for a in rates], no_escape=[no_escape(*law) for law in laws])


outputs = ['cases.0.n.5', 'cases.1.total_particles', 'cases.0.chi_eq', 'kummer.0.n.4', 'power_law.0.slope_n_above', 'power_law.1.slope_n_below',
           'no_escape.0.n_over_n_first.4', 'no_escape.1.peak_N']
print(json.dumps([
    {'file': other([(1.8, 0.003, 2, 0, 5.0, -0.2, 0, 0, 1.5, 0.12, 0.01, 1e4), (1.5, 0.02, 1.5, 0.2, 4.0, 0.1, 12.0, -0.3, 0.8, 0.1, 0.02, 2e3)],
                   [(0.4, 0.002, 1.3), (2.2, 0.02, 0.7)], [0.5, 2.5], [(2, 0.004, 2), (1.5, 0.01, 1.5)]), 'outputs': outputs},
    {'file': other([(2, 0.01, 2, 0, 2.0, 0, 0, 0, 1.0, 0.15, 0.01, 1e3), (5 / 3, 0.005, 2.5, 0, 9.0, -0.3, 20.0, 0.2, 2.0, 0.1, 0.05, 5e2)],
                   [(0.8, 0.005, 1.0), (3.0, 0.001, 2.0)], [0.2, 3], [(5 / 3, 0.002, 1.5), (1.2, 0.05, 1)]), 'outputs': outputs}]))
