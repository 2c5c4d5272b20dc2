# Similarities pair by pair; histograms by counting; losses as plain sums, and their gradients by central differences of a complex step.
import json
import os
os.environ['OPENBLAS_NUM_THREADS'] = '1'  # matrices are small
import numpy as np

golden = json.load(open('golden.json'))


def protocol(seed, grid, d, kinds, prompt, threshold, bins):
    rng = np.random.default_rng(seed)
    f = np.round(rng.normal(size=(grid**2, d)), 3)
    labels = rng.integers(0, kinds, grid**2)
    s = np.array([[a @ b / np.sqrt((a @ a) * (b @ b)) for b in f] for a in f])
    predicted = [int(v > threshold) for v in s[prompt]]
    same = labels == labels[prompt]
    union = sum(p or o for p, o in zip(predicted, same))
    intra, inter = [], []
    for i in range(len(f)):
        for j in range(len(f)):
            if i != j:
                (intra if labels[i] == labels[j] else inter).append(s[i, j])
    share = lambda v: np.array([sum(-1 + 2 * b / bins <= x < -1 + 2 * (b + 1) / bins for x in v) for b in range(bins)]) / len(v)
    return {'inputs': {'grid': grid, 'features': f.tolist(), 'labels': labels.tolist(), 'prompt_index': prompt, 'threshold': threshold,
                       'histogram_bins': bins},
            'similarity_map': s[prompt].tolist(), 'predicted': predicted,
            'iou': sum(p and o for p, o in zip(predicted, same)) / union,
            'mean_intra': float(np.mean(intra)), 'mean_inter': float(np.mean(inter)), 'overlap': float(np.minimum(share(intra), share(inter)).sum())}


unit = lambda z: z / np.sqrt((z * z).sum(-1, keepdims=True))
log_softmax = lambda s: s - np.log(np.exp(s - s.real.max(-1, keepdims=True)).sum(-1, keepdims=True)) - s.real.max(-1, keepdims=True)


def losses(seed, pictures, cells, d, choices, tau, tau_s, tau_t):
    rng = np.random.default_rng(seed)
    draw = lambda *shape: np.round(rng.normal(size=shape), 3)
    z, t, x, c, ws, wt = draw(pictures, cells, d), draw(pictures, cells, d), draw(pictures, cells, d), draw(choices), draw(choices, d), draw(choices, d)
    visible = rng.integers(0, 2, (pictures, cells))
    visible[0, 0], visible[-1, -1] = 0, 1
    hidden = visible == 0
    p = np.exp(log_softmax((unit(t[hidden]) @ wt.T - c) / tau_t))
    g = unit(t.mean(1))
    momentum = lambda z: -(p * log_softmax(unit(z[hidden]) @ ws.T / tau_s)).sum(-1).mean()
    contrast = lambda z: -np.diag(log_softmax(unit(z.mean(1)) @ g.T / tau)).mean()

    def slope(loss):
        out = np.zeros_like(z)
        for at in np.ndindex(z.shape):
            moved = z.astype(complex)
            moved[at] += 1e-20j
            out[at] = loss(moved).imag / 1e-20
        return out.tolist()

    sign = np.where(hidden[..., None], np.sign(z - x), 0) / (hidden.sum() * d)
    return {'inputs': {'student_features': z.tolist(), 'teacher_features': t.tolist(), 'patches': x.tolist(), 'visible_mask': visible.tolist(),
                       'center': c.tolist(), 'prototypes_student': ws.tolist(), 'prototypes_teacher': wt.tolist(), 'tau_contrast': tau,
                       'tau_student': tau_s, 'tau_teacher': tau_t},
            'loss_mim': float(np.abs(z - x)[hidden].sum() / (hidden.sum() * d)), 'loss_momentum': float(momentum(z)), 'loss_contrast': float(contrast(z)),
            'grad_mim': sign.tolist(), 'grad_momentum': slope(momentum), 'grad_contrast': slope(contrast),
            'center_after': (0.9 * c + 0.1 * (unit(t) @ wt.T).mean((0, 1))).tolist()}


outputs = ['protocol.0.similarity_map.3', 'protocol.0.iou', 'protocol.1.overlap', 'protocol.1.mean_inter', 'protocol.0.mean_intra', 'protocol.0.predicted.4',
           'losses.0.loss_mim', 'losses.0.loss_momentum', 'losses.0.loss_contrast', 'losses.0.grad_mim.0.0.1', 'losses.0.grad_momentum.0.0.0',
           'losses.0.grad_contrast.1.2.1', 'losses.0.center_after.2']
print(json.dumps([
    {'file': dict(golden, how='pair by pair, complex steps', protocol=[protocol(1, 6, 5, 3, 11, 0.2, 25), protocol(2, 3, 2, 2, 4, -0.3, 12)],
                  losses=[losses(3, 4, 5, 4, 7, 0.3, 0.2, 0.15)]), 'outputs': outputs},
    {'file': dict(golden, how='pair by pair, complex steps', protocol=[protocol(5, 4, 8, 4, 0, 0.6, 40), protocol(6, 5, 3, 2, 24, 0.0, 10)],
                  losses=[losses(7, 2, 9, 3, 4, 0.1, 0.1, 0.05), losses(8, 5, 3, 6, 2, 1.0, 0.4, 0.4)]), 'outputs': outputs}]))
