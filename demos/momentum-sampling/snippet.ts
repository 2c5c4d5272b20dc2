// The solver in hand in a few lines of NumPy, with the current values.
import type { Snippet } from '@/contract'
import { adamsBashforth, ghvb, type Rule } from '@/domains/diffusion/multistep'
import { type Params, rulesOf } from './params'
import { CENTRE, COUNT, FAR } from './problem'
import type { readouts } from './readouts'

/** Row k: the weights while k + 1 values are known. */
function weightsOf({ family, order, beta }: Rule): string {
  const rows = Array.from({ length: order }, (_, k) =>
    family === 'GHVB' ? ghvb(k + 1, beta).map((a) => a / beta) : adamsBashforth(k + 1),
  )
  return `weights = [${rows.map((row) => `[${row.join(', ')}]`).join(',\n           ')}]`
}

const sum = (of: string) => `sum(w * u for w, u in zip(weights[len(past) - 1], ${of}))`

const updates: Readonly<Record<Rule['family'], readonly string[]>> = {
  AB: ['past = [f(x, now)] + past[:r - 1]', `x = x + (then - now) * ${sum('past')}`],
  HB: [
    'past = [f(x, now)] + past[:r - 1]',
    `p = ${sum('past')}`,
    'v = p if v is None else (1 - beta) * v + beta * p',
    'x = x + (then - now) * v',
  ],
  NT: [
    'past = [f(x, now)] + past[:r - 1]',
    `p = ${sum('past')}`,
    'v = p if v is None else (1 - beta) * v + beta * p',
    'x = x + (then - now) * ((1 - beta) * v + beta * p)',
  ],
  GHVB: [
    'slope = f(x, now)',
    'v = slope if v is None else (1 - beta) * v + beta * slope',
    'past = [v] + past[:r - 1]',
    `x = x + (then - now) * ${sum('past')}`,
  ],
}

const test = ({ z: [re, im] }: Params, step: number): string[] => [
  `z = complex(${re}, ${im})`,
  `print(abs(solve(lambda x, t: z * x, range(${step + 1}), 1)))`,
]

const sampling = (p: Params, step: number): string[] => [
  'alpha_bar = np.cumprod(1 - np.linspace(0.00085 ** 0.5, 0.012 ** 0.5, 1000) ** 2)',
  'table = np.sqrt((1 - alpha_bar) / alpha_bar)',
  `sigmas = np.append(np.interp(np.linspace(999, 0, ${p.steps}), np.arange(1000), table), 0)`,
  `means, stds = np.array([[0, 0], [${CENTRE.join(', ')}]]), np.array([1, ${p.width}])`,
  '',
  'def noise(x, sigma):',
  '    v = stds**2 + sigma**2',
  '    d = x[:, None] - means',
  '    log = -np.log(v) - (d**2).sum(-1) / (2 * v)',
  '    share = np.exp(log - log.max(1, keepdims=True))',
  '    share = share / share.sum(1, keepdims=True)',
  '    every = sigma * (share[..., None] * d / v[:, None]).sum(1)',
  '    wanted = sigma * d[:, 1] / v[1]',
  `    return every + ${p.guidance} * (wanted - every)`,
  '',
  `rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`,
  `x = solve(noise, sigmas[:${step + 1}], sigmas[0] * rng.standard_normal((${COUNT}, 2)))`,
  `print(100 * (abs(x).max(1) > ${FAR} * np.sqrt(1 + sigmas[${step}]**2)).mean())  # percent outside`,
]

function code(p: Params, step: number): string {
  const rule = rulesOf(p)[p.family]
  return [
    ...(p.scene === 'plane' ? [] : ['import numpy as np', '']),
    `r, beta = ${rule.order}, ${rule.beta}`,
    weightsOf(rule),
    '',
    'def solve(f, times, x):',
    '    past, v = [], None',
    '    for now, then in zip(times[:-1], times[1:]):',
    ...updates[rule.family].map((line) => `        ${line}`),
    '    return x',
    '',
    ...(p.scene === 'plane' ? test(p, step) : sampling(p, step)),
  ].join('\n')
}

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code,
  prints: ({ scene, family }) => [scene === 'plane' ? `${family}Size` : `${family}Outside`],
  random: (p) => p.scene === 'sampling',
}
