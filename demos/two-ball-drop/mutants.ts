// Changes that golden numbers and claims must notice (tests/support/mutants.ts).
import type { Mutant } from '../../tests/support/mutants'

export default [
  {
    breaks: 'the drop frame comes one too late',
    file: 'src/domains/dynamics/dropTracker.ts',
    find: 'if (hasLanded(rows[i]!, rows[i - 1]!, line)) return i - 1',
    put: 'if (hasLanded(rows[i]!, rows[i - 1]!, line)) return i',
    golden: 'estimator_tracks',
  },
  {
    breaks: 'a landing is put one frame late',
    file: 'demos/two-ball-drop/model.ts',
    find: 'track.drop = step - 1',
    put: 'track.drop = step',
    claim: 'Filmed at 55.9',
  },
  {
    breaks: 'a ball leaves the floor a tenth slower',
    file: 'src/domains/dynamics/fall.ts',
    find: '  let speed = restitution * fallSpeed(drop, g, terminal)\n',
    put: '  let speed = 0.9 * restitution * fallSpeed(drop, g, terminal)\n',
    golden: 'bounce',
  },
] satisfies Mutant[]
