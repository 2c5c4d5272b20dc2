# Accounts as sums over the steps since an entry was last sent, momentum as sums of old gradients with their powers; other sizes than the file's.
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(23)
d, N, T, rate, m = 7, 3, 9, 0.07, 0.8
lam, goal, noise = 10 ** -draw.random(d), draw.normal(size=d), 0.3 * draw.normal(size=(T, N, d))


def pushed(gradients, since, ahead):
    """Momentum at the last of these steps, of the gradients from `since` on (one for each entry); ahead: in Nesterov's form, with the last once more."""
    t = len(gradients) - 1
    steps = np.arange(t + 1)[:, None]
    powers = np.where(steps >= since, m ** (t - steps + ahead), 0)
    return (powers * np.array(gradients)).sum(0) + (np.array(gradients[-1]) if ahead else 0)


def run(variant, k, **options):
    ahead = int(options.get('nest', False))
    w, places, arrived, sent = np.zeros(d), [np.zeros(d)], [], 0
    gradients = [[] for _ in range(N)]
    came = [[] for _ in range(N)]  # into the account
    last = np.zeros((N, d), int)  # the step after the one in which an entry was last sent
    for t in range(T):
        mean = np.zeros(d)
        for n in range(N):
            g = lam * (w - goal) + noise[t, n]
            if 'clip' in options:
                g = g / max(1, (np.linalg.norm(g) + 1e-6) * N**0.5 / options['clip'])
            gradients[n].append(g)
            came[n].append(pushed(gradients[n], last[n] if variant == 'dgc' else 0, ahead) if variant in ('mc', 'dgc') else g)
            first = last[n] if variant in ('accum', 'mc', 'dgc') else t
            account = np.where(np.arange(t + 1)[:, None] >= first, came[n], 0).sum(0)
            chosen = np.argsort(-abs(account))[:k]
            last[n, chosen] = t + 1
            mean[chosen] += account[chosen] / N
            sent += k
        arrived.append(mean)
        w = w - rate * (mean if variant in ('mc', 'dgc') else pushed(arrived, 0, ahead))
        places.append(w)
    return {'variant': variant, 'k': k, 'options': options, 'W': [list(p) for p in places], 'values_sent': sent}


runs = [run('dense', d), run('drop', 3), run('accum', 1), run('mc', 3), run('dgc', 2), run('dgc', 1, clip=0.4), run('mc', 2, nest=True)]
file = dict(golden, lr=rate, momentum=m, N=N, T=T, lam=lam.tolist(), w_star=goal.tolist(), noise=noise.tolist(), runs=runs)
outputs = ['runs.0.W.9.2', 'runs.1.W.5.0', 'runs.2.W.9.6', 'runs.3.W.7.1', 'runs.4.W.9.3', 'runs.5.values_sent', 'runs.6.W.8.4']
print(json.dumps([{'file': file, 'outputs': outputs}]))
