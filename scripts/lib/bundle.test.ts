import { expect, it } from 'vitest'
import { bundled } from './bundle.mjs'

it('bundles the bench with all that demos import', async () => {
  const { measure } = await bundled('tests/bench/main.ts', 'bench-tried')
  expect(measure).toBeTypeOf('function')
}, 60_000)
