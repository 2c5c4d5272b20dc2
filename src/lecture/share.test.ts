import { expect, it } from 'vitest'
import { packed, unpacked } from './share'

it('comes out of a link as it went in', async () => {
  const text = JSON.stringify({ title: 'Größe, 数, $\\beta$', slides: Array(20).fill({ demo: 'heavy-ball', query: 'beta=0.9' }) })
  const word = (await packed(text))!
  expect(word).toMatch(/^[A-Za-z0-9_-]+$/)
  expect(word.length).toBeLessThan(text.length / 3)
  expect(await unpacked(word)).toBe(text)
})

it('has no link for what is too long for one', async () => {
  const noise = Array.from({ length: 20_000 }, (_, k) =>
    String.fromCharCode(33 + (Math.floor(1e6 * Math.abs(Math.sin(k))) % 90)),
  ).join('')
  expect(await packed(noise)).toBeNull()
})

it('refuses what is no lecture, and what would fill the memory', async () => {
  await expect(unpacked('%%%')).rejects.toThrow()
  await expect(unpacked('AAAA')).rejects.toThrow()
  const bomb = (await packed('0'.repeat(3_000_000)))!
  await expect(unpacked(bomb)).rejects.toThrow(/larger/)
})
