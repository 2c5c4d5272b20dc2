// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'viscosity is a percent higher',
    file: 'src/domains/fluids/vorticity.ts',
    find: 'const decay = nu * (',
    put: 'const decay = 1.01 * nu * (',
    golden: 'navier_stokes',
    claim: 'Smooth vortices, s = 2',
  },
  {
    breaks: 'fields drift a percent faster',
    file: 'src/domains/fluids/lostPart.ts',
    find: 'const [x, y] = [cx * kx * t, cy * ky * t]',
    put: 'const [x, y] = [1.01 * cx * kx * t, cy * ky * t]',
    golden: 'bound',
  },
] satisfies Mutant[]
