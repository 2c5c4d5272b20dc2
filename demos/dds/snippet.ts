// The method in NumPy, with the values now on screen: the same phantoms, the same noise, number by number.
import type { Snippet } from '@/contract'
import { LENGTH, lineOperator } from './line'
import { OFF, type Params, params as schema } from './params'
import { lineProblemOf, seenPixels } from './problem'
import type { readouts } from './readouts'

const digits = (v: number) => String(Number(v.toPrecision(15)))
const list = (values: ArrayLike<number>) => `[${Array.from(values, digits).join(', ')}]`

const CG: string[] = [
  'def cg(B, b, x, steps, stop):',
  '    r = b - B @ x',
  '    p = r',
  '    for _ in range(steps):',
  '        if np.linalg.norm(r) < stop:',
  '            break',
  '        a = r @ r / (p @ B @ p)',
  '        x, new = x + a * p, r - a * (B @ p)',
  '        p, r = new + (new @ new) / (r @ r) * p, new',
  '    return x',
]

/** The page's random numbers: mulberry32, and normal ones by Marsaglia's polar method. */
const RANDOM: string[] = [
  'def scrambled(w):',
  '    t = (w ^ w >> 15) * (w | 1) & M32',
  '    t ^= t + ((t ^ t >> 7) * (t | 61) & M32) & M32',
  '    return t ^ t >> 14',
  '',
  'class Stream:  # of the page, word by word',
  '    def __init__(self, seed, purpose):',
  '        name = 0x811c9dc5',
  '        for letter in purpose:',
  '            name = (name ^ ord(letter)) * 0x01000193 & M32',
  '        self.word = scrambled(seed & M32) ^ name',
  '    def uniform(self):',
  '        self.word = self.word + 0x6d2b79f5 & M32',
  '        return scrambled(self.word) / 2**32',
  '    def normal(self):',
  '        while True:',
  '            x, y = 2 * self.uniform() - 1, 2 * self.uniform() - 1',
  '            q = x * x + y * y',
  '            if 0 < q < 1:',
  '                return x * np.sqrt(-2 * np.log(q) / q)',
]

const PHANTOM: string[] = [
  'u, v = np.meshgrid(np.linspace(-1, 1, 20), np.linspace(1, -1, 20))',
  'edge = lambda d: 1 / (1 + np.exp(-d / 0.06))',
  'def phantom(cx, cy, radius, bright, turn):',
  '    x, y = u * np.cos(turn) + v * np.sin(turn), v * np.cos(turn) - u * np.sin(turn)',
  '    body = edge(1 - np.hypot(u / 0.85, v / 0.95))',
  '    lungs = edge(0.3 * (1 - np.hypot((x - 0.3) / 0.22, y / 0.45))) + edge(0.3 * (1 - np.hypot((x + 0.3) / 0.18, y / 0.4)))',
  '    return (-1 + body * (1 - lungs / 2 + bright * edge(radius - np.hypot(u - cx, v - cy)))).ravel()',
]

const ranges: readonly (readonly [number, number])[] = [
  [schema.lesion.min[0], schema.lesion.max[0]],
  [schema.lesion.min[1], schema.lesion.max[1]],
  [schema.radius.min, schema.radius.max],
  [schema.brightness.min, schema.brightness.max],
  [schema.lungs.min, schema.lungs.max],
]

function instrument(p: Params): string[] {
  if (p.operator === 'holes') return [`A = np.eye(400)[${list(seenPixels(p))}]  # pixels that no hole covers`]
  if (p.operator === 'blur')
    return [
      'd = np.minimum(np.arange(20), 20 - np.arange(20))',
      'kernel = np.exp(-d**2 / (2 * 1.5**2))',
      'ring = np.array([np.roll(kernel / kernel.sum(), k) for k in range(20)])',
      'A = np.kron(ring, ring)',
    ]
  return [
    `views, first = ${p.angles}, np.radians(${digits(p.turn)})`,
    'A = np.zeros((29 * views, 400))',
    'for k in range(views):',
    '    angle = first + np.pi * k / views',
    '    for i in range(400):',
    '        place = (i % 20 - 9.5) * np.cos(angle) + (i // 20 - 9.5) * np.sin(angle) + 14',
    '        b = int(place)',
    '        A[29 * k + b, i], A[29 * k + b + 1, i] = (1 - place + b) / np.sqrt(20), (place - b) / np.sqrt(20)',
  ]
}

function pictures(p: Params, step: number): string[] {
  const isDamped = p.method === 'dds' && p.gamma !== OFF
  const begin = [
    'import numpy as np',
    '',
    'M32 = 2**32 - 1',
    ...RANDOM,
    '',
    ...PHANTOM,
    '',
    ...CG,
    '',
    `truth = phantom(${list([...p.lesion, p.radius, p.brightness, p.lungs]).slice(1, -1)})`,
    ...instrument(p),
    `measurements = Stream(${p.seed}, 'measurements')`,
    `y = A @ truth${p.noise > 0 ? ` + ${digits(p.noise)} * np.array([measurements.normal() for _ in A])` : ''}`,
    'psnr = lambda x: 10 * np.log10(4 / ((x - truth) ** 2).mean())',
    '',
  ]
  if (p.method === 'cg')
    return [...begin, `x = cg(A.T @ A, A.T @ y, np.zeros(400), ${step}, 1e-5)`, 'print(psnr(x), np.linalg.norm(A @ x - y))']
  const correction =
    p.method === 'dds' && p.M > 0
      ? isDamped
        ? [
            `        gamma = ${digits(p.gamma)}`,
            `        better = cg(np.eye(400) + gamma * A.T @ A, guess + gamma * A.T @ y, guess, ${p.M}, 1e-5)`,
          ]
        : [`        better = cg(A.T @ A, A.T @ y, guess, ${p.M}, 1e-5)`]
      : ['        better = guess']
  return [
    ...begin,
    `draws = Stream(${p.set}, 'templates')`,
    `ranges = [${ranges.map(([a, b]) => `(${a}, ${b})`).join(', ')}]`,
    'templates = np.array([phantom(*[a + (b - a) * draws.uniform() for a, b in ranges]) for _ in range(600)])',
    'bars = np.cumprod(1 - np.linspace(1e-4, 0.02, 1000))',
    `times = list(range(0, 1000, 1000 // ${p.T}))[::-1]`,
    `s, eta = ${digits(p.std)}, ${digits(p.eta)}`,
    `noise = Stream(${p.seed}, 'noise')`,
    'x = np.array([noise.normal() for _ in range(400)])',
    '',
    `for k in range(${step + 1}):`,
    '    if k == len(times):',
    '        guess = better = x',
    '    else:',
    '        bar = bars[times[k]]',
    '        root, var = np.sqrt(bar), bar * s**2 + 1 - bar',
    '        log = -((x - root * templates) ** 2).sum(1) / (2 * var)',
    '        w = np.exp(log - log.max())',
    '        w /= w.sum()',
    '        mean, pull = w @ templates, root * s**2 / var',
    '        guess = mean + pull * (x - root * mean)  # Tweedie: what the picture was before noise',
    ...correction,
    `    if k < ${step}:`,
    '        seen = (x - root * guess) / np.sqrt(1 - bar)  # the noise that the denoiser saw',
    '        if k + 1 == len(times) or times[k + 1] == 0:',
    '            x = better',
    '        else:',
    '            to = bars[times[k + 1]]',
    '            fresh = np.array([noise.normal() for _ in range(400)])',
    '            x = np.sqrt(to) * better + np.sqrt(1 - to) * (eta * fresh + np.sqrt(1 - eta**2) * seen)',
    ...(p.method === 'dps'
      ? [
          '        g = A.T @ (A @ guess - y) / np.linalg.norm(A @ guess - y)',
          '        covariance = w * templates.T @ (templates @ g) - mean * (mean @ g)  # of the templates, times g',
          `        x = x - ${digits(p.zeta)} * (pull * g + (1 - pull * root) * root / var * covariance)`,
        ]
      : []),
    'print(psnr(better), np.linalg.norm(A @ better - y))',
  ]
}

function onLine(p: Params, step: number): string[] {
  const { truth, start } = lineProblemOf(p)
  const { rows, apply } = lineOperator(p.measure)
  const columns = Array.from({ length: LENGTH }, (_, k) => {
    const [unit, out] = [new Float64Array(LENGTH), new Float64Array(rows)]
    unit[k] = 1
    apply(unit, out)
    return list(out)
  })
  return [
    'import numpy as np',
    '',
    ...CG,
    '',
    `A = np.array([${columns.join(',\n  ')}]).T  # the instrument`,
    `truth = np.array(${list(truth)})`,
    `start = np.array(${list(start)})`,
    'k = np.arange(32)',
    'waves = [np.ones(32)] + [of(2 * np.pi * f * k / 32) for f in range(1, 5) for of in (np.cos, np.sin)]',
    'Q = np.linalg.qr(np.array(waves).T)[0]  # the flat set',
    `x = cg(A.T @ A, A.T @ A @ truth, start, ${step}, 1e-10)`,
    'print(np.linalg.norm(x - truth), np.linalg.norm(x - Q @ (Q.T @ x)))',
  ]
}

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, step) => (p.tab === 'line' ? onLine : pictures)(p, step).join('\n'),
  prints: (p) => (p.tab === 'line' ? ['error', 'height'] : ['psnr', 'after']),
}
