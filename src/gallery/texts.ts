// Texts of the gallery and of the page of all claims; pages of demos do not load them.
import { cut } from '@/messages'

export const texts = {
  tagline: 'Papers you can push. Each one is a small simulation that runs the real algorithm; every number is tested.',

  gallery: {
    search: 'Method, author, year, arXiv number',
    all: 'All',
    topics: 'Topic',
    begin: 'New here? Begin with',
    slides:
      'For your lecture: press “Add to lecture” in any demo and present it here, or press Embed and paste one line into reveal.js, Slidev or any page.',
    none: (query: string) => `Nothing here matches “${cut(query)}”.`,
    near: 'Perhaps you mean',
    clear: 'Show all',
    count: (n: number) => (n === 1 ? '1 demo' : `${n} demos`),
    licences: 'Licences of what this site contains',
  },

  tours: { title: 'Tours', minutes: (count: number) => `about ${count} minutes` },

  proof: {
    title: 'Every claim, measured',
    lede: 'What the papers say, measured again whenever this site is built by running their methods. Measure it yourself: the same code runs in your browser.',
    summary: (held: number, count: number, date: string) =>
      `${held} of ${count} claims held when this site was built on ${date}.`,
    none: 'This build was not measured. You can do it here.',
    again: 'Measure all of it in this browser',
    stop: 'Stop',
    here: (done: number, count: number, held: number) => `Measured here: ${done} of ${count}, ${held} hold.`,
    columns: { claim: 'claim', built: 'in this build', expected: 'expected', here: 'in your browser', source: 'source' },
    open: 'Open the demo',
  },
}
