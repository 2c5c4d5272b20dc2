// The build's plugins serve tests too; the template is the demo here.
import { expect, it } from 'vitest'
import demo from '../template/demo'
import tex from '../template/demo.ts?tex'
import readme from '../template/README.md?html'

it('typesets all TeX of a demo, equations with links to the parameters', () => {
  const [equation] = demo.equations ?? []
  expect(Object.keys(tex)).toEqual(expect.arrayContaining(['k', 'x_n', 'kh > 2', `display:${equation?.tex}`]))
  expect(tex[`display:${equation?.tex}`]).toContain('data-param="rate"')
})

it('makes the sections that the claims name as their sources', () => {
  const titles = readme.sections.map(({ title }) => title)
  for (const { source } of demo.claims) expect(titles).toContain(/[“"](.*)[”"]/.exec(source)?.[1])
})
