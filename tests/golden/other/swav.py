# Sinkhorn's rounds as scalings of two vectors; the loss and its gradients by complex steps, not by the chain rule.
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(26)


def codes_of(scores, epsilon, rounds):
    """diag(a) E diag(b): prototypes get equal shares, then samples; the codes of a sample sum to 1."""
    E = np.exp((scores - scores.max()) / epsilon)  # [samples, prototypes]
    a, b = np.ones(len(E)), np.ones(E.shape[1])
    for _ in range(rounds):
        b = 1 / (E.shape[1] * (a @ E))
        a = 1 / (len(E) * (E @ b))
    Q = a[:, None] * E * b
    return Q / Q.sum(axis=1, keepdims=True)


def sinkhorn(samples, prototypes, epsilon, rounds):
    scores = draw.uniform(-1, 1, (samples, prototypes))
    results = []
    for n in rounds:
        Q = codes_of(scores, epsilon, n)
        results.append({'iterations': n, 'Q': Q.tolist(), 'max_row_marginal_error': max(abs(prototypes / samples * Q.sum(axis=0) - 1))})
    return {'scores_BxK': scores.tolist(), 'epsilon': epsilon, 'results': results}


def unit(rows):
    return rows / np.sqrt(np.sum(rows * rows, axis=1, keepdims=True))


def loss_of(u1, u2, prototypes, q1, q2, temperature):
    loss = 0
    for u, q in ((u2, q1), (u1, q2)):
        logits = unit(u) @ prototypes.T / temperature
        loss = loss - np.mean(np.sum(q * (logits - np.log(np.sum(np.exp(logits), axis=1, keepdims=True))), axis=1)) / 2
    return loss


def gradient(f, x):
    out = np.zeros(x.shape)
    for at in np.ndindex(x.shape):
        moved = x.astype(complex)
        moved[at] += 1e-30j
        out[at] = f(moved).imag / 1e-30
    return out


def train(B, K, d, epsilon, rounds, temperature, lr, freeze, queue, steps):
    u1 = unit(draw.normal(size=(B, d))) * draw.uniform(0.7, 1.5, (B, 1))
    u2 = u1 + 0.3 * draw.normal(size=(B, d))
    prototypes = draw.normal(size=(K, d))
    waiting = draw.normal(size=(queue, d)) if queue else None
    inputs = {'B': B, 'K': K, 'd': d, 'epsilon': epsilon, 'sinkhorn_iterations': rounds, 'temperature': temperature, 'lr': lr,
              'freeze_prototypes_steps': freeze, 'u1': u1.tolist(), 'u2': u2.tolist(), 'prototypes_raw': prototypes.tolist(),
              'queue_raw': None if waiting is None else waiting.tolist()}
    log = []
    for step in range(steps):
        prototypes = unit(prototypes)
        scores = [unit(u) @ prototypes.T for u in (u1, u2)]
        if waiting is not None:
            scores = [np.vstack([unit(waiting) @ prototypes.T, s]) for s in scores]
        q1, q2 = (codes_of(s, epsilon, rounds)[-B:] for s in scores)
        g1 = gradient(lambda u: loss_of(u, u2, prototypes, q1, q2, temperature), u1)
        g2 = gradient(lambda u: loss_of(u1, u, prototypes, q1, q2, temperature), u2)
        g3 = gradient(lambda c: loss_of(u1, u2, c, q1, q2, temperature), prototypes)
        log.append({'step': step, 'loss': loss_of(u1, u2, prototypes, q1, q2, temperature), 'codes_view1': q1.tolist(),
                    'codes_view2': q2.tolist(), 'row_marginal_view1': (K / B * q1.sum(axis=0)).tolist(), 'grad_u1': g1.tolist(),
                    'grad_u2': g2.tolist(), 'grad_prototypes': g3.tolist()})
        u1, u2 = u1 - lr * g1, u2 - lr * g2
        if step >= freeze:
            prototypes = prototypes - lr * g3
    return {'inputs': inputs, 'steps': log, 'final_u1': u1.tolist(), 'final_prototypes': prototypes.tolist()}


file = dict(golden)
file['sinkhorn'] = [sinkhorn(9, 5, 0.1, [1, 2, 7]), sinkhorn(4, 2, 0.3, [3, 40])]
file['train'] = [train(5, 4, 3, 0.08, 2, 0.2, 0.3, 0, 0, 4), train(7, 3, 2, 0.1, 4, 0.15, 0.6, 2, 6, 5)]
outputs = ['sinkhorn.0.results.1.Q.4.2', 'sinkhorn.1.results.0.max_row_marginal_error', 'train.0.steps.3.loss', 'train.0.steps.2.grad_u1.3.1',
           'train.1.steps.4.codes_view2.2.1', 'train.1.steps.3.grad_prototypes.1.0', 'train.0.final_u1.2.0', 'train.1.final_prototypes.1.1']
print(json.dumps([{'file': file, 'outputs': outputs}]))
