import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { type AnyDemo, defaultsOf, merge } from '@/contract'
import { WorkerClient } from '@/engine'
import { SessionContext, TexContext } from '@/session/context'
import { paperPlace } from '@/session/lesson'
import { createSession } from '@/session/session'
import { formulasOf } from '../../scripts/vite/tex'
import { logistic } from '../../tests/support/logistic'
import { Presets } from './panel'

it('typesets the formulas in the note of the open preset', () => {
  vi.stubGlobal('document', { hidden: false })
  vi.stubGlobal('requestAnimationFrame', () => 1)
  const presets = { calm: { label: 'calm', params: { rate: 0.5 }, note: 'Here $r < 1$: it dies out.' } }
  const demo: AnyDemo = { ...logistic, presets }
  const client = new WorkerClient(
    () => null,
    async () => demo,
  )
  const params = merge(demo.params, defaultsOf(demo.params), presets.calm.params)
  const session = createSession(demo, { ...paperPlace(demo), params }, [], client)
  const tex = Object.fromEntries(formulasOf(demo).map(({ tex }) => [tex, `<b>${tex}</b>`])) // as the build finds them
  const html = renderToStaticMarkup(
    <SessionContext value={session}>
      <TexContext value={tex}>
        <Presets />
      </TexContext>
    </SessionContext>,
  )
  expect(html).toContain('<b>r < 1</b>')
  expect(html).not.toContain('$')
  vi.unstubAllGlobals()
})
