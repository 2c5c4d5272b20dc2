import { expect, it } from 'vitest'
import './askAgain'

const { askAgain } = globalThis as unknown as { askAgain(error: unknown): Promise<unknown> }

it('throws what has no address of a script', async () => {
  const error = new TypeError('Importing a module script failed.')
  await expect(askAgain(error)).rejects.toBe(error)
  await expect(
    askAgain(new TypeError('Failed to fetch dynamically imported module: http://localhost:1/none.js')),
  ).rejects.toThrow()
})
