// Claims with their verdicts: measured in this browser, on the run on screen where they apply to it, else at the paper's values.
import { useEffect, useMemo, useState } from 'react'
import { type AnyDemo, defaultsOf, type Params } from '@/contract'
import { Live, RichText } from '@/controls/tex'
import { givenParams, type Measurement, measureOn, type Workbench } from '@/engine'
import { formatNumber } from '@/format'
import { messages } from '@/messages'
import { useDemo, useSession } from '@/session/context'
import { useRest, useRestingFill } from './values'

const SETTLED = 150 // ms without a new picture before a claim is measured on it

export function Claims({ bench }: { bench: Workbench }) {
  const { demo } = useSession()
  const inPaper = usePaperMeasurements(demo, bench)
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

function ClaimRow({ index, measurement, live }: { index: number; measurement: Measurement | string | undefined; live: boolean }) {
  const session = useSession()
  const fillIn = useRestingFill()
  const claim = session.demo.claims[index] as AnyDemo['claims'][number]
  const given = useMemo(() => givenParams(session.demo, claim), [session, claim])
  const here = useDemo((state) => keyOf(state.params) === keyOf(given))
  const isPaper = useMemo(() => keyOf(given) === keyOf(defaultsOf(session.demo.params)), [session, given])
  const [isOpen, open] = useState(false)
  const unit = claim.unit ? ` ${claim.unit}` : ''
  const number = (value: number, digits: number) => `${formatNumber(value, digits)}${unit}`
  const isMeasured = typeof measurement === 'object'
  const state = isMeasured ? (measurement.pass ? 'holds' : 'fails') : measurement === undefined ? 'measuring' : 'fails'
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
          ) : (
            <Live>{measurement ?? messages.measuring}</Live>
          )}
        </td>
      </tr>
      {isOpen && isMeasured && (
        <tr className="claim-detail">
          <td colSpan={4}>
            {messages.expectedWithin(number(measurement.expected, 5), number(measurement.tolerance, 2))} ·{' '}
            {live ? messages.onScreen : isPaper ? messages.inPaperState : messages.inOwnState}
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
            )}{' '}
            · {messages.source}: {claim.source}
          </td>
        </tr>
      )}
    </>
  )
}

/** Each claim at its own state, one after the other, once the page has come to rest. */
function usePaperMeasurements(demo: AnyDemo, bench: Workbench): readonly (Measurement | string | undefined)[] {
  const [found, setFound] = useState<readonly (Measurement | string | undefined)[]>([])
  const ready = useDemo((state) => state.picture !== null)
  useEffect(() => {
    if (!ready) return
    let closed = false
    const next = (index: number) => {
      if (closed || index >= demo.claims.length) return
      bench.ask({ lane: 'claim', slug: demo.meta.slug, do: 'claim', index }, (reply) => {
        if (closed) return
        const result = reply.kind === 'claim' ? reply.measurement : reply.kind === 'failed' ? reply.message : undefined
        setFound((old) => {
          const all = [...old]
          all[index] = result
          return all
        })
        next(index + 1)
      })
    }
    const timer = setTimeout(() => next(0), 600)
    return () => {
      closed = true
      clearTimeout(timer)
    }
  }, [demo, bench, ready])
  return found
}

/** Claims that say of themselves that they hold for the parameters on screen, measured on that run. */
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
