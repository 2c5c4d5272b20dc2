# Each client's local phase in closed form: it is linear, so x_K = P x + sum of powers of (1 - ηβa) times what is added in each step; control variates from the mean of
# the places; fixed points by iterating the round to its end.
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(47)
N, d, R, K, eta, gamma = 4, 3, 6, 5, 0.15, 1.1
A = draw.uniform(0.1, 1.2, (N, d))
b = draw.normal(size=(N, d)) * 2
x0 = draw.normal(size=d) * 3
noise = draw.normal(size=(R, N, K, d)) * 0.3
participants = [sorted(draw.choice(N, 1 + r % 3, replace=False).tolist()) for r in range(R)]


def local(x, a, center, drift, beta, eta, K):
    """Places 0 to K of x ← x - η(β a (x - center) + drift[k])."""
    shrink = 1 - eta * beta * a
    places = [x]
    for k in range(1, K + 1):
        powers = np.array([shrink ** (k - 1 - j) for j in range(k)])
        places.append(center + shrink**k * (x - center) - eta * (powers * drift[:k]).sum(0))
    return np.array(places)


def run(method, beta, noisy, partial):
    x, g, own, xs = x0, np.zeros(d), np.zeros((N, d)), [x0]
    for r in range(R):
        who = participants[r] if partial else range(N)
        ends, new = [], own.copy()
        for i in who:
            n = noise[r][i] if noisy else np.zeros((K, d))
            fix = own.mean(0) - own[i] if method.startswith('scaffold') else np.zeros(d)
            places = local(x, A[i], b[i], beta * (n + fix) + (1 - beta) * g, beta, eta, K)
            ends.append(places[-1])
            new[i] = A[i] * (places[:-1].mean(0) - b[i]) + n.mean(0)
        g = (x - np.mean(ends, 0)) / (eta * K)
        x, own = x - gamma * g, new
        xs.append(x)
    return {'method': method, 'beta': beta, 'noise': noisy, 'partial': partial, 'x': [list(v) for v in xs]}


def rest(eta, K):
    x = np.zeros(d)
    for _ in range(4000):
        x = np.mean([local(x, A[i], b[i], np.zeros((K, d)), 1, eta, K)[-1] for i in range(N)], 0)
    return list(x)


runs = [run('fedavg', 1, True, True), run('fedavg-m', 0.45, False, False), run('scaffold', 1, False, True), run('scaffold-m', 0.6, True, True)]
points = [{'eta': e, 'K': k, 'x': rest(e, k)} for e, k in [(0.25, 7), (0.4, 1), (0.1, 20)]]
optimum = [float(np.linalg.solve(np.array([[A[:, j].sum()]]), [(A[:, j] * b[:, j]).sum()])[0]) for j in range(d)]
file = dict(golden, A=A.tolist(), b=b.tolist(), x0=x0.tolist(), R=R, K=K, eta=eta, gamma=gamma, noise=noise.tolist(), participants=participants, runs=runs,
            fedavg_fixed_points=points, optimum=optimum)
outputs = ['runs.0.x.6.0', 'runs.1.x.3.2', 'runs.2.x.6.1', 'runs.3.x.4.0', 'fedavg_fixed_points.0.x.1', 'fedavg_fixed_points.2.x.2', 'optimum.1']
print(json.dumps([{'file': file, 'outputs': outputs}]))
