// Code to paste into a page or deck, for the state on screen.

export const HOSTS = ['iframe', 'element', 'reveal', 'slidev', 'markdown'] as const
export type HostKind = (typeof HOSTS)[number]

export interface Embedding {
  host: HostKind
  /** Address of the site, without a slash at the end. */
  site: string
  slug: string
  title: string
  /** The demo's own part of the address, without question mark. */
  query: string
  ui: string
  theme: string
  width: number /* CSS px */
  height: number
  /** The deck's keys turn lecture steps. */
  steps: boolean
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Pairs of the address, the frame's own words last; defaults are left out. */
function pairsOf({ query, ui, theme }: Embedding): [string, string][] {
  const words = { ui: ui === 'controls' ? '' : ui, theme: theme === 'auto' ? '' : theme }
  return [...new URLSearchParams(query), ...Object.entries(words).filter(([, value]) => value !== '')]
}

export function frameAddress(embedding: Embedding): string {
  const query = new URLSearchParams(pairsOf(embedding))
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3B', ';')
    .replaceAll('%3A', ':')
  return `${embedding.site}/embed/${embedding.slug}/${query ? `?${query}` : ''}`
}
const pageAddress = ({ site, slug, query }: Embedding) => `${site}/d/${slug}/${query ? `?${query}` : ''}`

/** Attributes of the element. In HTML their names have no capitals: names of parameters match in lower case too. */
const attributes = (embedding: Embedding) =>
  pairsOf(embedding)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')

function iframe(embedding: Embedding): string {
  const { width, height, title } = embedding
  return `<iframe src="${escaped(frameAddress(embedding))}" width="${width}" height="${height}" title="${escaped(title)}"
  sandbox="allow-scripts allow-downloads" allow="fullscreen" referrerpolicy="no-referrer" loading="lazy" style="border:0; max-width:100%"></iframe>`
}

function element(embedding: Embedding, more = ''): string {
  const { slug, title, width, height } = embedding
  return `<momentarium-demo demo="${slug}"${attributes(embedding)}${more} style="aspect-ratio: ${width} / ${height}">
  <a href="${escaped(pageAddress(embedding))}">${escaped(title)}</a>
</momentarium-demo>`
}

export function embedCode(embedding: Embedding): string {
  const { host, site, slug, title, steps } = embedding
  switch (host) {
    case 'iframe':
      return iframe(embedding)
    case 'element':
      return `<script type="module" src="${site}/embed/v1.js"></script>\n${element(embedding)}`
    case 'reveal':
      return `<section>
${element(embedding, steps ? ' data-steps' : '')}
</section>

<!-- once, where the deck starts -->
<script type="module" src="${site}/embed/v1.js"></script>
<script type="module">
  import Momentarium from '${site}/embed/reveal.js'
  Reveal.initialize({ plugins: [Momentarium] }) // beside your own plugins
</script>`
    case 'slidev':
      return `<!-- addons: [slidev-addon-momentarium] in the headmatter -->
<Momentarium demo="${slug}"${attributes(embedding)}${steps ? ' steps' : ''} base="${site}" />`
    case 'markdown':
      return `[![${title.replaceAll(']', '\\]')}](${site}/embed/${slug}/poster.webp)](${pageAddress(embedding)})`
  }
}
