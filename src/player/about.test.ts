import { expect, it } from 'vitest'
import { bibtex, bibtexOfState } from './about'

it('cites a paper of a conference and a preprint', () => {
  const paper = {
    title: 'A Study of Rolling',
    authors: ['Ada B. Löwe', 'Bo Chen'],
    year: 2023,
    url: 'https://arxiv.org/abs/2307.11118',
  }
  expect(bibtex({ ...paper, venue: 'ICLR 2024' })).toBe(
    [
      '@inproceedings{lowe2024study,',
      '  title = {A Study of Rolling},',
      '  author = {Ada B. Löwe and Bo Chen},',
      '  year = {2024},',
      '  booktitle = {ICLR 2024},',
      '  eprint = {2307.11118},',
      '  archivePrefix = {arXiv},',
      '  url = {https://arxiv.org/abs/2307.11118}',
      '}',
    ].join('\n'),
  )
  expect(bibtex(paper)).toContain('@misc{lowe2023study,')
  const article = bibtex({ ...paper, venue: 'Annals of Rolling', journal: true })
  expect(article).toContain('@article{lowe2023study,')
  expect(article).toContain('journal = {Annals of Rolling}')
})

it('cites a demo with its state', () => {
  const paper = { title: 'A Study of Rolling', authors: ['Ada Löwe'], year: 2023, url: 'https://arxiv.org/abs/2307.11118' }
  const meta = {
    slug: 'rolling',
    title: 'Rolling',
    topics: ['dynamics'],
    tags: [],
    summary: '',
    lede: '',
    paper,
    version: 2,
  } as const
  expect(bibtexOfState(meta, 'https://example.org/d/rolling?h=2&t=40', new Date('2026-11-20T12:00:00Z'))).toBe(
    [
      '@online{momentarium-rolling,',
      '  title = {Rolling: an interactive demo of “A Study of Rolling”},',
      '  author = {{Momentarium}},',
      '  year = {2026},',
      '  version = {2},',
      '  url = {https://example.org/d/rolling?h=2&t=40},',
      '  urldate = {2026-11-20}',
      '}',
    ].join('\n'),
  )
})
