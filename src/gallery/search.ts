// Finds a demo by what somebody remembers of it: its name, a method, an author, a year, the number of the preprint.
import MiniSearch from 'minisearch'
import { arxivId } from '@/arxiv'
import type { Meta } from '@/contract'
import { messages } from '@/messages'

/** Words, and numbers with a point in them, such as those of preprints. */
const WORD = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu
const folded = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Fields that are searched, the most telling first, and the weight of a hit there. */
const FIELDS = { names: 4, paper: 2, people: 2, subjects: 2, place: 1, prose: 1 } as const
type Entry = Readonly<Record<keyof typeof FIELDS, string>> & { id: string }

function entryOf({ slug, title, topics, tags, aliases = [], summary, lede, paper, also = [] }: Meta): Entry {
  const papers = [paper, ...also]
  return {
    id: slug,
    names: [slug, title, ...aliases].join(' '),
    paper: papers.map((one) => one.title).join(' '),
    people: papers.flatMap((one) => one.authors).join(' '),
    subjects: [...tags, ...topics.map((topic) => messages.topics[topic])].join(' '),
    place: papers.map(({ year, venue = '', url }) => `${year} ${venue} ${arxivId(url) ?? ''}`).join(' '),
    prose: `${summary} ${lede}`,
  }
}

export interface Search {
  /** Slugs of the demos that contain every word, best first. An arXiv address, or a number with a version, finds the preprint. */
  find(query: string): string[]
  /** Slugs of at most `count` similar demos, even if only a little of the query is found. */
  near(query: string, count: number): string[]
}

export function searchIn(metas: readonly Meta[]): Search {
  const index = new MiniSearch<Entry>({
    fields: Object.keys(FIELDS),
    tokenize: (text) => text.match(WORD) ?? [],
    processTerm: folded,
    searchOptions: {
      boost: FIELDS,
      prefix: true,
      fuzzy: (word) => (word.length > 3 && !/\d/.test(word) ? 0.2 : false),
      weights: { prefix: 0.6, fuzzy: 0.2 }, // whole words before parts of words, and both before typing errors
    },
  })
  index.addAll(metas.map(entryOf))
  return {
    find: (query) => index.search(arxivId(query) ?? query, { combineWith: 'AND' }).map(({ id }) => id),
    near: (query, count) =>
      index
        .search(query, { combineWith: 'OR', fuzzy: 0.4, boost: { names: 20 } })
        .sort((a, b) => b.queryTerms.length - a.queryTerms.length || b.score - a.score)
        .slice(0, count)
        .map(({ id }) => id),
  }
}
