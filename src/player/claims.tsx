// Claims with their verdicts: measured in this browser, on the run on screen where they apply to it, else at the paper's values.
import { useEffect, useMemo, useState } from 'react'
import type { AnyDemo, Params } from '@/contract'
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
    <section className="claims" aria-label={messages.claims}>
      <h2>{messages.claims}</h2>
      <ul>
        {demo.claims.map((claim, index) => (
          <ClaimRow
            key={claim.says}
            index={index}
            measurement={onScreen[index] ?? inPaper[index]}
            live={onScreen[index] !== undefined}
          />
        ))}
      </ul>
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
  const state =
    typeof measurement === 'object'
      ? measurement.pass
        ? 'holds'
        : 'fails'
      : typeof measurement === 'string'
        ? 'fails'
        : 'measuring'
  const unit = claim.unit ? ` ${claim.unit}` : ''
  return (
    <li className={`claim ${state}`}>
      <p>
        <RichText text={fillIn(claim.says)} />
      </p>
      <div className="verdict">
        {typeof measurement === 'object' ? (
          <>
            <strong className="tabular" translate="no">
              {measurement.pass ? '✓' : '✗'} {messages.measured} {formatNumber(measurement.measured, 5)}
              {unit}
            </strong>
            <span className="tabular" translate="no">
              {messages.expected} {formatNumber(measurement.expected, 5)} ± {formatNumber(measurement.tolerance, 2)}
            </span>
            <span className="hidden">{measurement.pass ? messages.holds : messages.fails}</span>
          </>
        ) : (
          <Live>{measurement ?? messages.measuring}</Live>
        )}
        <span className="where">
          <Live>{live ? messages.onScreen : messages.inPaperState}</Live>
          {!live && !here && (
            <button
              type="button"
              className="link-button"
              onClick={() => session.change(given as Record<string, unknown>, `claim:${index}`)}
            >
              {messages.showState}
            </button>
          )}
        </span>
        <span className="where">
          {messages.source}: {claim.source}
        </span>
      </div>
    </li>
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
