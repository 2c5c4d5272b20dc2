// The next step of a method, taken apart: arrows one after the other, and the resulting step.
import type { Point } from '@/contract'
import type { Memory } from '@/domains/optim/rules'
import { type Method, methodsOf, type Params, surfaceOf } from './params'
import { drawNoise, gradientFor, type Race } from './race'

/** Mean slope, change of the slope, kept motion, new slope. */
export type PartName = 'mean' | 'change' | 'kept' | 'slope'
export interface Move {
  /** For Adan and Adam in units of the slope, for the others in those of the plane; downhill. */
  parts: readonly { readonly name: PartName; readonly by: Point }[]
  step: Point
}

const copyOf = ({ steps, kept, powers }: Memory): Memory => ({
  steps,
  kept: kept.map((vector) => vector.slice()),
  powers: powers.slice(),
})

export function moveOf(race: Race, method: Method, p: Params): Move {
  const runner = race[method]
  const [noise, gradient] = [new Float64Array(2), new Float64Array(2)]
  drawNoise({ ...race.noise }, p, noise)
  gradientFor(runner, method, p, surfaceOf(p), noise, gradient)
  const [at, memory] = [runner.at.slice(), copyOf(runner.memory)]
  methodsOf(p)[method].step(at, gradient, memory)
  const step: Point = [at[0]! - runner.at[0]!, at[1]! - runner.at[1]!]
  return { parts: partsOf(), step }

  function partsOf(): Move['parts'] {
    const times = (vector: Float64Array, factor: number): Point => [factor * vector[0]!, factor * vector[1]!]
    const { kept, powers } = memory
    switch (method) {
      case 'adan': {
        const mean = { name: 'mean', by: times(kept[0]!, -1 / (1 - powers[0]!)) } as const
        return p.difference ? [mean, { name: 'change', by: times(kept[1]!, -p.beta2 / (1 - powers[1]!)) }] : [mean]
      }
      case 'adam':
        return [{ name: 'mean', by: times(kept[0]!, -1 / (1 - powers[0]!)) }]
      case 'ball':
        return [
          { name: 'kept', by: times(runner.memory.kept[0]!, -p.etaBall * p.mu) },
          { name: 'slope', by: times(gradient, -p.etaBall) },
        ]
      case 'nesterov':
        return [
          { name: 'kept', by: times(runner.memory.kept[0]!, p.mu) },
          { name: 'slope', by: times(gradient, -p.etaNesterov) },
        ]
      case 'descent':
        return [{ name: 'slope', by: step }]
    }
  }
}
