// A new demo from scripts/template/.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Why a slug cannot be used, as a sentence; null if it can. */
export function refusal(slug, demos) {
  if (!slug) return 'Which slug? For example: npm run new-demo damped-pendulum'
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug))
    return `"${slug}" is no slug: lower-case letters, digits and single hyphens, a letter first.`
  if (existsSync(`${demos}/${slug}`)) return `demos/${slug} exists already.`
  return null
}

export const titleOf = (slug) => slug[0].toUpperCase() + slug.slice(1).replaceAll('-', ' ')

/** Where the files of a demo's golden numbers are, by their names in the template. */
export const goldenFilesOf = (slug) => ({
  'golden/data.json': `tests/golden/data/${slug}.json`,
  'golden/reader.ts': `tests/golden/${slug}.test.ts`,
  'golden/other.py': `tests/golden/other/${slug}.py`,
})

/** Copies the template and fills in slug and title. Returns the files it made, from the root of the project. */
export function create(slug, root) {
  const template = `${root}/scripts/template`
  const words = [
    ['scripts/template', `demos/${slug}`],
    ["'template'", `'${slug}'`],
    ['Template', titleOf(slug)],
    ["'../../../tests/golden/load'", "'./load'"],
    ["'../model'", `'~demos/${slug}/model'`],
  ]
  const names = readdirSync(template, { recursive: true }).map((name) => name.replaceAll('\\', '/'))
  return names
    .filter((name) => name.includes('.'))
    .map((name) => {
      const file = goldenFilesOf(slug)[name] ?? `demos/${slug}/${name}`
      const text = readFileSync(`${template}/${name}`, 'utf8')
      mkdirSync(dirname(`${root}/${file}`), { recursive: true })
      writeFileSync(
        `${root}/${file}`,
        words.reduce((filled, [word, put]) => filled.replaceAll(word, put), text),
      )
      return file
    })
}
