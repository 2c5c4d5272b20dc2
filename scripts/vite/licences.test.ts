import { expect, it } from 'vitest'
import { licenceOf, licencesPage, packagesIn } from './licences'

it('finds packages in paths of modules', () => {
  const modules = [
    'src/app/main.tsx',
    'node_modules/react/index.js',
    'node_modules/@fontsource-variable/inter/opsz.css',
    'node_modules/react/cjs/x.js',
  ]
  expect(packagesIn(modules)).toEqual(['@fontsource-variable/inter', 'react'])
})

it('reads licences and shows them as text', () => {
  const react = licenceOf(process.cwd(), 'react')
  expect(react.licence).toBe('MIT')
  expect(react.text).toMatch(/permission is hereby granted/i)
  const page = licencesPage([{ ...react, text: '<script>' }])
  expect(page).toContain('<pre>&lt;script&gt;</pre>')
  expect(page).toContain('rel="icon"')
})
