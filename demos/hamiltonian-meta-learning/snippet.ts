// The method as a program in Python: the random numbers of the page, gradients by one tangent pass and one reverse pass.
import type { Snippet } from '@/contract'
import { startOf } from './networks/adaptation'
import { clouds } from './networks/tasks'
import { EVERY, launchOf, NETS, type Params, ROLL_STEP } from './params'
import type { readouts } from './readouts'

const nets = [
  'import json',
  'import numpy as np',
  '',
  'def cut(w, out):',
  '    a, b, c, d = 4 * 32, 5 * 32, 5 * 32 + 1024, 6 * 32 + 1024',
  '    return w[:a].reshape(4, 32), w[a:b], w[b:c].reshape(32, 32), w[c:d], w[d:d + 32 * out].reshape(32, out), w[d + 32 * out:]',
  '',
  'def hamiltonian(w, x):  # rates of change',
  '    A, a0, B, b0, c, _ = cut(w, 1)',
  '    a = np.tanh(x @ A + a0)',
  '    b = np.tanh(a @ B + b0)',
  '    s = ((1 - a**2) * (((1 - b**2) * c[:, 0]) @ B.T)) @ A.T',
  '    return np.c_[s[:, 2:], -s[:, :2]]',
  '',
  'def hamiltonian_gradient(w, x, y):',
  '    r = 2 * (hamiltonian(w, x) - y) / y.size',
  '    u = np.c_[-r[:, 2:], r[:, :2]]',
  '    A, a0, B, b0, c, _ = cut(w, 1)',
  '    a = np.tanh(x @ A + a0)',
  '    b = np.tanh(a @ B + b0)',
  '    p, q = 1 - a**2, 1 - b**2',
  '    za = u @ A',
  '    ta = p * za  # tangents along u',
  '    zb = ta @ B',
  '    gb = q * c[:, 0]  # and back',
  '    hb = -2 * q * b * zb * c[:, 0]',
  '    ga = gb @ B.T',
  '    ha = p * (hb @ B.T - 2 * a * za * ga)',
  '    ga = p * ga',
  '    parts = x.T @ ha + u.T @ ga, ha.sum(0), a.T @ hb + ta.T @ gb, hb.sum(0), (q * zb).sum(0), np.zeros(1)',
  '    return np.concatenate([part.ravel() for part in parts])',
]
const plainNet = [
  '',
  'def plain(w, x):',
  '    A, a0, B, b0, C, c0 = cut(w, 4)',
  '    return np.tanh(np.tanh(x @ A + a0) @ B + b0) @ C + c0',
  '',
  'def plain_gradient(w, x, y):',
  '    A, a0, B, b0, C, c0 = cut(w, 4)',
  '    a = np.tanh(x @ A + a0)',
  '    b = np.tanh(a @ B + b0)',
  '    g = 2 * (b @ C + c0 - y) / y.size',
  '    gb = (1 - b**2) * (g @ C.T)',
  '    ga = (1 - a**2) * (gb @ B.T)',
  '    parts = x.T @ ga, ga.sum(0), a.T @ gb, gb.sum(0), b.T @ g, g.sum(0)',
  '    return np.concatenate([part.ravel() for part in parts])',
]

const FORCES: Readonly<Record<Params['law'], string>> = {
  spring: '-theta * q',
  pendulum: '-theta * np.sin(q)',
  henonHeiles: '-q - theta * np.c_[2 * q[:, 0] * q[:, 1], q[:, 0]**2 - q[:, 1]**2]',
  quartic: '-theta * (q**2).sum(1, keepdims=True) * q',
  kepler: '-theta * q / (q**2).sum(1, keepdims=True)**1.5',
}
const POTENTIALS: Readonly<Record<Params['law'], string>> = {
  spring: 'theta * (q**2).sum(1) / 2',
  pendulum: 'theta * (1 - np.cos(q)).sum(1)',
  henonHeiles: '(q**2).sum(1) / 2 + theta * (q[:, 0]**2 * q[:, 1] - q[:, 1]**3 / 3)',
  quartic: 'theta * (q**2).sum(1)**2 / 4',
  kepler: '-theta / np.sqrt((q**2).sum(1))',
}
const placesIn = (law: Params['law']): string => {
  const { q, core } = clouds[law]
  return core === undefined
    ? `[${q} * (2 * draw() - 1) for _ in range(2)]`
    : `(lambda r, a: [r * np.cos(a), r * np.sin(a)])(${core} + ${q - core} * draw(), 2 * np.pi * draw())`
}

/** The page's observations, its random numbers (mulberry32) included. */
const observations = (p: Params): string[] => [
  '',
  `theta, alpha = ${p.theta}, ${p.alpha}`,
  `law = lambda x: np.c_[x[:, 2:], (lambda q: ${FORCES[p.law]})(x[:, :2])]`,
  '',
  'M = 0xffffffff',
  'def scrambled(w):',
  '    t = (w ^ w >> 15) * (w | 1) & M',
  '    t ^= t + ((t ^ t >> 7) * (t | 61) & M) & M',
  '    return t ^ t >> 14',
  'def stream(name):',
  '    h = 0x811c9dc5',
  '    for letter in name.encode():',
  '        h = (h ^ letter) * 0x01000193 & M',
  `    word = scrambled(${p.seed}) ^ h`,
  '    def draw():',
  '        nonlocal word',
  '        word = word + 0x6d2b79f5 & M',
  '        return scrambled(word) / 2**32',
  '    return draw',
  'def normal(draw):',
  '    while True:',
  '        x, y = 2 * draw() - 1, 2 * draw() - 1',
  '        s = x * x + y * y',
  '        if 0 < s < 1:',
  '            return x * np.sqrt(-2 * np.log(s) / s)',
  `def states(draw, n):`,
  `    return np.array([[*${placesIn(p.law)}, *(${clouds[p.law].p} * (2 * draw() - 1) for _ in range(2))] for _ in range(n)])`,
  '',
  `x = states(stream('observed'), ${p.points})`,
  ...p.painted.filter(({ index }) => index < p.points).map(({ index, at }) => `x[${index}, :2] = ${at.join(', ')}`),
  'y = law(x)',
  ...(p.noise > 0
    ? ["draw = stream('noise')", `y += ${p.noise} * np.array([normal(draw) for _ in range(y.size)]).reshape(y.shape)`]
    : []),
  "starts = {name: np.array(w) for name, w in json.load(open('starts.json')).items()}",
]

const inAdapt = (p: Params, step: number): string[] => [
  ...nets,
  ...observations(p),
  "z = states(stream('fresh'), 300)",
  'def error(w):',
  `    for _ in range(${step}):`,
  '        w = w - alpha * hamiltonian_gradient(w, x, y)',
  '    return ((hamiltonian(w, z) - law(z))**2).sum() / (law(z)**2).sum()',
  "print(*[error(starts[name]) for name in ('random', 'pre', 'meta')])",
]

const inRoll = (p: Params, step: number): string[] => [
  ...nets,
  ...plainNet,
  ...observations(p),
  `energy = lambda x: (x[:, 2:]**2).sum(1) / 2 + (lambda q: ${POTENTIALS[p.law]})(x[:, :2])`,
  'def follow(f):',
  `    x, h = np.array([[${launchOf(p).flat().join(', ')}]]), ${ROLL_STEP}`,
  ...(p.rule === 'rk4'
    ? [
        `    for _ in range(${step}):  # Runge and Kutta`,
        '        a = f(x)',
        '        b = f(x + h / 2 * a)',
        '        c = f(x + h / 2 * b)',
        '        x = x + h / 6 * (a + 2 * b + 2 * c + f(x + h * c))',
      ]
    : [
        `    for _ in range(${step}):  # implicit midpoint`,
        '        middle = x',
        '        for _ in range(60):',
        '            middle = x + h / 2 * f(middle)',
        '        x = 2 * middle - x',
      ]),
  '    return x',
  'def learned(name, f, gradient):',
  '    w = starts[name]',
  `    for _ in range(${p.k}):`,
  '        w = w - alpha * gradient(w, x, y)',
  '    return follow(lambda x: f(w, x))',
  'truth = follow(law)',
  "ends = learned('meta', hamiltonian, hamiltonian_gradient), learned('plain', plain, plain_gradient)",
  `begin = np.array([[${launchOf(p).flat().join(', ')}]])`,
  'print(*[(energy(end) - energy(begin))[0] for end in ends], *[np.hypot(*(end - truth)[0, :2]) for end in ends])',
]

const inTraining = (p: Params, step: number): string[] => [
  ...nets,
  '',
  '# NumPy draws other random numbers than the page',
  `rng = np.random.default_rng(${p.seed})`,
  `alpha, updates = ${p.alpha}, ${Math.min(p.updates, EVERY * step)}`,
  'forces = [lambda q, t: -t * q, lambda q, t: -t * np.sin(q),',
  '          lambda q, t: -q - t * np.c_[2 * q[:, 0] * q[:, 1], q[:, 0]**2 - q[:, 1]**2],',
  '          lambda q, t: -t * (q**2).sum(1, keepdims=True) * q]',
  'sizes = [(1.3, 1.3), (2.5, 1.5), (0.9, 0.6), (1.3, 1.3)]',
  'w = np.concatenate([v.ravel() for n, m in ((4, 32), (32, 32), (32, 1)) for v in (rng.normal(size=(n, m)) / np.sqrt(n), np.zeros(m))])',
  'm, v = np.zeros_like(w), np.zeros_like(w)',
  'for update in range(1, updates + 1):',
  '    g = np.zeros_like(w)',
  '    for force, (a, b) in zip(forces, sizes):',
  `        t = rng.uniform(${p.strengths === 'narrow' ? '0.9, 1.1' : '0.3, 2'})`,
  '        x = np.c_[rng.uniform(-a, a, (80, 2)), rng.uniform(-b, b, (80, 2))]',
  '        y = np.c_[x[:, 2:], force(x[:, :2], t)]',
  '        u = w',
  '        for _ in range(3):',
  '            u = u - alpha * hamiltonian_gradient(u, x[:40], y[:40])',
  '        g += hamiltonian_gradient(u, x[40:], y[40:]) / 4  # first order: the gradient where the steps end',
  '    g *= min(1, 5 / np.linalg.norm(g))',
  '    m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2  # Adam',
  '    w = w - 3e-3 * m / (1 - 0.9**update) / (np.sqrt(v / (1 - 0.999**update)) + 1e-8)',
  'print(np.linalg.norm(w))',
]

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, step) => ({ adapt: inAdapt, roll: inRoll, train: inTraining })[p.tab](p, step).join('\n'),
  prints: ({ tab }) =>
    tab === 'adapt' ? ['random', 'pre', 'meta'] : tab === 'roll' ? ['gainMeta', 'gainPlain', 'apartMeta', 'apartPlain'] : [],
  random: ({ tab }) => tab === 'train',
  files: (p): Readonly<Record<string, string>> =>
    p.tab === 'train'
      ? {}
      : { 'starts.json': JSON.stringify(Object.fromEntries(NETS.map((net) => [net, [...startOf(net, p.seed)]]))) },
}
