import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { messageReference, typings } from './reference'
import { jsonSchema } from './schema'

const DOCS = 'docs/protocol.md'

it('is what the docs say of each message', async () => {
  const docs = readFileSync(DOCS, 'utf8')
  const written = docs.replace(/(<!-- from .*-->\n)[\s\S]*(<!-- end -->)/, (_, from, end) =>
    [`${from}\n`, messageReference(jsonSchema()), `\n\n${end}`].join(''),
  )
  await expect(written).toMatchFileSnapshot(`../../${DOCS}`)
})

it('declares the messages for TypeScript under the names that the element’s types import', () => {
  const own = readFileSync('src/host/types.ts', 'utf8')
  const text = typings(jsonSchema(), own)
  expect(text).not.toContain('import type {')
  expect(text).toContain('export interface HostBodies {')
  expect(text).toContain('/** The random seed. */ seed?: number;')
  expect(text).toMatch(/format: "png" \| "webp" \| "svg" \| "csv" \| "json" \| /)
  expect(text).toContain("export type State = HostBodies['restore']['state']")
})
