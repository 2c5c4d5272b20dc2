// What a run needs before `init`: the formulas among its parameters, compiled.
import { isShown, type Note, type Params, type Schema } from '@/contract'
import { FormulaError, prepareFormula } from '@/formula'
import { hasFormula } from '@/numerics/formula'

/** Formula parameters in use that are not compiled yet. */
function missing(schema: Schema, params: Params): { key: string; text: string; variables: readonly string[] }[] {
  return Object.entries(schema).flatMap(([key, spec]) => {
    const text = params[key]
    const wanted = spec.kind === 'formula' && typeof text === 'string' && isShown(spec, params) && !hasFormula(text)
    return wanted ? [{ key, text, variables: spec.variables }] : []
  })
}

export const isPrepared = (schema: Schema, params: Params): boolean => missing(schema, params).length === 0

/** Resolves when a run of `params` can begin; rejects with the formula's error. */
export async function prepare(schema: Schema, params: Params): Promise<void> {
  await Promise.all(missing(schema, params).map(({ text, variables }) => prepareFormula(text, variables)))
}

/** The same parameters. Each formula that cannot be read is replaced by the one in `instead`, with a note. */
export async function withReadable(schema: Schema, params: Params, instead: Params): Promise<{ params: Params; notes: Note[] }> {
  const notes: Note[] = []
  let readable = params
  for (const { key, text, variables } of missing(schema, params)) {
    try {
      await prepareFormula(text, variables)
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error
      readable = { ...readable, [key]: instead[key] }
      notes.push({ why: 'formula', key, given: text, used: String(instead[key]), detail: error.message })
    }
  }
  return { params: readable, notes }
}
