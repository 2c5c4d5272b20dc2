# Fields dealt by slices; vorticity by NumPy's transforms; the law by sums over aliases; training by a matrix and least squares' gradient.
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(28)


def dealt(field, s):
    return {f'{a},{b}': field[a::s, b::s] for a in range(s) for b in range(s)}


def split(N, s):
    field = np.arange(N * N).reshape(N, N)
    return {'N': N, 's': s, 'field': 'u[i][j]=i*N+j', 'parts': {name: part.tolist() for name, part in dealt(field, s).items()}}


def waves_on(N, waves):
    x, y = np.meshgrid(*[2 * np.pi * np.arange(N) / N] * 2, indexing='ij')
    return sum(amp * np.cos(kx * x + ky * y + phase) for kx, ky, amp, phase in waves)


def solve(w, nu, dt, steps):
    N = len(w)
    k = np.fft.fftfreq(N, 1 / N)
    kx, ky = np.meshgrid(k, k, indexing='ij')
    square = kx**2 + ky**2
    kept = (abs(kx) < N / 3) & (abs(ky) < N / 3)
    back = lambda f: np.fft.ifft2(f).real

    def rate(f):
        psi = f / np.where(square == 0, np.inf, square)
        carried = back(1j * ky * psi) * back(1j * kx * f) - back(1j * kx * psi) * back(1j * ky * f)
        return -1.0 * kept * np.fft.fft2(carried) - nu * square * f

    f = np.fft.fft2(w)
    for _ in range(steps):
        a = rate(f)
        b = rate(f + dt / 2 * a)
        c = rate(f + dt / 2 * b)
        f = f + dt / 6 * (a + 2 * b + 2 * c + rate(f + dt * c))
    return back(f)


def fluid(N, s, nu, dt, steps, waves):
    start = waves_on(N, waves)
    fine, joined = solve(start, nu, dt, steps), np.zeros((N, N))
    for a in range(s):
        for b in range(s):
            joined[a::s, b::s] = solve(start[a::s, b::s], nu, dt, steps)
    at = [(1, 2), (N - 3, 4), (N // 2, N - 1)]
    return {'N': N, 'nu': nu, 'dt': dt, 'steps': steps, 's': s, 'modes_kx_ky_amp_phase': waves,
            'fine_at': [[i, j, fine[i, j]] for i, j in at], 'staggered_at': [[i, j, joined[i, j]] for i, j in at],
            'rel_l2_error': np.linalg.norm(joined - fine) / np.linalg.norm(fine),
            'energy_of_vorticity_start': np.mean(start**2), 'energy_of_vorticity_end': np.mean(fine**2)}


def bound(N, s, nu, cx, cy, t, k0):
    k = np.fft.fftfreq(N, 1 / N)
    groups = {}
    for i, kx in enumerate(k):
        for j, ky in enumerate(k):
            if (kx, ky) != (0, 0) and 2 * abs(kx) != N and 2 * abs(ky) != N:
                S = np.exp(-(kx**2 + ky**2) / (2 * k0**2))
                groups.setdefault((i % (N // s), j % (N // s)), []).append((S, np.exp(-(nu * (kx**2 + ky**2) + 1j * (cx * kx + cy * ky)) * t)))
    lost = whole = 0
    for seen in groups.values():
        S, G = (np.array(part) for part in zip(*seen))
        whole += np.sum(abs(G) ** 2 * S)
        lost += np.sum(abs(G - np.sum(G * S) / np.sum(S)) ** 2 * S)
    return {'N': N, 's': s, 'nu': nu, 'cx': cx, 'cy': cy, 't': t, 'k0': k0, 'lost_fraction': lost / whole}


def train(N, s, k, R, dt, nu, cx, cy, waves, lr, steps):
    """All kernels are one vector K; residual = A K + b, A by columns, so that the loss is a quadratic form."""
    h = 2 * np.pi / N
    L = lambda u: (nu * (np.roll(u, 1, 0) + np.roll(u, -1, 0) + np.roll(u, 1, 1) + np.roll(u, -1, 1) - 4 * u) / h**2
                   - cx * (np.roll(u, -1, 0) - np.roll(u, 1, 0)) / (2 * h) - cy * (np.roll(u, -1, 1) - np.roll(u, 1, 1)) / (2 * h))
    width = 2 * R + 1
    shape = (k, s, s, width, width)
    fields = [waves_on(N, one) for one in waves]

    def residual(K, u0):
        said = [u0]
        for tau in range(k):
            u = np.zeros((N, N))
            for i in range(s):
                for j in range(s):
                    part = u0[i::s, j::s]
                    u[i::s, j::s] = sum(K[tau, i, j, a + R, b + R] * np.roll(part, (a, b), (0, 1))
                                        for a in range(-R, R + 1) for b in range(-R, R + 1))
            said.append(u)
        return np.concatenate([((v - u) / dt - L(u + v) / 2).ravel() for u, v in zip(said, said[1:])])

    count = int(np.prod(shape))
    form, slope, rest = np.zeros((count, count)), np.zeros(count), 0
    for u0 in fields:
        none = residual(np.zeros(shape), u0)
        A = np.stack([residual(unit.reshape(shape), u0) - none for unit in np.eye(count)], axis=1)
        share = len(none) * len(fields)
        form, slope, rest = form + A.T @ A / share, slope + A.T @ none / share, rest + none @ none / share
    K = np.zeros(shape)
    K[:, :, :, R, R] = 1
    K, loss = K.ravel(), {}
    for n in range(steps + 1):
        if n in (0, 1, steps // 2, steps):
            loss[str(n)] = K @ form @ K + 2 * slope @ K + rest
        if n < steps:
            K = K - lr * 2 * (form @ K + slope)
    return {'N': N, 's': s, 'k': k, 'R': R, 'dt': dt, 'nu': nu, 'cx': cx, 'cy': cy, 'h': h, 'fields': waves, 'lr': lr, 'steps': steps,
            'loss': loss, 'final_kernels': K.reshape(shape).tolist()}


waves = lambda count, most: [[int(draw.integers(1, most)), int(draw.integers(-most, most)), draw.uniform(0.3, 1), draw.uniform(0, 6)]
                             for _ in range(count)]
file = dict(golden)
file['split'] = [split(8, 4), split(10, 2)]
file['navier_stokes'] = [fluid(16, 2, 0.02, 0.03, 7, waves(3, 3)), fluid(64, 4, 0.005, 0.01, 9, waves(4, 6))]
file['bound'] = [bound(16, 2, 0.03, 0.7, -0.4, 0.3, 3), bound(64, 4, 0.01, 1.2, 0.8, 0.1, 6)]
file['train'] = train(8, 2, 3, 1, 0.08, 0.04, 0.8, -0.3, [waves(1, 3), waves(2, 3), waves(1, 3)], 0.002, 30)
outputs = ['split.0.parts.2,1.1.0', 'navier_stokes.0.fine_at.1.2', 'navier_stokes.1.staggered_at.2.2', 'navier_stokes.1.rel_l2_error',
           'bound.0.lost_fraction', 'bound.1.lost_fraction', 'train.loss.15', 'train.final_kernels.2.1.0.1.2']
print(json.dumps([{'file': file, 'outputs': outputs}]))
