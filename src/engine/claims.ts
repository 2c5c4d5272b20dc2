// Claims measured by running the demo.
import { type AnyDemo, type Claim, type ClaimKind, defaultsOf, merge, type Params, type ParamsOf, type Schema } from '@/contract'
import { runHeadless, runNow } from './headless'
import type { RecordedRun } from './timeline'

type AnyClaim = Claim<Params, unknown, string, string, Record<string, unknown>>
export interface Measurement {
  measured: number
  expected: number
  /** Absolute. */
  tolerance: number
  pass: boolean
}
export interface ClaimResult extends Measurement {
  says: string
  kind: ClaimKind
  source: string
  unit?: string
}

/** Complete parameters of the state at which a claim is checked. */
export function givenParams(demo: AnyDemo, claim: AnyClaim): Params {
  const given = typeof claim.given === 'string' ? (demo.presets[claim.given]?.params ?? {}) : claim.given
  return merge(demo.params, defaultsOf(demo.params), given)
}

/** A claim asks for a run or a map that is not at hand; it is measured again when it is. */
export class Missing extends Error {
  constructor(
    readonly params: Params,
    readonly map?: string,
  ) {
    super('a run or a map is missing')
  }
}

/**
 * Measures one claim on a recorded run. NaN never passes. `record` returns the further runs that the claim asks for; it may throw `Missing`,
 * which passes through.
 */
export function measureOn(
  demo: AnyDemo,
  claim: AnyClaim,
  run: RecordedRun,
  record: (params: Params) => RecordedRun = (params) => runNow(demo, params),
): Measurement {
  const again = (params: Params) => record(merge(demo.params, run.params as ParamsOf<Schema>, params))
  const measured = claim.measure(run, again)
  const expected = claim.expect(run.params)
  const tolerance = 'abs' in claim.within ? claim.within.abs : claim.within.rel * Math.abs(expected)
  return { measured, expected, tolerance, pass: Math.abs(measured - expected) <= tolerance }
}

export async function measureClaim(demo: AnyDemo, claim: AnyClaim): Promise<Measurement> {
  return measureOn(demo, claim, await runHeadless(demo, givenParams(demo, claim)))
}

export async function measureClaims(demo: AnyDemo): Promise<ClaimResult[]> {
  const results: ClaimResult[] = []
  for (const claim of demo.claims) {
    const { says, kind, source, unit } = claim
    results.push({ says, kind, source, unit, ...(await measureClaim(demo, claim)) })
  }
  return results
}
