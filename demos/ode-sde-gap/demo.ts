import { defineDemo } from '@/contract'
import { claims } from './claims'
import { gaps } from './gaps'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { views, words } from './texts'
import { training } from './training'

export default defineDemo({
  meta,
  params,
  model,
  maps: { gaps, training },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: {
      line: ['densities', 'residual', 'gaps', 'apart'],
      plane: ['cloud', 'apart'],
      training: ['bars', 'ends', 'field', 'squares'],
    },
    ledes: {
      plane:
        'Nine bumps in a plane, and particles that come back to them, with noise (SDE) and without (ODE). Their score is the exact one plus the slopes of a potential δ cos kx cos ky. Take the error away, and see how near two clouds are by luck alone.',
      training:
        'Three small networks learn the score from noisy samples while you look. The first minds the samples alone; the others also mind the residual, how badly their potential breaks the Fokker-Planck equation. Compare the bars, then take more seeds.',
    },
    openings: { line: 'end', plane: 'end', training: 'end' },
  },
  opening: 'end',
  words,
  handles,
  sliders: {
    lambda: () => ({
      marks: [
        { value: 0, label: 'ODE' },
        { value: 1, label: 'SDE' },
      ],
    }),
  },
  equations: [
    {
      tex: '\\begin{aligned} dX &= \\bigl[X + \\tfrac{1 + \\p{lambda}}{2}\\, s\\bigr] d\\tau + \\sqrt{\\p{lambda}}\\, dW \\\\ \\tau &= \\p{horizon} - t \\end{aligned}',
      spoken: 'Back in time, X moves by X plus one plus lambda over two times the score s, and by noise of strength root lambda.',
      tabs: ['line', 'plane'],
    },
    {
      tex: 's = \\nabla \\log p + \\p{delta} \\cos \\p{k} x',
      spoken: 'The score is the exact one plus an error, such as delta times the cosine of k x.',
      tabs: ['line'],
    },
    {
      tex: 'R = \\partial_t u - d - x\\cdot\\nabla u - \\tfrac12\\Delta u - \\tfrac12|\\nabla u|^2',
      spoken:
        'The residual of a potential u is its rate of change, minus the dimension d, minus x times its slope, minus half its Laplacian, minus half its squared slope.',
      tabs: ['line', 'training'],
    },
    {
      tex: '\\text{loss} = E\\,\\bigl|\\nabla u - \\nabla \\log p(x|x_0)\\bigr|^2 + \\p{wR}\\, E\\,R^2',
      spoken: 'The loss is the mean squared error of the score, plus the weight times the mean squared residual.',
      tabs: ['training'],
    },
    {
      tex: '\\begin{aligned} s &= \\nabla \\log p + \\nabla \\psi \\\\ \\psi &= \\p{delta} \\cos \\p{k} x \\cos \\p{k} y \\end{aligned}',
      spoken: 'The score is the exact one plus the gradient of psi, delta times the cosine of k x times the cosine of k y.',
      tabs: ['plane'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
