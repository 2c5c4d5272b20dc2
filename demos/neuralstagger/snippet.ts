// The method in NumPy, with the current values.
import type { Snippet } from '@/contract'
import { DRIFT, type Params, shapeOf } from './params'
import type { readouts } from './readouts'

const deal = [
  'def split(u):  # every s-th sample to each of s * s players',
  '    return {(a, b): u[a::s, b::s] for a in range(s) for b in range(s)}',
  '',
  'def join(hands):',
  '    u = np.empty((N, N))',
  '    for (a, b), hand in hands.items():',
  '        u[a::s, b::s] = hand',
  '    return u',
]

function fluid(p: Params, step: number): string[] {
  const start =
    p.field === 'vortices'
      ? [
          'w = np.cos(x + 2*y + .3) + .7*np.cos(3*x - y + 1.1) + .5*np.cos(2*x + 2*y + 2)',
          `w += ${p.amp} * np.cos(${p.wave}*x + ${p.wave - 1}*y + .4)`,
        ]
      : [
          `rng, k0 = np.random.default_rng(${p.seed}), ${p.k0}  # other random numbers than on the page`,
          'K = np.fft.fftfreq(N, 1/N)',
          'w = np.fft.ifft2(np.fft.fft2(rng.normal(size=(N, N))) * np.exp(-(K[:, None]**2 + K**2) / (4*k0**2))).real',
          'w = (w - w.mean()) / w.std()',
        ]
  return [
    'def advance(w, dt):  # pseudo-spectral, 2/3 rule, Runge-Kutta 4: the same code on N and on N/s points',
    '    n = len(w)',
    '    k = np.fft.fftfreq(n, 1/n)',
    '    kx, ky = np.meshgrid(k, k, indexing="ij")',
    '    k2, keep = kx**2 + ky**2, (3*abs(kx) < n) & (3*abs(ky) < n)',
    '    back = lambda f: np.fft.ifft2(f).real',
    '    def rate(f):',
    '        psi = f / np.where(k2 > 0, k2, np.inf)',
    '        flow = back(1j*ky*psi) * back(1j*kx*f) - back(1j*kx*psi) * back(1j*ky*f)',
    '        return -(keep * np.fft.fft2(flow)) - nu*k2*f',
    '    f = np.fft.fft2(w)',
    '    a = rate(f); b = rate(f + dt/2*a); c = rate(f + dt/2*b); d = rate(f + dt*c)',
    '    return back(f + dt/6*(a + 2*b + 2*c + d))',
    '',
    'x, y = np.meshgrid(*2*[np.arange(N) * 2*np.pi/N], indexing="ij")',
    ...start,
    'fine, dealt = w.copy(), w.copy()',
    `for n in range(${step}):`,
    '    slot = n % k + 1  # its players jump from where the window began',
    '    if slot == 1:',
    '        hands = split(dealt)',
    '    fine = advance(fine, dt)',
    '    dealt = join({h: advance(u, slot*dt) for h, u in hands.items()})',
    'print(np.linalg.norm(dealt - fine) / np.linalg.norm(fine))',
  ]
}

const law = (p: Params): string[] => [
  `k0, nu, t, c = ${p.k0}, ${p.diffusion}, ${p.horizon}, (${DRIFT.cx}, ${DRIFT.cy})`,
  'K = np.fft.fftfreq(N, 1/N)',
  'kx, ky = np.meshgrid(K, K, indexing="ij")',
  'G = np.exp(-(nu*(kx**2 + ky**2) + 1j*(c[0]*kx + c[1]*ky)) * t)',
  'S = np.exp(-(kx**2 + ky**2) / (2*k0**2))',
  'S[0, 0] = S[N//2, :] = S[:, N//2] = 0',
  ...(p.players === 'best'
    ? [
        'alike = lambda f: f.reshape(s, N//s, s, N//s).sum((0, 2))  # waves with equal k mod N/s',
        'total = alike(S)',
        'M = alike(G*S) / np.where(total > 0, total, 1)  # the best players',
      ]
    : [
        'K = np.fft.fftfreq(N//s, s/N)',
        'turn = lambda c: np.where(2*K == -len(K), np.cos(c*K*t), np.exp(-1j*c*K*t))  # the fastest wave drifts either way',
        'M = np.outer(turn(c[0]) * np.exp(-nu*K**2*t), turn(c[1]) * np.exp(-nu*K**2*t))  # exact on the coarse grid',
      ]),
  'print((abs(G - np.tile(M, (s, s)))**2 * S).sum() / (abs(G)**2 * S).sum())',
]

const train = (p: Params, step: number): string[] => [
  `R, rate, dt, nu, c = ${p.radius}, ${p.rate}, ${p.jump}, ${p.diffusion}, (${DRIFT.cx}, ${DRIFT.cy})`,
  'h = 2*np.pi/N',
  'x, y = np.meshgrid(*2*[np.arange(N)*h], indexing="ij")',
  'waves = [(1,0,1,0), (0,1,1,.5), (1,1,1,1), (2,1,1,.2), (1,-2,1,.7), (2,2,.5,0)]',
  'fields = [A*np.cos(p*x + q*y + f) for p, q, A, f in waves]',
  'roll = lambda u, a, b: np.roll(u, (a, b), (0, 1))',
  'def L(u, way=1):',
  '    d = lambda axis: (np.roll(u, -1, axis) - np.roll(u, 1, axis)) / (2*h)',
  '    lap = sum(np.roll(u, m, axis) for m in (1, -1) for axis in (0, 1)) - 4*u',
  '    return nu*lap/h**2 - way*(c[0]*d(0) + c[1]*d(1))',
  'offsets = [(a, b) for a in range(-R, R+1) for b in range(-R, R+1)]',
  'Ks = [{(i, j): {o: float(o == (0, 0)) for o in offsets} for i in range(s) for j in range(s)} for _ in range(k)]',
  `for update in range(${step + 1}):`,
  '    loss, grad = 0, [{h: dict.fromkeys(offsets, 0.) for h in K} for K in Ks]',
  '    for u in fields:',
  '        hands = split(u)',
  '        out = [u] + [join({h: sum(K[h][o]*roll(hands[h], *o) for o in offsets) for h in K}) for K in Ks]',
  '        r = [(out[i+1] - out[i])/dt - L(out[i+1] + out[i])/2 for i in range(k)] + [0*u]',
  '        loss += sum((q**2).mean() for q in r) / len(fields) / k',
  '        for i in range(k):',
  '            g = split(r[i]/dt - L(r[i], -1)/2 - r[i+1]/dt - L(r[i+1], -1)/2)',
  '            for hand in g:',
  '                for o in offsets:',
  '                    grad[i][hand][o] += 2*(g[hand]*roll(hands[hand], *o)).sum() / (len(fields)*k*N*N)',
  '    for K, G in zip(Ks, grad):',
  '        for hand in K:',
  '            for o in offsets:',
  '                K[hand][o] -= rate * G[hand][o]',
  `print(loss)  # after ${step} updates; the last one above is one more`,
]

function code(p: Params, step: number): string {
  const { side, s, slots } = shapeOf(p)
  const sizes = `N, s, k = ${side}, ${s}, ${slots}`
  if (p.scene === 'law') return ['import numpy as np', '', sizes, ...law(p)].join('\n')
  const first = p.scene === 'fluid' ? `${sizes}\nnu, dt = ${p.nu}, ${p.dt}` : sizes
  return ['import numpy as np', '', first, '', ...deal, '', ...(p.scene === 'fluid' ? fluid : train)(p, step)].join('\n')
}

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code,
  prints: ({ scene }) => [({ fluid: 'error', law: 'predicted', train: 'loss' } as const)[scene]],
  random: (p) => p.scene === 'fluid' && p.field === 'random',
}
