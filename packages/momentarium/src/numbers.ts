// Numbers of a state, computed in Node.
import { type Note, namesOf } from '@/contract'
import { runHeadless } from '@/engine'
import { csvOf, csvOfMap, jsonOf, originOf, shownMaps, wholeMaps } from '@/export/data'
import { messages } from '@/messages'
import { loadDemo, slugs } from '@/registry/demos'
import { readPlace, writePlace } from '@/session/address'
import { type Command, Misuse } from './command'

/** The demo, the parameters of the command, and what of them could not be used. Throws `Misuse` for unknown names. */
export async function stateOf({ slug, query }: Pick<Command, 'slug' | 'query'>) {
  if (!slugs().includes(slug)) throw new Misuse(`There is no demo “${slug}”; there are: ${slugs().join(', ')}.`)
  const demo = await loadDemo(slug)
  const { place, notes } = readPlace(demo, query)
  const strange = notes.find(({ why }) => why === 'unknown')
  if (strange)
    throw new Misuse(
      `--${strange.key} is nothing that ${slug} knows; its parameters are: ${[...namesOf(demo.params).keys()].join(', ')}.`,
    )
  return { demo, place, notes: notes.map((note: Note) => messages.noted(note)) }
}

/** The file's text: CSV of the run or of a map, or everything as JSON. */
export async function numbers(command: Command): Promise<{ text: string; notes: string[] }> {
  const { demo, place, notes } = await stateOf(command)
  const query = writePlace(demo, place)
  const origin = originOf(demo, `${demo.meta.slug}${query && `?${query}`}`)
  const names = shownMaps(demo, place.params)
  const { ending, of } = command
  if (ending === 'csv' && of !== 'run') {
    if (!names.includes(of)) throw new Misuse(`--of ${of}: in this state there are: ${['run', ...names].join(', ')}.`)
    const { [of]: result } = await wholeMaps(demo, place.params, [of])
    return { text: csvOfMap(demo, of, result, place.params, origin), notes }
  }
  const run = await runHeadless(demo, place.params)
  if (ending === 'csv') return { text: csvOf(demo, run, origin), notes }
  return { text: jsonOf(demo, run, await wholeMaps(demo, place.params, names), origin), notes }
}

/** For `help SLUG`: each parameter as an option, with its range or its choices. */
export async function optionsOf(slug: string): Promise<string[]> {
  const { demo } = await stateOf({ slug, query: '' })
  return Object.entries(demo.params).map(([key, spec]) => {
    const range =
      spec.kind === 'number' || spec.kind === 'integer'
        ? `${spec.min} to ${spec.max}`
        : spec.kind === 'choice'
          ? Object.keys(spec.options).join(', ')
          : spec.kind
    return `  --${key.padEnd(14)} ${spec.label} (${range})`
  })
}
export const list = async (): Promise<string[]> =>
  Promise.all(slugs().map(async (slug) => `${slug.padEnd(26)}${(await loadDemo(slug)).meta.title}`))
