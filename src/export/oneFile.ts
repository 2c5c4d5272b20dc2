// The demo as one HTML file that needs no network: the build has one of each demo (scripts/lib/offline.mjs), and the state is written into it.
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** The words of an address, as the file itself holds them. */
export const withQuery = (html: string, query: string): string =>
  html.replace(/<html lang="en"(?: data-query="[^"]*")?/, `<html lang="en" data-query="${escaped(query)}"`)

/** What to say if the site has no such file, and if it does not answer. */
interface Trouble {
  missing: string
  unreachable: string
}

/** The demo's file of this site. */
export async function demoFile(site: string, slug: string, say?: Trouble): Promise<string> {
  const answer = await fetch(`${site}/offline/${slug}.html`).catch(() => null)
  if (!answer?.ok) throw new Error(answer === null ? say?.unreachable : say?.missing)
  return answer.text()
}

/** The same in the state of `query`. */
export async function oneFile(site: string, slug: string, query: string, say?: Trouble): Promise<File> {
  const html = await demoFile(site, slug, say)
  return new File([withQuery(html, query)], `${slug}.html`, { type: 'text/html' })
}
