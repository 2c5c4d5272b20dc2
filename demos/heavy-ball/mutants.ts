// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'momentum is off',
    file: 'src/domains/optim/updates.ts',
    find: 'walker.vx = beta * walker.vx + slope[0]!\n  walker.vy = beta * walker.vy + slope[1]!\n  walker.x -= alpha * walker.vx',
    put: 'walker.vx = slope[0]!\n  walker.vy = slope[1]!\n  walker.x -= alpha * walker.vx',
    golden: 'trajectories',
    claim: 'Inside the wedge the ball shrinks by √β',
  },
  {
    breaks: 'steps are a tenth of a percent too long',
    file: 'src/domains/optim/updates.ts',
    find: 'walker.x -= alpha * walker.vx\n  walker.y -= alpha * walker.vy',
    put: 'walker.x -= 1.001 * alpha * walker.vx\n  walker.y -= 1.001 * alpha * walker.vy',
    golden: 'trajectories',
    claim: 'The largest stable step size',
  },
] satisfies Mutant[]
