// The entrance: where to begin, a search, a filter by topic, and a card for each demo under its first topic. Query and topic are in the address.
import { Search } from 'lucide-react'
import { useContext, useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { type Meta, TOPICS, type Topic } from '@/contract'
import { Live } from '@/controls/tex'
import { messages } from '@/messages'
import { familyNames } from '@/paper'
import { allMetas, isSlug, metasOf } from '@/registry/metas'
import { tourMetas } from '@/registry/tours'
import { PaletteContext } from '@/session/context'
import { searchIn } from './search'
import { texts } from './texts'

const FIRST = 'heavy-ball'
const NEAR = 3
const PAUSE = 300 // ms until a query is written to the address: browsers limit how often it changes

const search = searchIn(allMetas)
const isTopic = (text: string | null): text is Topic => (TOPICS as readonly (string | null)[]).includes(text)

/** Query and topic of the address. Typing changes the current entry of the browser's history, choosing a topic adds one. */
function useAsked() {
  const [params, setParams] = useSearchParams()
  const written = params.get('q') ?? ''
  const given = params.get('topic')
  const [query, setQuery] = useState(written)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    setQuery(written) // from Back, or from a link
  }, [written])
  useEffect(() => () => clearTimeout(waiting.current), [])
  const write = (changes: { q?: string; topic?: Topic | null }, replace: boolean) => {
    clearTimeout(waiting.current)
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        for (const [key, value] of Object.entries(changes)) {
          if (value) next.set(key, value)
          else next.delete(key)
        }
        return next
      },
      { replace },
    )
  }
  return {
    query,
    topic: isTopic(given) ? given : null,
    ask(text: string) {
      setQuery(text)
      clearTimeout(waiting.current)
      waiting.current = setTimeout(() => write({ q: text }, true), PAUSE)
    },
    choose: (chosen: Topic | null) => write({ q: query, topic: chosen }, false),
    clear() {
      setQuery('')
      write({ q: '', topic: null }, false)
    },
  }
}

export function Gallery() {
  const { query, topic, ask, choose, clear } = useAsked()
  useEffect(() => {
    document.title = messages.brand
    document.documentElement.dataset.ready = 'gallery'
    return () => {
      delete document.documentElement.dataset.ready
    }
  }, [])
  const asked = query.trim()
  const found = (asked === '' ? allMetas : metasOf(search.find(asked))).filter(
    ({ topics }) => topic === null || topics.includes(topic),
  )
  const topics = TOPICS.filter((one) => allMetas.some((meta) => meta.topics.includes(one)))
  return (
    <main className="gallery" id="main">
      <div className="headline">
        <h1>{messages.brand}</h1>
        <p className="lede">{texts.tagline}</p>
        <p className="soft">
          {isSlug(FIRST) && (
            <>
              {texts.gallery.begin} <Link href={`/d/${FIRST}`}>{metasOf([FIRST])[0]?.title}</Link>.{' '}
            </>
          )}
          {texts.gallery.slides}
        </p>
      </div>
      <div className="filters">
        <label className="search">
          <Search aria-hidden="true" />
          <span className="hidden">{texts.gallery.search}</span>
          <input type="search" value={query} placeholder={texts.gallery.search} onChange={(event) => ask(event.target.value)} />
        </label>
        <fieldset className="pills">
          <legend className="hidden">{texts.gallery.topics}</legend>
          {[null, ...topics].map((option) => (
            <label key={option ?? ''} className="pill">
              <input type="radio" name="topic" checked={option === topic} onChange={() => choose(option)} />
              <span>{option === null ? texts.gallery.all : messages.topics[option]}</span>
            </label>
          ))}
        </fieldset>
        <p className="soft" role="status">
          <Live>{texts.gallery.count(found.length)}</Live>
        </p>
      </div>
      {found.length === 0 && <Nothing query={asked} clear={clear} />}
      {asked !== '' || topic !== null ? (
        <Cards metas={found} />
      ) : (
        <>
          <Tours />
          {topics.map((one) => {
            const metas = found.filter((meta) => meta.topics[0] === one)
            return (
              metas.length > 0 && (
                <section key={one} className="topic-group" aria-labelledby={`topic-${one}`}>
                  <h2 id={`topic-${one}`}>{messages.topics[one]}</h2>
                  <Cards metas={metas} />
                </section>
              )
            )
          })}
        </>
      )}
      <footer className="gallery-foot">
        <Link href="/claims">{texts.proof.title}</Link>{' '}
        <a href={`${import.meta.env.BASE_URL}licences/`}>{texts.gallery.licences}</a>
      </footer>
    </main>
  )
}

function Tours() {
  if (tourMetas.length === 0) return null
  return (
    <section className="topic-group tours" aria-labelledby="tours">
      <h2 id="tours">{texts.tours.title}</h2>
      <ul>
        {tourMetas.map(({ slug, title, summary, minutes }) => (
          <li key={slug}>
            <Link href={`/t/${slug}`}>{title}</Link>
            <p>{summary}</p>
            <p className="soft">{texts.tours.minutes(minutes)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** When nothing is found: one sentence, what the visitor probably meant, and a way back. */
function Nothing({ query, clear }: { query: string; clear(): void }) {
  return (
    <p className="nothing">
      <Live>{texts.gallery.none(query)}</Live> <Near query={query} />{' '}
      <button type="button" className="link-button" onClick={clear}>
        {texts.gallery.clear}
      </button>
    </p>
  )
}

/** Demos with similar names, if any. */
export function Near({ query }: { query: string }) {
  const near = metasOf(search.near(query, NEAR))
  if (near.length === 0) return null
  return (
    <span className="near">
      {texts.gallery.near}{' '}
      {near.map(({ slug, title }, k) => (
        <span key={slug}>
          {k > 0 && ' · '}
          <Link href={`/d/${slug}`}>{title}</Link>
        </span>
      ))}
    </span>
  )
}

const Cards = ({ metas }: { metas: readonly Meta[] }) => (
  <ul className="cards">
    {metas.map((meta) => (
      <Card key={meta.slug} meta={meta} />
    ))}
  </ul>
)

function Card({ meta: { slug, title, summary, paper } }: { meta: Meta }) {
  const { name } = useContext(PaletteContext)
  return (
    <li className="card">
      <Link href={`/d/${slug}`}>
        <img
          src={`/thumbnails/${slug}-${name === 'dark' ? 'dark' : 'light'}.webp`}
          alt=""
          width={640}
          height={400}
          loading="lazy"
          onError={(event) => event.currentTarget.style.setProperty('visibility', 'hidden')}
        />
        <h3>{title}</h3>
        <p>{summary}</p>
        <p className="soft card-paper">
          <cite>{paper.title}</cite> {familyNames(paper.authors)}, {paper.year}
        </p>
      </Link>
    </li>
  )
}
