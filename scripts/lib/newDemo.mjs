// A new demo from scripts/template/.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Why a slug cannot be used, as a sentence; null if it can. */
export function refusal(slug, demos) {
  if (!slug) return 'Which slug? For example: npm run new-demo damped-pendulum'
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug))
    return `"${slug}" is no slug: lower-case letters, digits and single hyphens, a letter first.`
  if (existsSync(`${demos}/${slug}`)) return `demos/${slug} exists already.`
  return null
}

export const titleOf = (slug) => slug[0].toUpperCase() + slug.slice(1).replaceAll('-', ' ')

/** Copies the template and fills in slug and title. */
export function create(slug, template, demos) {
  const folder = `${demos}/${slug}`
  cpSync(template, folder, { recursive: true })
  for (const file of ['meta.ts', 'README.md']) {
    const text = readFileSync(`${folder}/${file}`, 'utf8')
    const filled = text
      .replace("slug: 'template'", `slug: '${slug}'`)
      .replace("title: 'Template'", `title: '${titleOf(slug)}'`)
      .replace('# Template', `# ${titleOf(slug)}`)
    writeFileSync(`${folder}/${file}`, filled)
  }
}
