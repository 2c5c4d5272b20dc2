import { describe, expect, it } from 'vitest'
import { allMetas } from '@/registry/metas'
import { searchIn } from './search'

const { find, near } = searchIn(allMetas)

describe('what people remember of a paper', () => {
  it.each([
    ['2407.06312', 'koopman-limits'],
    ['https://arxiv.org/abs/2407.06312v2', 'koopman-limits'],
    ['arxiv.org/pdf/2006.09882', 'swav'],
    ['Mezic', 'koopman-limits'],
    ['mezić', 'koopman-limits'],
    ['Polyak', 'heavy-ball'],
    ['SwAV', 'swav'],
    ['EDMD', 'koopman-limits'],
    ['Nesterov', 'adan'],
    ['Navier', 'neuralstagger'],
    ['N-body', 'three-body'],
    ['heavy-ball', 'heavy-ball'],
    ['fedavg', 'fedavg-momentum'],
    ['momentom sampling', 'momentum-sampling'],
    ['classifer-free guidance', 'apg'],
    ['Caron prototypes 2020', 'swav'],
    ['galileo', 'two-ball-drop'],
  ])('finds “%s”', (query, slug) => expect(find(query)[0]).toBe(slug))

  it.each([
    ['LLM', ['apo', 'momentum-decoding', 'noloco']],
    ['2023', ['neuralstagger', 'mkor']],
    ['NeurIPS', ['mkor', 'swav']],
  ])('finds all of “%s”', (query, slugs) => expect(find(query)).toEqual(expect.arrayContaining(slugs)))

  it.each(['optimiser', 'momentom', 'optimizers'])('finds several demos for “%s”', (query) =>
    expect(find(query).length).toBeGreaterThan(2),
  )

  it('wants every word, and finds nothing in nonsense', () => {
    expect(find('Polyak Galileo')).toEqual([])
    expect(find('xyzzy')).toEqual([])
    expect(find('')).toEqual([])
    expect(find('.*+?^$()|[]\\')).toEqual([])
  })

  it('puts whole words before parts of words', () => {
    const hits = find('ball')
    expect(hits.slice(0, 2).sort()).toEqual(['heavy-ball', 'two-ball-drop'])
  })
})

it('suggests what comes near a name that does not exist', () => {
  expect(near('hevy-bal', 3)[0]).toBe('heavy-ball')
  expect(near('momentum-samplers', 3)[0]).toBe('momentum-sampling')
  expect(near('three-bodies', 3)).toContain('three-body')
  expect(near('qqqq', 3)).toEqual([])
})
