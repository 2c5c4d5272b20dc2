# Pixels by direct sums, places by the complex Fourier mode; collisions from the frame of the centre of mass; throws in closed form for sums of steps;
# areas of two discs by quadrature; weights from logarithms.
import json
import os
os.environ['OPENBLAS_NUM_THREADS'] = '1'  # matrices are small
import numpy as np

golden = json.load(open('golden.json'))
L, P = 10, 32
pixels = (np.arange(P) + 0.5) * L / P


def frame(x, r):
    d = np.abs((pixels - x + L / 2) % L - L / 2)
    return 1 / (1 + np.exp((d - r) / 0.15))


def render(x, r):
    p = frame(x, r)
    place = L / (2 * np.pi) * np.angle((p * np.exp(2j * np.pi * pixels / L)).sum())
    return {'x': x, 'r': r, 'pixels': p.tolist(), 'position': float(place), 'radius': float(p.sum() * L / (2 * P))}


def elastic(v1, v2, r1, r2):
    """In the frame of the centre of mass both velocities are reversed."""
    c = (r1**2 * v1 + r2**2 * v2) / (r1**2 + r2**2)
    return {'v1': v1, 'v2': v2, 'r1': r1, 'r2': r2, 'v1_after': 2 * c - v1, 'v2_after': 2 * c - v2}


def parabola(x0, y0, v, frames):
    """After n steps of h the velocities g h, 2 g h, … have been summed: g h² n (n + 1)/2."""
    n, h, g = 1 + 10 * np.arange(frames), 0.01, 2.5
    return {'x0': x0, 'y0': y0, 'v': v, 'samples': np.c_[x0 + v * h * n, y0 - g * h * h * n * (n + 1) / 2].tolist()}


def common(r, d, n=4000):
    """Area of two discs by Gauss and Legendre in the angle: substituting x = r cos a makes the integrand smooth."""
    if d >= 2 * r:
        return 0
    a1 = np.arccos(d / (2 * r))
    y, w = np.polynomial.legendre.leggauss(60)
    a = a1 * (y + 1) / 2
    return float(4 * (a1 / 2 * w * r * r * np.sin(a)**2).sum())


def distances(r, dv):
    return {'r': r, 'dv': dv, 'color_flip': 6 * np.pi * r * r, 'size_07_to_14': 6 * np.pi * (1.4**2 - 0.7**2),
            'velocity': sum(4 * (np.pi * r * r - common(r, 0.1 * k * dv)) for k in range(3)),
            'shape_disc_to_square': 6 * ((2 * r)**2 - np.pi * r * r)}


def kernel(train, dt, queries):
    film = lambda x, v, r: np.concatenate([frame(x + v * dt * f, r) for f in range(3)])
    out = []
    for x, v, r, h in queries:
        d2 = np.array([((film(*t) - film(x, v, r))**2).sum() for t in train])
        log = -d2 / (2 * h * h)
        w = np.exp(log - np.logaddexp.reduce(log))
        nxt = sum(k * frame(t[0] + t[1] * dt * 3, t[2]) for k, t in zip(w, train))
        out.append({'x': x, 'v': v, 'r': r, 'd2': d2.tolist(), 'h': h, 'weights': w.tolist(),
                    'v_mean': float((w * np.array(train)[:, 1]).sum()), 'nearest': int(d2.argmin()), 'next_frame': nxt.tolist()})
    return {'train_x_v_r': train, 'dt': dt, 'queries': out}


def other(places, hits, throws, pairs, train, dt, queries):
    return dict(golden, how='direct sums, centre of mass, closed sums, quadrature', render=[render(*one) for one in places],
                elastic=[elastic(*one) for one in hits], parabola=[parabola(*one) for one in throws],
                pixel_distance=[distances(*one) for one in pairs], kernel=kernel(train, dt, queries))


outputs = ['render.0.position', 'render.1.pixels.3', 'render.0.radius', 'elastic.0.v1_after', 'parabola.0.samples.4.1',
           'pixel_distance.0.velocity', 'pixel_distance.1.shape_disc_to_square', 'kernel.queries.0.weights.1', 'kernel.queries.0.v_mean',
           'kernel.queries.1.d2.2', 'kernel.queries.1.next_frame.5']
print(json.dumps([
    {'file': other([(2.34, 0.9), (8.05, 1.2)], [(2.5, 0.5, 0.8, 1.3)], [(0.4, 9.1, 3.3, 12)], [(0.9, 2.1), (1.3, 0.7), (0.4, 9.0)],
                   [[2.0, 1.4, 0.8], [2.2, 3.1, 1.2], [1.7, 2.2, 1.0], [2.1, 3.9, 0.9]], 0.2, [(2.0, 2.6, 1.0, 0.4), (2.1, 1.0, 0.9, 0.8)]),
     'outputs': outputs},
    {'file': other([(4.999, 1.4), (6.6, 0.75), (0.01, 1.0)], [(1.0, -3.5, 1.4, 0.7), (0.3, -0.3, 0.6, 0.61)], [(2.0, 7.0, 1.1, 6)],
                   [(1.05, 0.0), (1.6, 3.0)], [[9.6, 3.7, 1.1], [9.9, -1.2, 0.8], [0.1, 2.0, 1.3]], 0.15,
                   [(9.8, 2.9, 1.0, 0.6), (0.2, 1.8, 1.25, 0.3), (9.7, -0.4, 0.9, 1.5)]),
     'outputs': outputs}]))
