// What the build measured of every claim: `npm run claims` writes it beside the page /claims/. Numbers that are not finite are null.
import type { Measurement } from '@/engine'

export interface Reproduction {
  date: string
  demos: readonly { slug: string; claims: readonly BuiltClaim[] }[]
}
export interface BuiltClaim {
  says: string
  source: string
  unit?: string
  measured: number | null
  expected: number | null
  tolerance: number | null
  pass: boolean
  /** Address of the state that shows it. */
  query: string
}

export async function readBuilt(): Promise<Reproduction | null> {
  const here = document.getElementById('built-claims')?.textContent // in a demo that is one file
  if (here) return JSON.parse(here) as Reproduction
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL}claims/claims.json`)
    return answer.ok ? ((await answer.json()) as Reproduction) : null
  } catch {
    return null // not measured, or served by the development server
  }
}

/** What the build measured of the claims of one demo, by the claims' sentences. */
export async function builtMeasurements(slug: string): Promise<ReadonlyMap<string, Measurement>> {
  const claims = (await readBuilt())?.demos.find((one) => one.slug === slug)?.claims ?? []
  const number = (value: number | null) => value ?? Number.NaN
  return new Map(
    claims.map(({ says, measured, expected, tolerance, pass }) => [
      says,
      { measured: number(measured), expected: number(expected), tolerance: number(tolerance), pass },
    ]),
  )
}
