// The reproduction table: every claim of every demo as the build measured it, and again in the visitor's browser.
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { RichText } from '@/controls/tex'
import type { Measurement } from '@/engine'
import { formatNumber } from '@/format'
import { messages } from '@/messages'
import { loadDemo, loadTex, slugs } from '@/registry'
import { allMetas } from '@/registry/metas'
import { openWorkerClient } from '@/registry/workerClient'
import { type BuiltClaim, type Reproduction, readBuilt } from '@/session/builtClaims'
import { TexContext } from '@/session/context'
import { texts } from './texts'

type Found = Readonly<Record<string, Measurement | string>>
const keyOf = (slug: string, index: number) => `${slug} ${index}`

/** Used when the build was not measured: the demos' own words. */
async function readDemos(): Promise<Reproduction> {
  const demos = await Promise.all(
    slugs().map(async (slug) => {
      const { claims } = await loadDemo(slug)
      const unmeasured = { measured: null, expected: null, tolerance: null, pass: false, query: '' }
      return { slug, claims: claims.map(({ says, source, unit }) => ({ says, source, unit, ...unmeasured })) }
    }),
  )
  return { date: '', demos }
}

export function ClaimsPage() {
  const [table, setTable] = useState<Reproduction | null>(null)
  const [tex, setTex] = useState<Readonly<Record<string, string>>>({})
  const [found, setFound] = useState<Found>({})
  const [running, setRunning] = useState(false)
  useEffect(() => {
    document.title = `${texts.proof.title} · ${messages.brand}`
    let closed = false
    readBuilt()
      .then((built) => built ?? readDemos())
      .then((read) => !closed && setTable(read))
    Promise.all(slugs().map(loadTex)).then((all) => !closed && setTex(Object.assign({}, ...all)))
    return () => {
      closed = true
      delete document.documentElement.dataset.ready
    }
  }, [])
  useEffect(() => {
    if (table !== null) document.documentElement.dataset.ready = 'claims'
  }, [table])
  useMeasuring(running ? table : null, setFound, () => setRunning(false))
  const claims = table?.demos.flatMap(({ claims: all }) => all) ?? []
  const results = Object.values(found)
  const held = results.filter((one) => typeof one === 'object' && one.pass).length
  return (
    <TexContext value={tex}>
      <main className="proof" id="main">
        <div className="headline">
          <h1>{texts.proof.title}</h1>
          <p className="lede">{texts.proof.lede}</p>
        </div>
        {table !== null && (
          <div className="proof-bar">
            <p>
              {table.date
                ? texts.proof.summary(claims.filter(({ pass }) => pass).length, claims.length, table.date)
                : texts.proof.none}
            </p>
            <button type="button" className="pill-button" onClick={() => setRunning(!running)}>
              {running ? texts.proof.stop : texts.proof.again}
            </button>
            <p role="status">{results.length > 0 && texts.proof.here(results.length, claims.length, held)}</p>
          </div>
        )}
        {table?.demos.map(({ slug, claims: all }) => (
          <DemoClaims key={slug} slug={slug} claims={all} found={found} />
        ))}
      </main>
    </TexContext>
  )
}

/** Measures all claims in turn in the worker while `table` is given. */
function useMeasuring(table: Reproduction | null, setFound: (change: (old: Found) => Found) => void, onDone: () => void): void {
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    if (table === null) return
    setFound(() => ({}))
    const client = openWorkerClient()
    const all = table.demos.flatMap(({ slug, claims }) => claims.map((_, index) => ({ slug, index })))
    const next = (at: number) => {
      const claim = all[at]
      if (claim === undefined) {
        done.current()
        return
      }
      client.ask({ lane: 'claim', do: 'claim', ...claim }, (reply) => {
        const result = reply.kind === 'claim' ? reply.measurement : reply.kind === 'failed' ? reply.message : null
        if (result === null) return
        setFound((old) => ({ ...old, [keyOf(claim.slug, claim.index)]: result }))
        next(at + 1)
      })
    }
    next(0)
    return () => client.close()
  }, [table, setFound])
}

function DemoClaims({ slug, claims, found }: { slug: string; claims: readonly BuiltClaim[]; found: Found }) {
  const { columns } = texts.proof
  const title = allMetas.find((meta) => meta.slug === slug)?.title ?? slug
  return (
    <section>
      <h2>
        <Link href={`/d/${slug}`}>{title}</Link>
      </h2>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              {Object.entries(columns).map(([key, name]) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {claims.map((claim, index) => (
              <tr key={claim.says}>
                <th scope="row">
                  <RichText text={claim.says} />{' '}
                  <Link href={`/d/${slug}${claim.query ? `?${claim.query}` : ''}`}>{messages.showState}</Link>
                </th>
                <td className="tabular">
                  {claim.measured !== null && <Verdict pass={claim.pass} value={claim.measured} unit={claim.unit} />}
                </td>
                <td className="tabular">
                  {claim.expected !== null && `${formatNumber(claim.expected, 5)} ± ${formatNumber(claim.tolerance ?? 0, 2)}`}
                </td>
                <td className="tabular">
                  <Here result={found[keyOf(slug, index)]} unit={claim.unit} />
                </td>
                <td className="soft">{claim.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Here({ result, unit }: { result: Measurement | string | undefined; unit?: string }) {
  if (result === undefined) return null
  return typeof result === 'string' ? result : <Verdict pass={result.pass} value={result.measured} unit={unit} />
}

function Verdict({ pass, value, unit }: { pass: boolean; value: number; unit?: string }) {
  return (
    <span className={pass ? 'good' : 'bad'}>
      <span aria-hidden="true">{pass ? '✓' : '✗'}</span> {formatNumber(value, 5)}
      {unit && ` ${unit}`}
      <span className="hidden"> {pass ? messages.holds : messages.fails}</span>
    </span>
  )
}
