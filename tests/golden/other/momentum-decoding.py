# Momentum decoding with texts searched as strings, on chains of four and nine letters; n-grams counted anew, of order 2 and 4.
import json
from collections import Counter
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(23)
RELEASE = golden['matrix_runs'][0]['resistance']


def depth(tokens, candidate, longest):
    text = ' ' + ' '.join(map(str, tokens)) + ' '
    best = 0
    for length in range(1, longest + 1):
        tail = tokens[len(tokens) - (length - 1):] if length > 1 else []
        if len(tail) == length - 1 and ' ' + ' '.join(map(str, [*tail, candidate])) + ' ' in text:
            best = length
    return best


def decode(chances, prefix, steps, k, alpha, resistance, longest):
    tokens, log = list(prefix), []
    for _ in range(steps):
        p = chances(tokens)
        order = sorted(range(len(p)), key=lambda w: (-p[w], w))[:k]
        depths = [depth(tokens, w, longest) for w in order]
        scores = [None if resistance[d] is None else p[w] - alpha * resistance[d] for w, d in zip(order, depths)]
        rank = max(range(len(order)), key=lambda i: (-np.inf if scores[i] is None else scores[i], -i))
        log.append({'candidates': order, 'depths': depths, 'scores': scores, 'pick': order[rank], 'rank': rank})
        tokens.append(order[rank])
    return tokens, log


def matrix_run(size, prefix, steps, k, alpha, resistance, name):
    P = draw.dirichlet(np.full(size, 0.8), size=size)
    tokens, log = decode(lambda t: P[t[-1]], prefix, steps, k, alpha, resistance, 5)
    return {'P': P.tolist(), 'prefix': prefix, 'steps': steps, 'k': k, 'alpha': alpha, 'resistance': resistance,
            'resistance_name': name, 'tokens': tokens, 'log': log}


def depth_case(size, count, longest):
    tokens = [int(v) for v in draw.integers(0, size, count)]
    candidate = int(draw.integers(0, size))
    return {'tokens': tokens, 'candidate': candidate, 'max_length': longest, 'depth': depth(tokens, candidate, longest)}


def language_model(order, kappa):
    tokens = open('alice.txt').read().split()
    words = list(dict.fromkeys(tokens))
    number = {word: i for i, word in enumerate(words)}
    ids = [number[word] for word in tokens]
    followers = {}
    for n in range(order):
        for i in range(n, len(ids)):
            followers.setdefault(tuple(ids[i - n:i]), Counter())[ids[i]] += 1

    def chances(tokens):
        p = np.full(len(words), 1 / len(words))
        for n in range(min(order, len(tokens) + 1)):
            seen = followers.get(tuple(tokens[len(tokens) - n:]))
            if seen is None:
                break
            counts = np.zeros(len(words))
            for word, count in seen.items():
                counts[word] = count
            p = (counts + kappa * p) / (counts.sum() + kappa)
        return p

    next_token = []
    for context in ['said the', 'her sister', 'it was']:
        p = chances([number[word] for word in context.split()])
        top = sorted(range(len(p)), key=lambda w: (-p[w], w))[:5]
        next_token.append({'context': context, 'top5': [[words[w], p[w]] for w in top], 'sum': p.sum()})
    decodes = []
    for prefix, name, k, alpha, steps in [('alice was not', 'release', 4, 0.15, 40), ('said the mouse', 'none', 1, 0.0, 25),
                                          ('down the', 'release', 6, 0.3, 50)]:
        start = [number[word] for word in prefix.split()]
        text, log = decode(chances, start, steps, k, alpha, RELEASE if name == 'release' else [0] * 6, 5)
        made = text[len(start):]
        unique = [len({tuple(made[i:i + n]) for i in range(len(made) - n + 1)}) / (len(made) - n + 1) for n in (2, 3, 4)]
        decodes.append({
            'prefix': prefix, 'resistance_name': name, 'k': k, 'alpha': alpha, 'steps': steps,
            'text': ' '.join(words[w] for w in text), 'ranks': [step['rank'] for step in log],
            'depths_of_pick': [step['depths'][step['rank']] for step in log], 'diversity_of_generated': np.prod(unique),
            'greedy_ratio': sum(step['rank'] == 0 for step in log) / steps, 'graph_nodes': len(set(text)),
            'graph_edges': len(set(zip(text, text[1:])))})
    return {'order': order, 'kappa': kappa, 'vocab_size': len(words), 'n_tokens': len(tokens), 'next_token': next_token, 'decodes': decodes}


def other(order, kappa, size):
    file = dict(golden, language_model=language_model(order, kappa))
    file['depth_cases'] = [depth_case(3, count, longest) for count, longest in [(5, 3), (12, 5), (20, 4), (30, 6)]]
    file['matrix_runs'] = [matrix_run(size, [1], 20, 3, 0.15, [0, 1, 2, 4, 6, 7], 'other'),
                           matrix_run(size + 1, [0, 2], 11, size, 0.3, [0, 0, 1, None, None, None], 'block3')]
    return file


outputs = ['depth_cases.2.depth', 'matrix_runs.0.tokens.9', 'matrix_runs.0.log.7.scores.1', 'matrix_runs.1.log.3.depths.0',
           'language_model.next_token.1.sum', 'language_model.decodes.0.depths_of_pick.20', 'language_model.decodes.2.diversity_of_generated',
           'language_model.decodes.2.graph_edges', 'language_model.decodes.0.greedy_ratio']
print(json.dumps([{'file': other(2, 0.5, 4), 'outputs': outputs}, {'file': other(4, 2.0, 9), 'outputs': outputs}]))
