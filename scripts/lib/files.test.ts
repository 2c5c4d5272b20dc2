import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { serveFiles } from './files.mjs'

it('serves folders and texts, and nothing beside them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  mkdirSync(join(folder, 'open/deck'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'open/deck/index.html'), 'deck')
  writeFileSync(join(folder, 'open/a.js'), 'a')
  const { url, close } = await serveFiles({ '/': join(folder, 'open'), '/page.html': 'page', '/b.js': 'b', '/c': 'c' })
  const get = async (path: string) => {
    const answer = await fetch(url + path)
    return answer.ok ? [await answer.text(), answer.headers.get('content-type')] : answer.status
  }
  expect(await get('/a.js?v=1')).toEqual(['a', 'text/javascript'])
  expect(await get('/deck/')).toEqual(['deck', 'text/html; charset=utf-8'])
  expect(await get('/page.html')).toEqual(['page', 'text/html; charset=utf-8'])
  expect(await get('/b.js')).toEqual(['b', 'text/javascript'])
  expect(await get('/c')).toEqual(['c', 'text/html; charset=utf-8'])
  for (const path of ['/deck', '/none', '/%2e%2e/secret.txt', '/..%2fsecret.txt']) expect(await get(path)).toBe(404)
  await close()
})
