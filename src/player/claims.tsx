// Claims with their verdicts, measured in this browser: on the run on screen if they apply to it, otherwise at the paper's values. For slow claims
// the build's measurement is shown until somebody asks.
import { useEffect, useMemo, useState } from 'react'
import { type AnyDemo, defaultsOf, type Params } from '@/contract'
import { Live, RichText } from '@/controls/tex'
import { givenParams, type Measurement, measureOn, type WorkerClient } from '@/engine'
import { formatNumber } from '@/format'
import { messages } from '@/messages'
import { builtMeasurements } from '@/session/builtClaims'
import { useDemo, useSession } from '@/session/context'
import { useRest, useRestingFill } from './values'

/** A measurement, or why there is none. */
type Found = Measurement | string
const MEASURING = messages.measuring

const SETTLED = 150 // ms without a new picture before a claim is measured on it

export function Claims({ client }: { client: WorkerClient }) {
  const { demo } = useSession()
  const { found: inPaper, measure } = usePaperMeasurements(demo, client)
  const built = useBuilt(demo)
  const onScreen = useScreenMeasurements()
  if (demo.claims.length === 0) return null
  return (
    <section className="claims" aria-labelledby="measured-here">
      <h2 id="measured-here">{messages.claims}</h2>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              {Object.values(messages.claimColumns).map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {demo.claims.map((claim, index) => (
              <ClaimRow
                key={claim.says}
                index={index}
                measurement={onScreen[index] ?? inPaper[index]}
                live={onScreen[index] !== undefined}
                built={built?.get(claim.says)}
                measure={measure}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const keys = new WeakMap<Params, string>()
/** Parameters as one text, made once for each object. */
function keyOf(params: Params): string {
  const known = keys.get(params) ?? JSON.stringify(params)
  keys.set(params, known)
  return known
}

interface ClaimRowProps {
  index: number
  /** In this browser; a text says why there is none. */
  measurement: Found | undefined
  /** On the run on screen. */
  live: boolean
  built: Measurement | undefined
  measure(index: number): void
}

function ClaimRow({ index, measurement: inBrowser, live, built, measure }: ClaimRowProps) {
  const session = useSession()
  const fillIn = useRestingFill()
  const claim = session.demo.claims[index] as AnyDemo['claims'][number]
  const given = useMemo(() => givenParams(session.demo, claim), [session, claim])
  const here = useDemo((state) => keyOf(state.params) === keyOf(given))
  const isPaper = useMemo(() => keyOf(given) === keyOf(defaultsOf(session.demo.params)), [session, given])
  const [isOpen, open] = useState(false)
  const unit = claim.unit ? ` ${claim.unit}` : ''
  const number = (value: number, digits: number) => `${formatNumber(value, digits)}${unit}`
  const waits = claim.slow === true && inBrowser === undefined // on request
  const measurement = waits ? built : inBrowser
  const isMeasured = typeof measurement === 'object'
  const state = isMeasured
    ? measurement.pass
      ? 'holds'
      : 'fails'
    : measurement !== undefined && measurement !== MEASURING
      ? 'fails'
      : waits
        ? 'unmeasured'
        : 'measuring'
  return (
    <>
      <tr className={`claim ${state}`}>
        <th scope="row">
          <RichText text={fillIn(claim.says)} />
        </th>
        <td>{messages.claimKinds[claim.kind]}</td>
        <td className="tabular" translate="no">
          {isMeasured ? number(measurement.measured, 5) : '–'}
        </td>
        <td className="verdict">
          {isMeasured ? (
            <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
              <Live>{measurement.pass ? `✓ ${messages.holds}` : `✗ ${messages.fails}`}</Live>
            </button>
          ) : waits ? (
            <button type="button" className="link-button" title={messages.takesLong} onClick={() => measure(index)}>
              {messages.measureHere}
            </button>
          ) : (
            <Live>{measurement ?? messages.measuring}</Live>
          )}
        </td>
      </tr>
      {isOpen && isMeasured && (
        <tr className="claim-detail">
          <td colSpan={4}>
            {messages.expectedWithin(number(measurement.expected, 5), number(measurement.tolerance, 2))} ·{' '}
            {waits ? messages.inBuild : live ? messages.onScreen : isPaper ? messages.inPaperState : messages.inOwnState}
            {!live && !here && (
              <>
                {' '}
                <button
                  type="button"
                  className="link-button"
                  onClick={() => session.change(given as Record<string, unknown>, `claim:${index}`)}
                >
                  {messages.showState}
                </button>
              </>
            )}
            {waits && (
              <>
                {' '}
                <button type="button" className="link-button" title={messages.takesLong} onClick={() => measure(index)}>
                  {messages.measureHere}
                </button>
              </>
            )}{' '}
            · {messages.source}: {claim.source}
          </td>
        </tr>
      )}
    </>
  )
}

/** Measures each claim at its own state, one after the other, once the page is idle; a slow one on request. */
function usePaperMeasurements(
  demo: AnyDemo,
  client: WorkerClient,
): { found: readonly (Found | undefined)[]; measure(index: number): void } {
  const [found, setFound] = useState<readonly (Found | undefined)[]>([])
  const ready = useDemo((state) => state.picture !== null)
  const ask = useMemo(() => {
    const put = (index: number, result: Found) =>
      setFound((old) => {
        const all = [...old]
        all[index] = result
        return all
      })
    return (index: number, lane: string, then = () => {}) =>
      client.ask({ lane, slug: demo.meta.slug, do: 'claim', index }, (reply) => {
        if (reply.kind === 'claim') put(index, reply.measurement)
        else if (reply.kind === 'failed') put(index, reply.message)
        else return
        then()
      })
  }, [demo, client])
  useEffect(() => {
    if (!ready) return
    let closed = false
    const next = (index: number) => {
      if (closed || index >= demo.claims.length) return
      if (demo.claims[index]?.slow) next(index + 1)
      else ask(index, 'claim', () => next(index + 1))
    }
    const timer = setTimeout(() => next(0), 600)
    return () => {
      closed = true
      clearTimeout(timer)
    }
  }, [demo, ask, ready])
  const measure = (index: number) => {
    setFound((old) => Object.assign([...old], { [index]: MEASURING }))
    ask(index, `claim:${index}`)
  }
  return { found, measure }
}

/** What the build measured, by the sentences of the claims; loaded if a claim is slow. */
function useBuilt(demo: AnyDemo): ReadonlyMap<string, Measurement> | null {
  const [built, setBuilt] = useState<ReadonlyMap<string, Measurement> | null>(null)
  const ready = useDemo((state) => state.picture !== null)
  useEffect(() => {
    let closed = false
    if (ready && demo.claims.some(({ slow }) => slow))
      builtMeasurements(demo.meta.slug).then((read) => {
        if (!closed) setBuilt(read)
      })
    return () => {
      closed = true
    }
  }, [demo, ready])
  return built
}

/** Claims that also hold for the parameters on screen, measured on that run. */
function useScreenMeasurements(): readonly (Measurement | undefined)[] {
  const session = useSession()
  const [found, setFound] = useState<{ params: Params | null; measured: readonly (Measurement | undefined)[] }>({
    params: null,
    measured: [],
  })
  const current = useDemo((state) => state.picture?.params === found.params)
  const rest = useRest(SETTLED)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rest` says when to look again
  useEffect(() => {
    const params = session.store.getState().picture?.params
    const run = session.run()
    if (params === undefined || run === null || run.params !== params) return
    const measured = session.demo.claims.map((claim) =>
      claim.also?.(run.params) ? measureOn(session.demo, claim, run) : undefined,
    )
    setFound({ params, measured })
  }, [session, rest])
  return current ? found.measured : []
}
