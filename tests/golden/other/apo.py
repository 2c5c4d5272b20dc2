# Policies as the reference tilted by all old gains with their weights, no round from the one before; rewards fitted under a fixed bound of
# the curvature instead of by Newton's method.
import json
import numpy as np

golden = json.load(open('golden.json'))
draw = np.random.default_rng(53)


def policies(start, alpha, gain_at, rounds):
    """(π̂, π) after 0, 1, … rounds: a gain k rounds ago counts 1 + α + … + α^k in π̂, and once more in π."""
    gains, seen = np.zeros((rounds + 1, len(start))), []
    reach = np.cumsum(alpha ** np.arange(rounds + 1.0))

    def tilted(weights, t):
        p = np.array(start) * np.exp(weights[::-1] @ gains[:t])
        return (p / p.sum()).tolist()

    for t in range(rounds + 1):
        seen.append((tilted(reach[:t], t), tilted(reach[1:t + 1], t)))
        gains[t] = gain_at(np.array(seen[-1][1]), t)
    return seen


def exact(r, ref, beta, alpha, t, gaps, coefficients):
    seen = policies(ref, alpha, lambda *_: np.array(r) / beta, max(*t, gaps))
    return {'beta': beta, 'alpha': alpha, 'pi_hat': [seen[k][0] for k in t], 'pi_extrapolated': [seen[k][1] for k in t], 't': t,
            'closed_form_coefficient': [sum((k - j) * alpha**j for j in range(k)) for k in range(coefficients)],
            'gap': [float(np.array(hat) @ (max(r) - np.array(r))) for hat, _ in seen[:gaps]]}


def fit(wins, ridge):
    """Böhning and Lindsay: σ' ≤ 1/4, so each step down this parabola is one down the loss."""
    games = wins + wins.T
    bound = (np.diag(games.sum(axis=1)) - games) / 4 + ridge * np.eye(len(wins))
    r = np.zeros(len(wins))
    for _ in range(2000):
        r = r + np.linalg.solve(bound, np.sum(wins - games / (1 + np.exp(r - r[:, None])), axis=1) - ridge * r)
    return r


def sampled(ref, beta, alpha, ridge, rounds):
    K = len(ref)
    tables = [draw.integers(0, 12, (K, K)) * (1 - np.eye(K, dtype=int)) for _ in range(rounds)]
    fits = [fit(table, ridge) for table in tables]
    seen = policies(ref, alpha, lambda _, t: fits[t] / beta if t < rounds else 0, rounds)
    return {'beta': beta, 'alpha': alpha, 'ridge': ridge, 'win_tables': [table.tolist() for table in tables],
            'r_hat': [r.tolist() for r in fits], 'policies_hat_ext': seen[1:]}


def duels(start, t, pairs):
    K = len(start)
    above = np.triu(draw.uniform(0.05, 0.95, (K, K)), 1)
    M = above + np.tril(1 - above.T, -1) + np.eye(K) / 2
    runs = [{'eta': eta, 'alpha': alpha, 'policy': [seen[k][1] for k in t]} for eta, alpha in pairs
            for seen in [policies(start, alpha, lambda pushed, _: eta * (M @ pushed - 0.5), max(t))]]
    return {'M': M.tolist(), 'start': start, 't': t, 'runs': runs}


def other(r, ref, runs, fitted, contests):
    return dict(golden, r=r, ref=ref, exact_reward_runs=[exact(r, ref, *run) for run in runs], sampled=fitted, sppo=contests)


exact_outputs = ['exact_reward_runs.0.pi_hat.2.1', 'exact_reward_runs.0.pi_extrapolated.3.0', 'exact_reward_runs.1.gap.4',
                 'exact_reward_runs.1.closed_form_coefficient.5']
five, three, seven = [0.11, 0.24, 0.3, 0.15, 0.2], [0.3, 0.25, 0.45], [0.2, 0.1, 0.1, 0.15, 0.05, 0.3, 0.1]
print(json.dumps([
    {'file': other([0.4, -0.3, 0.9, 1.1, 0.7], five, [(0.8, 0.45, [0, 1, 4, 9], 12, 7), (2.5, 0.9, [3, 15], 6, 30)],
                   sampled(five, 1.7, 0.5, 0.3, 4), duels([0.2, 0.3, 0.5], [1, 3, 8], [(0.7, 0.2), (2.0, 0.6)])),
     'outputs': [*exact_outputs, 'sampled.r_hat.3.1', 'sampled.policies_hat_ext.2.0.4', 'sampled.policies_hat_ext.3.1.0',
                 'sppo.runs.0.policy.1.2', 'sppo.runs.1.policy.2.0']},
    {'file': other([0.25, 1.5, -0.5], three, [(0.6, 0.7, [0, 2, 5, 7], 8, 9), (3.0, 0.0, [6], 7, 6), (1.1, 0.2, [1, 11], 3, 4)],
                   [sampled(three, 0.9, 0.1, 0.02, 2), sampled(three, 1.2, 0.8, 1.0, 3)],
                   [duels(seven, [0, 6], [(1.5, 0.4)]), duels(five, [2, 12], [(0.3, 0.0), (0.9, 0.85)])]),
     'outputs': [*exact_outputs, 'exact_reward_runs.2.gap.2', 'sampled.0.r_hat.1.2', 'sampled.1.policies_hat_ext.2.1.1',
                 'sppo.0.runs.0.policy.1.6', 'sppo.1.runs.1.policy.0.3']}]))
