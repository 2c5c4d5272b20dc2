// The look of each solver in all pictures: its colour, dash and name.
import type { Palette, SceneOf } from '@/contract'
import { orderOfRule } from '@/domains/diffusion/multistep'
import type demo from './demo'
import { type Params, rulesOf, type Solver, solversOf } from './params'

export type Scene = SceneOf<typeof demo>

const COLOURS: Readonly<Record<Solver, 'base' | 'method' | 'base2' | 'base3'>> = {
  ab: 'base',
  hb: 'method',
  ghvb: 'base2',
  nt: 'base3',
}
const DASHES: Readonly<Record<Solver, string | undefined>> = { ab: undefined, hb: undefined, ghvb: '7 3', nt: '2 3' }

/** Artifacts are red, and crossed, so that they can be told without colour. */
const ARTIFACT: Readonly<Record<Palette['name'], string>> = {
  light: '#c1062c',
  dark: '#ff6178',
  projector: '#a80022',
  contrast: '#8c001c',
}
export const artifactColour = (palette: Palette): string => ARTIFACT[palette.name]

export interface Look {
  solver: Solver
  color: string
  dash: string | undefined
  /** Family and order, such as HB 3.8. */
  name: string
  /** In the visitor's hands. */
  held: boolean
}

/** The solvers to draw; the one in hand comes last and lies on top. */
export function looksOf({ params, palette, words, format }: Scene): Look[] {
  const rules = rulesOf(params)
  const look = (solver: Solver): Look => ({
    solver,
    color: palette[COLOURS[solver]],
    dash: DASHES[solver],
    name: `${words[solver]} ${format(orderOfRule(rules[solver]), 3)}`,
    held: solver === params.family,
  })
  return solversOf(params)
    .map(look)
    .sort((a, b) => Number(a.held) - Number(b.held))
}

/** The last of them: the one in hand. */
export const heldOf = (scene: Scene): Look => looksOf(scene).at(-1) as Look

/** Steps of the sampler done at a step of the run; the test equation continues after its last one. */
export const samplerStep = (step: number, p: Params): number => Math.min(step, p.steps)
