// What a link to a demo may contain, for programs and assistants that write links: a JSON Schema for each demo, and llms.txt, which lists them.
// Used in the build; no page loads it.
import { type AnyDemo, hardRange, longest, type Meta, PHASES, type Spec } from '@/contract'
import { serialize } from '@/contract/codec'
import { stopName } from '@/session/lesson'

type TourCard = Pick<Meta, 'slug' | 'title' | 'summary'> & { minutes: number }
type Shape = Readonly<Record<string, unknown>>
const NUMBER = '-?\\d+(\\.\\d+)?(e-?\\d+)?'

/** Values of a kind before they are written into the query. */
function shapeOf(spec: Spec): Shape {
  switch (spec.kind) {
    case 'number':
    case 'integer': {
      const [minimum, maximum] = hardRange(spec)
      const number = { type: spec.kind, minimum, maximum }
      return spec.end ? { anyOf: [number, { const: spec.end.word }] } : number
    }
    case 'seed':
      return { type: 'integer', minimum: 0, maximum: 0xffff_ffff }
    case 'choice':
      return { enum: Object.keys(spec.options) }
    case 'toggle':
      return { enum: ['0', '1'] }
    case 'point':
      return { type: 'string', pattern: `^${NUMBER},${NUMBER}$`, $comment: `x,y from ${spec.min} to ${spec.max}` }
    case 'numbers':
      return {
        type: 'string',
        pattern: `^${NUMBER}(,${NUMBER}){${spec.names.length - 1}}$`,
        $comment: `${spec.names.join(',')}; each from ${spec.min} to ${spec.max}${spec.sum === undefined ? '' : `, together ${spec.sum}`}`,
      }
    case 'events':
      return { type: 'string', $comment: `step:strength;step:strength … at most ${spec.most}` }
    case 'places':
      return { type: 'string', $comment: `index:x,y;index:x,y … index from 0 to ${spec.count - 1}` }
    case 'formula':
      return { type: 'string', maxLength: longest(spec), $comment: `in ${spec.variables.join(', ')}` }
    case 'text':
      return { type: 'string', maxLength: longest(spec) }
  }
}

const described = ({ label, doc, symbol }: Spec) => `${label}${symbol ? ` ($${symbol}$)` : ''}: ${doc}`

/** JSON Schema (2020-12) of the query of a link to `demo`, one property a name. `site`: the address of the site, with a slash at the end. */
export function linkSchema(demo: AnyDemo, site: string): Shape {
  const { meta, params, views, lecture, presets } = demo
  const parameters = Object.entries(params).map(([key, spec]) => {
    const value = serialize(spec, spec.default)
    const isNumber =
      ['number', 'integer', 'seed'].includes(spec.kind) && typeof spec.default === 'number' && String(spec.default) === value
    return [key, { description: described(spec), ...shapeOf(spec), default: isNumber ? spec.default : value }]
  })
  const page = `${site}d/${meta.slug}/`
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `${meta.title}: the query of a link`,
    description: `${meta.summary} A link is ${page}?name=value&…, with values written as text, and only those that differ from their defaults. In a frame: ${site}embed/${meta.slug}/ with the same query.`,
    type: 'object',
    properties: {
      ...Object.fromEntries(parameters),
      t: { description: 'Step of the run to stand at.', anyOf: [{ type: 'integer', minimum: 0 }, { const: 'end' }] },
      view: { description: 'The large picture.', enum: Object.keys(views) },
      step: {
        description: 'Stop of the lesson, which brings values of its own; before, with or after its deed.',
        enum: lecture.flatMap((_, index) => PHASES.map((phase) => stopName(demo, index, phase))),
      },
    },
    patternProperties: {
      '^b\\.': {
        description: 'Before the name of a parameter: its value in a second state, shown beside this one at the same step.',
      },
    },
    additionalProperties: false,
    examples: Object.values(presets).map(({ params: given }) =>
      Object.fromEntries(Object.entries(given).map(([key, value]) => [key, serialize(params[key] as Spec, value)])),
    ),
  }
}

/** llms.txt: what the site is, how a link is written, every demo with its paper, and every tour. */
export function llmsText(metas: readonly Meta[], tours: readonly TourCard[], site: string): string {
  return [
    '# Momentarium',
    '',
    '> Papers one can push: interactive demos that run the real algorithm of a paper in the browser. Every state is a link.',
    '',
    `A link to a state: ${site}d/SLUG/?name=value&t=STEP. Names, ranges and defaults of SLUG: ${site}schema/SLUG.json. For a slide or another page, use ${site}embed/SLUG/ with the same query in an iframe (sandbox="allow-scripts").`,
    `Messages of frames: ${site}embed/schema.json. Values that cannot be used are ignored with a note; nothing is sent anywhere.`,
    '',
    '## Demos',
    '',
    ...metas.map(
      ({ slug, title, summary, paper }) =>
        `- [${title}](${site}d/${slug}/): ${summary} Paper: ${paper.title} (${paper.authors[0]}${paper.authors.length > 1 ? ' et al.' : ''}, ${paper.year}), ${paper.url}. Schema: ${site}schema/${slug}.json`,
    ),
    '',
    '## Tours',
    '',
    ...tours.map(({ slug, title, summary, minutes }) => `- [${title}](${site}t/${slug}/): ${summary} About ${minutes} minutes.`),
    '',
  ].join('\n')
}

/** A site map for search engines, with full addresses. */
export const siteMap = (paths: readonly string[], site: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${paths.map((path) => `<url><loc>${site}${path}</loc></url>`).join('\n')}\n</urlset>\n`
