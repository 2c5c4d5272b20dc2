// The method in a dozen lines of Python, with the current values.
import type { Snippet } from '@/contract'
import { corpus } from './corpus'
import { matrixOf, STATES } from './hand'
import { knownOf } from './languages'
import { type Params, resistanceOf } from './params'
import type { readouts } from './readouts'

const FILE = 'alice.txt'
const said = (p: Params): string[] => knownOf(p).prefix.map((word) => knownOf(p).language.words[word]!)

const pythonNumber = (value: number) => (Number.isFinite(value) ? String(Math.round(value * 1e6) / 1e6) : 'float("inf")')

const languages: Record<Params['mode'], (p: Params) => string[]> = {
  hand: (p) => [
    `words = "${STATES.join('')}"`,
    'P = [',
    ...matrixOf(p.chances).map((row) => `    [${row.map(pythonNumber).join(', ')}],`),
    ']',
    '',
    'def probabilities(said):',
    '    return dict(zip(words, P[words.index(said[-1]) if said else 0]))',
    '',
    `said = list("${said(p).join('')}")`,
  ],
  words: (p) => [
    'from collections import Counter, defaultdict',
    '',
    `corpus = open("${FILE}").read().split()  # the file below`,
    'words = list(dict.fromkeys(corpus))',
    'after = defaultdict(Counter)',
    `for n in range(${p.order}):`,
    '    for i in range(n, len(corpus)):',
    '        after[tuple(corpus[i - n:i])][corpus[i]] += 1',
    '',
    'def probabilities(said):',
    '    p = {w: 1 / len(words) for w in words}',
    `    for n in range(min(${p.order}, len(said) + 1)):`,
    '        seen = after[tuple(said[len(said) - n:])]',
    '        total = sum(seen.values())',
    '        if total:',
    `            p = {w: (seen[w] + ${p.kappa} * p[w]) / (total + ${p.kappa}) for w in words}`,
    '    return p',
    '',
    `said = ${JSON.stringify(said(p).join(' '))}.split()`,
  ],
}

const code = (p: Params, step: number): string =>
  [
    ...languages[p.mode](p),
    `alpha, k, deepest = ${p.alpha}, ${p.k}, ${p.deepest}`,
    `f = [${Array.from({ length: p.deepest + 1 }, (_, d) => pythonNumber(resistanceOf(p)[d] ?? Number.POSITIVE_INFINITY)).join(', ')}]`,
    '',
    'def depth(said, w):',
    '    for L in range(min(deepest, len(said) + 1), 1, -1):',
    '        path = said[len(said) - L + 1:] + [w]',
    '        if any(said[i:i + L] == path for i in range(len(said))):',
    '            return L',
    '    return int(w in said)',
    '',
    'def score(said, w, p):',
    '    toll = f[depth(said, w)]',
    '    return p[w] - alpha * toll if alpha and toll else p[w]',
    '',
    `for t in range(${step}):`,
    '    p = probabilities(said)',
    '    best = sorted(p, key=p.get, reverse=True)[:k]  # of equals the first in the book',
    '    said.append(max(best, key=lambda w: score(said, w, p)))',
    'print(" ".join(said))',
    `print(${step > 0 ? 'words.index(said[-1]), ' : ''}len(set(said)), len(set(zip(said, said[1:]))))  # newest word, words, pairs`,
  ].join('\n')

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code,
  prints: (_p, step) => [...(step > 0 ? (['word'] as const) : []), 'nodes', 'edges'],
  files: (p): Record<string, string> => (p.mode === 'words' ? { [FILE]: corpus.trim() } : {}),
}
