// Below the figure: derivation and simplifications from the demo's README, the paper, the link of the state, the code.
import { Copy, Download } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { arxivId } from '@/arxiv'
import type { AnyDemo, Meta, Paper } from '@/contract'
import { Missing, useLoaded } from '@/controls/part'
import { Live } from '@/controls/tex'
import type { RunPicture } from '@/engine'
import { messages } from '@/messages'
import { publicationYear } from '@/paper'
import { useSession } from '@/session/context'
import { copyText } from './copy'
import { save } from './save'
import { readoutText, useRest } from './values'

/** The paper as a BibTeX entry. */
export function bibtex(paper: Paper): string {
  const { title, authors, venue, journal = false, url } = paper
  const year = publicationYear(paper)
  const plain = authors[0]?.normalize('NFD').toLowerCase() ?? 'anonymous' // accents become separate signs, which are removed
  const family =
    plain
      .split(' ')
      .at(-1)
      ?.replace(/[^a-z]/g, '') ?? ''
  const word =
    title
      .toLowerCase()
      .split(/[^a-z]+/)
      .find((w) => w.length > 3) ?? ''
  const arxiv = arxivId(url)
  const fields = [
    `title = {${title}}`,
    `author = {${authors.join(' and ')}}`,
    `year = {${year}}`,
    ...(venue ? [`${journal ? 'journal' : 'booktitle'} = {${venue}}`] : []),
    ...(arxiv ? [`eprint = {${arxiv}}`, 'archivePrefix = {arXiv}'] : []),
    `url = {${url}}`,
  ]
  return `@${!venue ? 'misc' : journal ? 'article' : 'inproceedings'}{${family}${year}${word},\n  ${fields.join(',\n  ')}\n}`
}

/** This demo in this state as a BibTeX entry: the address contains parameters and step. */
export function bibtexOfState({ slug, title, paper, version = 1 }: Meta, url: string, now: Date): string {
  const fields = [
    `title = {${title}: an interactive demo of \u201c${paper.title}\u201d}`,
    `author = {{${messages.brand}}}`,
    `year = {${now.getFullYear()}}`,
    `version = {${version}}`,
    `url = {${url}}`,
    `urldate = {${now.toISOString().slice(0, 10)}}`,
  ]
  return `@online{momentarium-${slug},\n  ${fields.join(',\n  ')}\n}`
}

/** The method as code; what it prints at this step, and which files it reads. */
function Code({ snippet, picture }: { snippet: NonNullable<AnyDemo['snippet']>; picture: RunPicture }) {
  const { demo } = useSession()
  const { params, step, series } = picture
  const files = Object.entries(snippet.files?.(params) ?? {})
  const printed = snippet
    .prints(params, step)
    .map((name) => `${demo.readouts[name]?.label} ${readoutText(demo, name, series[name]?.[step])}`)
  return (
    <>
      <CopyBlock title={messages.code} text={snippet.code(params, step)} kind="code" />
      {printed.length > 0 && <p>{messages.prints(printed.join(', '), snippet.random?.(params) ?? false)}</p>}
      {files.map(([name, text]) => (
        <button key={name} type="button" className="pill-button" onClick={() => save(text, name)}>
          <Download aria-hidden="true" />
          {messages.saveFile(name)}
        </button>
      ))}
    </>
  )
}

function CopyBlock({ title, text, kind }: { title: string; text: string; kind: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    if (!(await copyText(text))) return // otherwise it can be selected right here
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <div className="copy-block" data-copy={kind}>
      <h3>{title}</h3>
      <button type="button" className="pill-button" onClick={copy}>
        <Copy aria-hidden="true" />
        <Live>{copied ? messages.copiedText : messages.copy}</Live>
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre translate="no" tabIndex={0} role="region" aria-label={title}>
        {text}
      </pre>
    </div>
  )
}

const Authors = ({ paper }: { paper: Paper }) => (
  <p>
    {paper.authors.join(', ')}: <a href={paper.url}>{paper.title}</a>. {paper.venue ? `${paper.venue}, ` : ''}
    {paper.year}.
  </p>
)

const REST = 4000 // ms after the page became usable
const NEAR = '1200px' // below the window: the text is there before the visitor

/** The README. It loads when its place comes near, or when the page has been idle, so that print has it too. */
function useReadme(load: () => Promise<TypesetReadme>) {
  const place = useRef<HTMLElement>(null)
  const [wanted, setWanted] = useState<typeof load | null>(null)
  const asked = useRef(load)
  useEffect(() => {
    const { current } = place
    if (current === null) return
    const ask = () => {
      stop()
      setWanted(() => asked.current)
    }
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && ask(), { rootMargin: `0px 0px ${NEAR} 0px` })
    observer.observe(current)
    const timer = setTimeout(ask, REST)
    const stop = () => {
      observer.disconnect()
      clearTimeout(timer)
    }
    return stop
  }, [])
  return { place, ...useLoaded(wanted) }
}

/** The idea in words, why it works, what the paper found, what is simplified: the demo's README. */
export function Readme({ load }: { load(slug: string): Promise<TypesetReadme> }) {
  const { demo } = useSession()
  const { place, value: readme, failed, again } = useReadme(() => load(demo.meta.slug))
  return (
    <section className="readme" aria-label={messages.about} ref={place} data-loaded={readme !== null || undefined}>
      {failed && <Missing again={again} />}
      {readme?.sections.map((section) => (
        <section key={section.id}>
          <h2 id={section.id}>{section.title}</h2>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made in the build from the demo's README */}
          <div dangerouslySetInnerHTML={{ __html: section.html }} />
        </section>
      ))}
    </section>
  )
}

/** How to cite, the link of this state, the method as code. */
export function References({ permalink }: { permalink(): string }) {
  const { demo, store } = useSession()
  const { meta } = demo
  const rest = useRest()
  const { picture } = store.getState()
  return (
    <section className="references" aria-label={messages.paper} data-rest={rest}>
      <h2>{messages.paper}</h2>
      <Authors paper={meta.paper} />
      {meta.also && (
        <>
          <h3>{messages.also}</h3>
          {meta.also.map((paper) => (
            <Authors key={paper.url} paper={paper} />
          ))}
        </>
      )}
      <CopyBlock title={messages.cite} text={[meta.paper, ...(meta.also ?? [])].map(bibtex).join('\n\n')} kind="bibtex" />
      <CopyBlock title={messages.permalink} text={permalink()} kind="permalink" />
      <CopyBlock title={messages.citeState} text={bibtexOfState(meta, permalink(), new Date())} kind="bibtex-state" />
      {demo.snippet && picture && <Code snippet={demo.snippet} picture={picture} />}
    </section>
  )
}
