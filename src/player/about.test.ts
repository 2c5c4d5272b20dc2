import { expect, it } from 'vitest'
import { bibtex } from './about'

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
