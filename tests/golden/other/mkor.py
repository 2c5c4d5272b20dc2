# Inverses of averages summed at once; the other formulas by what they do to the matrix whose inverse is kept; slopes by complex steps.
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(41)


def average(vectors, gamma):
    v = np.array(vectors)
    weights = (1 - gamma) * gamma ** np.arange(len(v) - 1, -1, -1)
    return gamma ** len(v) * np.eye(v.shape[1]) + np.einsum('k,ki,kj', weights, v, v)


def printed(P, v, gamma):
    """M ← γM + c Mvv'M says P ← P/γ - c/(γ² + cγ v'Mv) vv' of its inverse P."""
    along = v @ np.linalg.solve(P, v)
    c = (1 - gamma) / (gamma**2 * (1 + gamma * (1 - gamma) * along))
    return P / gamma - c / (gamma**2 + c * gamma * along) * np.outer(v, v)


def released(P, v, gamma):
    return np.linalg.inv(gamma * np.linalg.inv(P) + (1 - gamma) * np.eye(len(v))) + np.outer(v, v)


def inverses(step, vectors, gamma, after):
    P, found = np.eye(vectors.shape[1]), {}
    for k, v in enumerate(vectors, 1):
        P = step(P, v, gamma)
        found[f'after_{k}'] = np.linalg.inv(P).tolist()
    return {f'after_{k}': found[f'after_{k}'] for k in after}


def layer(m, n, batches, gamma, rate, mu):
    goal, W = draw.normal(size=(m, n)), np.zeros((m, n))
    inputs = [draw.normal(size=(n, b)) * (1 + draw.random((n, 1))) for b in batches]
    outs, ins, bent, steps = [], [], [], []
    for t, X in enumerate(inputs, 1):
        loss = lambda W: np.sum(((W - goal) @ X) ** 2) / (2 * X.shape[1])
        slope = np.array([loss(W + 1e-30j * unit.reshape(m, n)).imag / 1e-30 for unit in np.eye(m * n)]).reshape(m, n)
        outs.append(np.mean((W - goal) @ X, axis=1))
        ins.append(np.mean(X, axis=1))
        way = np.linalg.solve(average(outs, gamma), np.linalg.solve(average(ins, gamma), slope.T).T)
        bent.append(way * np.linalg.norm(slope) / np.linalg.norm(way))
        kept = (1 - mu ** np.arange(t, 0, -1)) / (1 - mu)  # what each old step has been repeated by
        W = -rate * np.tensordot(kept, bent, 1)
        steps.append({'grad': slope.tolist(), 'W': W.tolist()})
    return {'W_star': goal.tolist(), 'X': [X.tolist() for X in inputs], 'lr': rate, 'momentum': mu, 'steps': steps}


def other(gamma, count, size, after, layers):
    vectors = draw.normal(size=(count, size)) * 2
    sums = {f'after_{k}': np.linalg.inv(average(vectors[:k], gamma)).tolist() for k in after}
    file = dict(golden, gamma=gamma, vectors=vectors.tolist(), layer=layers)
    file['inverse_factor'] = {'exact_sherman_morrison': sums, 'as_printed': inverses(printed, vectors, gamma, after),
                              'released_code_formula': inverses(released, vectors, gamma, after),
                              f'direct_inverse_after_{after[-1]}': sums[f'after_{after[-1]}']}
    return file


outputs = ['inverse_factor.exact_sherman_morrison.after_4.0.1', 'inverse_factor.as_printed.after_4.1.1',
           'inverse_factor.released_code_formula.after_2.0.0']
print(json.dumps([
    {'file': other(0.9, 7, 5, [1, 2, 4, 7], layer(3, 4, [6] * 8, 0.9, 0.05, 0.8)),
     'outputs': [*outputs, 'inverse_factor.direct_inverse_after_7.4.4', 'layer.steps.0.grad.2.3', 'layer.steps.7.W.1.2']},
    {'file': other(0.8, 9, 2, [2, 4, 6], [layer(4, 8, [5, 3, 9, 4], 0.8, 0.02, 0.6), layer(1, 2, [2, 7, 1], 0.8, 0.1, 0.95)]),
     'outputs': [*outputs, 'inverse_factor.direct_inverse_after_6.1.0', 'layer.0.steps.3.grad.3.7', 'layer.1.steps.2.W.0.1']}]))
