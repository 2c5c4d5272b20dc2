// The entrance: a card for each demo, a filter by family, a search.
import { Search } from 'lucide-react'
import { useContext, useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Family, Meta } from '@/contract'
import { Live } from '@/controls/tex'
import { messages } from '@/messages'
import { allMetas } from '@/registry/metas'
import { PaletteContext } from '@/session/context'

/** Demos of a family whose title, summary, tags or paper contain every word of the query. */
export function matching(metas: readonly Meta[], family: Family | null, query: string): Meta[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return metas.filter((meta) => {
    const text = [meta.title, meta.summary, ...meta.tags, meta.paper.title, ...meta.paper.authors].join(' ').toLowerCase()
    return (family === null || meta.family === family) && words.every((word) => text.includes(word))
  })
}

export function Gallery() {
  const [family, setFamily] = useState<Family | null>(null)
  const [query, setQuery] = useState('')
  useEffect(() => {
    document.title = messages.brand
    document.documentElement.dataset.ready = 'gallery'
    return () => {
      delete document.documentElement.dataset.ready
    }
  }, [])
  const found = matching(allMetas, family, query)
  const families = [...new Set(allMetas.map((meta) => meta.family))]
  return (
    <main className="gallery" id="main">
      <div className="headline">
        <h1>{messages.brand}</h1>
        <p className="lede">{messages.tagline}</p>
      </div>
      <div className="filters">
        <label className="search">
          <Search aria-hidden="true" />
          <span className="hidden">{messages.gallery.search}</span>
          <input
            type="search"
            value={query}
            placeholder={messages.gallery.search}
            onChange={(event) => setQuery(event.target.value)}
          />
        </label>
        {families.length > 1 && (
          <fieldset className="pills">
            <legend className="hidden">{messages.gallery.families}</legend>
            {[null, ...families].map((option) => (
              <label key={option ?? ''} className="pill">
                <input type="radio" name="family" checked={option === family} onChange={() => setFamily(option)} />
                <span>{option === null ? messages.gallery.all : messages.families[option]}</span>
              </label>
            ))}
          </fieldset>
        )}
        <p className="soft" role="status">
          <Live>{messages.gallery.count(found.length)}</Live>
        </p>
      </div>
      {found.length === 0 ? (
        <p className="nothing">
          <Live>{messages.gallery.none(query)}</Live>{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              setQuery('')
              setFamily(null)
            }}
          >
            {messages.gallery.clear}
          </button>
        </p>
      ) : (
        <ul className="cards">
          {found.map((meta) => (
            <Card key={meta.slug} meta={meta} />
          ))}
        </ul>
      )}
      <footer className="gallery-foot">
        <a href={`${import.meta.env.BASE_URL}licences/`}>{messages.gallery.licences}</a>
      </footer>
    </main>
  )
}

function Card({ meta }: { meta: Meta }) {
  const { name } = useContext(PaletteContext)
  return (
    <li className="card">
      <Link href={`/d/${meta.slug}`}>
        <img
          src={`/thumbnails/${meta.slug}-${name === 'dark' ? 'dark' : 'light'}.webp`}
          alt=""
          width={640}
          height={400}
          onError={(event) => event.currentTarget.style.setProperty('visibility', 'hidden')}
        />
        <h2>{meta.title}</h2>
        <p>{meta.summary}</p>
        <p className="soft">
          {messages.families[meta.family]} · {meta.paper.authors[0]?.split(' ').at(-1)}, {meta.paper.year}
        </p>
      </Link>
    </li>
  )
}
