// The method in NumPy, with the values now on screen.
import type { Snippet } from '@/contract'
import type { readouts } from './model'
import { pictureOf } from './model'
import { type Params, settingsOf } from './params'

const FILE = 'picture.json'

/** Segmentation by pointing, of the picture on screen and its raw patches. */
const pointing = (p: Params): string[] => [
  'import json',
  'import numpy as np',
  '',
  `file = json.load(open('${FILE}'))  # the picture on screen`,
  "patches, labels = np.array(file['patches']), np.array(file['labels'])  # [100, 8], [100]",
  `prompt, t = 10 * ${p.prompt[1]} + ${p.prompt[0]}, ${p.threshold}`,
  'def point(features):',
  '    unit = features / np.linalg.norm(features, axis=1, keepdims=True)',
  '    mask, object = unit @ unit[prompt] > t, labels == labels[prompt]',
  '    both = (mask & object).sum()',
  '    return both / (mask | object).sum(), both / mask.sum() if mask.any() else np.nan, both / object.sum()',
  'print(*point(patches))  # IoU, precision, recall',
]

/** Training, and what the features come to. */
function training(p: Params): string[] {
  const { modelling, distillation, contrast, hidden, momentum, temperature, conditions, updates, seed } = settingsOf(p)
  return [
    'import numpy as np',
    '',
    `rng = np.random.default_rng(${seed})  # other random numbers than on the page`,
    `noise, light = ${conditions.noise}, ${conditions.light}`,
    'objects, grounds, lights = rng.normal(size=(6, 8)), rng.normal(size=(3, 8)), rng.normal(size=(2, 8))',
    'def picture(boxes):  # [10, 10, 8], labels',
    '    x, labels = np.tile(grounds[rng.integers(3)], (10, 10, 1)), np.zeros((10, 10), int)',
    '    for k, kind in enumerate(rng.choice(6, boxes, replace=False)):',
    '        w, h = rng.integers(3, 6, 2)',
    '        i, j = rng.integers(0, 11 - h), rng.integers(0, 11 - w)',
    '        x[i:i + h, j:j + w], labels[i:i + h, j:j + w] = objects[kind], k + 1',
    '    across = np.stack(np.meshgrid(np.linspace(-1, 1, 10), np.linspace(1, -1, 10)), -1)',
    '    return x + light * across @ rng.normal(size=(2, 2)) @ lights + noise * rng.normal(size=x.shape), labels.ravel()',
    'train = np.array([picture(1)[0] for _ in range(200)])',
    'place = np.stack(np.meshgrid(range(10), range(10), indexing="ij"), -1).reshape(100, 2)',
    'far = np.abs(place[:, None] - place).max(-1)  # distance of cells',
    'def inputs(x, seen):  # patch, mean of those around it, mean of those around these; hidden ones do not count',
    '    x, seen = x.reshape(len(x), 100, 8) * seen[..., None], seen[..., None]',
    '    mean = lambda ring: np.einsum("ij,bjk->bik", ring, x) / np.maximum(1, np.einsum("ij,bjk->bik", ring, seen))',
    '    return np.concatenate([x, mean(far == 1.), mean(far == 2.)], -1)',
    'even = lambda n, *shape: rng.uniform(-n**-0.5, n**-0.5, shape)',
    'W = {"A": even(24, 25, 48), "B": even(48, 49, 8), "D": even(8, 9, 8), "P": even(8, 24, 8)}  # last rows: biases',
    'T = {k: w.copy() for k, w in W.items()}  # the teacher',
    'def encode(w, x):',
    '    h = np.maximum(x @ w["A"][:-1] + w["A"][-1], 0)',
    '    return h, h @ w["B"][:-1] + w["B"][-1]',
    'unit = lambda z: z / np.linalg.norm(z, axis=-1, keepdims=True)',
    'def softmax(s):',
    '    e = np.exp(s - s.max(-1, keepdims=True))',
    '    return e / e.sum(-1, keepdims=True)',
    'def pull(g, z):  # back through unit(z)',
    '    return (g - unit(z) * (g * unit(z)).sum(-1, keepdims=True)) / np.linalg.norm(z, axis=-1, keepdims=True)',
    'M, V, c = {k: 0 * w for k, w in W.items()}, {k: 0 * w for k, w in W.items()}, np.zeros(24)',
    `for k in range(${updates}):`,
    '    views = train[rng.choice(200, 24, replace=False)] + 0.35 * rng.normal(size=(2, 24, 10, 10, 8))',
    `    seen = (rng.random((24, 100)) >= ${hidden}) * 1.0`,
    '    x, hid = inputs(views[0], seen), seen == 0',
    '    (h, z), (_, y) = encode(W, x), encode(T, inputs(views[1], 1 + 0 * seen))',
    '    n, G, gz = max(1, hid.sum()), {}, np.zeros_like(z)',
    `    g = ${modelling} * np.sign(z[hid] @ W["D"][:-1] + W["D"][-1] - views[0].reshape(24, 100, 8)[hid]) / (8 * n)  # masked modelling`,
    '    G["D"] = np.vstack([z[hid].T @ g, g.sum(0)])',
    '    gz[hid] += g @ W["D"][:-1].T',
    '    s = unit(y) @ T["P"].T  # momentum distillation',
    `    g = ${distillation} * (softmax(unit(z[hid]) @ W["P"].T * 30) - softmax((s[hid] - c) * 3 / 0.07)) * 30 / n`,
    '    c = 0.9 * c + 0.1 * s.mean((0, 1))',
    '    G["P"] = g.T @ unit(z[hid])',
    '    gz[hid] += pull(g @ W["P"], z[hid])',
    '    own, other = z.mean(1), unit(y.mean(1))  # contrast of whole pictures',
    `    g = ${contrast} * (softmax(unit(own) @ other.T / ${temperature}) - np.eye(24)) / (24 * ${temperature})`,
    '    gz += pull(g @ other, own)[:, None] / 100',
    '    x, h, gz = x.reshape(2400, 24), h.reshape(2400, 48), gz.reshape(2400, 8)',
    '    G["B"] = np.vstack([h.T @ gz, gz.sum(0)])',
    '    g = gz @ W["B"][:-1].T * (h > 0)',
    '    G["A"] = np.vstack([x.T @ g, g.sum(0)])',
    '    for i in W:  # Adam, and the teacher follows',
    '        M[i], V[i] = 0.9 * M[i] + 0.1 * G[i], 0.999 * V[i] + 0.001 * G[i]**2',
    '        W[i] = W[i] - 0.004 * M[i] / (1 - 0.9**(k + 1)) / (np.sqrt(V[i] / (1 - 0.999**(k + 1))) + 1e-8)',
    `        T[i] = ${momentum} * T[i] + (1 - ${momentum}) * W[i]`,
    'intra, inter = [], []',
    'for _ in range(60):  # pictures with two objects',
    '    x, labels = picture(2)',
    '    z = unit(encode(W, inputs(x[None], np.ones((1, 100))))[1][0])',
    '    same, pairs = labels[:, None] == labels, ~np.eye(100, dtype=bool)',
    '    intra.extend((z @ z.T)[same & pairs])',
    '    inter.extend((z @ z.T)[~same & pairs])',
    'share = lambda s: np.histogram(np.clip(s, -1, 1), 40, (-1, 1))[0] / len(s)',
    'print("gap", np.mean(intra) - np.mean(inter), "overlap", np.minimum(share(intra), share(inter)).sum())',
  ]
}

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p) => (p.tab === 'point' ? pointing(p) : training(p)).join('\n'),
  prints: (p) => (p.tab === 'point' ? ['rawIou', 'rawPrecision', 'rawRecall'] : []),
  random: (p) => p.tab !== 'point',
  files(p): Readonly<Record<string, string>> {
    if (p.tab !== 'point') return {}
    const { patches, labels } = pictureOf(p)
    const rows = Array.from(labels, (_, cell) =>
      Array.from(patches.subarray(8 * cell, 8 * cell + 8), (v) => Number(v.toFixed(6))),
    )
    return { [FILE]: JSON.stringify({ patches: rows, labels: Array.from(labels) }) }
  },
}
