# Slopes by complex steps of the loss, Adam's moments as weighted sums of all slopes since the last reset, rebuilding by eigenvectors of (BA)'(BA), the least
# loss by eigenvalues of X^½ W*' W* X^½ (those of W* X W*').
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(23)


def loss(B, A, W, X):
    D = B @ A - W
    return np.trace(D @ X @ D.T) / 2


def slope(of, at):
    out = np.zeros(at.shape)
    for k in np.ndindex(at.shape):
        moved = at.astype(complex)
        moved[k] += 1e-30j
        out[k] = of(moved).imag / 1e-30
    return out


def rebuilt(B, A):
    r, M = B.shape[1], B @ A
    values, vectors = np.linalg.eigh(M.T @ M)
    right = vectors[:, ::-1][:, :r]
    left = M @ right
    sizes = np.linalg.norm(left, axis=0)
    left = left / sizes
    signs = np.sign(left[abs(left).argmax(0), range(r)])
    return left * signs * sizes**0.5, (right * signs * sizes**0.5).T


def push(slopes):
    t = len(slopes)
    mean = sum(0.1 * 0.9 ** (t - 1 - k) * g for k, g in enumerate(slopes)) / (1 - 0.9**t)
    square = sum(0.001 * 0.999 ** (t - 1 - k) * g**2 for k, g in enumerate(slopes)) / (1 - 0.999**t)
    return mean / (square**0.5 + 1e-8)


def run(B, A, W, X, lr, steps, refactor, reset, period, at):
    old, losses, sizes, products = ([], []), [], [], {}
    for k in range(1, steps + 1):
        old[0].append(slope(lambda b: loss(b, A, W, X), B))
        old[1].append(slope(lambda a: loss(B, a, W, X), A))
        B, A = B - lr * push(old[0]), A - lr * push(old[1])
        if period and k % period == 0:
            if refactor:
                B, A = rebuilt(B, A)
            if reset:
                old = ([], [])
        losses.append(float(loss(B, A, W, X)))
        sizes.append(float(np.linalg.norm(B.T @ B - A @ A.T)))
        products[k] = (B @ A).tolist()
    return {'refactor': refactor, 'reset': reset, 'period': period, f'BA_at_{at}': products[at], 'BA_last': products[steps],
            'B_last': B.tolist(), 'A_last': A.tolist(), 'loss': losses, 'imbalance': sizes}


def other(n, m, r, lr, cases):
    W, B, A, root = draw.normal(size=(n, m)), 2 * draw.normal(size=(n, r)), 0.1 * draw.normal(size=(r, m)), draw.normal(size=(m, m))
    X = root @ root.T / m + 0.1 * np.eye(m)
    values = np.sort(np.linalg.eigvalsh(W @ X @ W.T) if n <= m else np.linalg.eigvals(W.T @ W @ X).real)[::-1]
    first = rebuilt(B, A)
    return dict(golden, lr=lr, W_star=W.tolist(), X=X.tolist(), B0=B.tolist(), A0=A.tolist(),
                refactor_of_start={'B': first[0].tolist(), 'A': first[1].tolist()}, best_rank_r_loss=float(values[r:].sum() / 2),
                runs=[run(B, A, W, X, lr, *case) for case in cases])


print(json.dumps([
    {'file': other(5, 7, 3, 0.03, [(12, True, True, 4, 9), (9, False, False, 3, 2), (11, False, True, 5, 7)]),
     'outputs': ['refactor_of_start.A.1.4', 'best_rank_r_loss', 'runs.0.loss.9', 'runs.0.BA_at_9.2.3', 'runs.1.imbalance.4', 'runs.2.B_last.3.1']},
    {'file': other(6, 2, 1, 0.1, [(8, True, False, 3, 5), (7, True, True, 2, 7)]),
     'outputs': ['refactor_of_start.B.4.0', 'best_rank_r_loss', 'runs.0.A_last.0.1', 'runs.1.BA_last.5.0', 'runs.0.imbalance.6']}]))
