// The method in PyTorch, with the current values.
import type { Snippet } from '@/contract'
import { BLOBS, centreOf, JITTER, SPREAD } from './blobs'
import type { Params } from './params'
import { dimensionOf } from './workspace'

const codes: Record<Params['codes'], (p: Params) => string[]> = {
  sinkhorn: (p) => [
    `def code(S, eps=${p.epsilon}, rounds=${p.rounds}):`,
    '    Q = (S / eps).exp()',
    ...(p.rounds > 0
      ? [
          '    for _ in range(rounds):',
          '        Q = Q / (Q.sum(0, keepdim=True) * Q.shape[1])  # every star its share',
          '        Q = Q / (Q.sum(1, keepdim=True) * Q.shape[0])  # every sample its share',
        ]
      : []),
    '    return Q / Q.sum(1, keepdim=True)',
  ],
  softmax: (p) => ['def code(S):', `    return (S / ${p.epsilon}).softmax(1)`],
  argmax: () => ['def code(S):', '    return F.one_hot(S.argmax(1), S.shape[1]).float()'],
}

const rounded = (value: number) => Number(value.toPrecision(6))

const code = (p: Params, step: number): string =>
  [
    'import torch, torch.nn as nn, torch.nn.functional as F',
    '',
    ...codes[p.codes](p),
    '',
    'def two_views(batch):  # of points of six blobs',
    `    blobs = torch.tensor([${Array.from({ length: BLOBS }, (_, k) => `[${centreOf(p.centres, k).map(rounded).join(', ')}]`).join(', ')}])`,
    `    x = blobs[torch.randint(${BLOBS}, (batch,))] + ${SPREAD} * torch.randn(batch, 2)`,
    `    return x + ${JITTER} * torch.randn(batch, 2), x + ${JITTER} * torch.randn(batch, 2)`,
    '',
    ...(p.queue > 0 ? [`# without the queue of ${p.queue}`] : []),
    `torch.manual_seed(${p.seed})  # other random numbers than on the page`,
    `d, K, tau = ${dimensionOf(p)}, ${p.prototypes}, ${p.tau}`,
    'net = nn.Sequential(nn.Linear(2, 32), nn.Tanh(), nn.Linear(32, 32), nn.Tanh(), nn.Linear(32, d))',
    'C = nn.Parameter(torch.randn(K, d))',
    'sgd = torch.optim.SGD([*net.parameters(), C], lr=0.1, momentum=0.9)',
    '',
    `for step in range(${step}):`,
    `    x1, x2 = two_views(${p.batch})`,
    '    C.data = F.normalize(C.data, dim=1)',
    '    S1, S2 = F.normalize(net(x1), dim=1) @ C.T, F.normalize(net(x2), dim=1) @ C.T',
    '    with torch.no_grad():',
    '        q1, q2 = code(S1), code(S2)',
    '    loss = -(q1 * F.log_softmax(S2 / tau, 1) + q2 * F.log_softmax(S1 / tau, 1)).sum(1).mean() / 2',
    '    sgd.zero_grad(); loss.backward(); sgd.step()',
    ...(step > 0 ? ['print(loss.item())'] : []),
  ].join('\n')

export const snippet: Snippet<Params, 'loss'> = {
  code,
  prints: (_p, step) => (step > 0 ? ['loss'] : []),
  random: () => true,
}
