import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { qrOf } from './qr'

const drawn = (text: string) => qrOf(text)!.map((row) => row.map((dark) => (dark ? '#' : '.')).join(''))

// An independent program (jsQR 1.4) read all codes here back when they were stored, and codes of all lengths from 1 to 134.
it('draws the code of a short address', () => {
  expect(drawn('HTTPS://A.B/')).toEqual([
    '#######...#.#.#######',
    '#.....#.....#.#.....#',
    '#.###.#.#.#...#.###.#',
    '#.###.#.....#.#.###.#',
    '#.###.#..#.##.#.###.#',
    '#.....#..###..#.....#',
    '#######.#.#.#.#######',
    '........#.#..........',
    '###.#####.#.###...#..',
    '##.#.#...###..###....',
    '##.#####.#.#.#..#.###',
    '######....###...#..#.',
    '..##.##.#.##..##.##..',
    '........##.#.#.##..#.',
    '#######.#...###.#.###',
    '#.....#.###.##.##..#.',
    '#.###.#.####.....###.',
    '#.###.#..#.##.#.##.#.',
    '#.###.#.#.#.#...#.#.#',
    '#.....#.#.###...#..#.',
    '#######.###.#.#.#####',
  ])
})

const address =
  'https://momentarium.example/d/heavy-ball/?beta=0.95&alpha=0.123&t=end&start=-1.5,1&chart=height&steps=400&view=map&kappa=100&phi=12&seed=4'
it.each([
  [17, 21, 'ea1de7112fc1ae69'],
  [18, 25, 'f26af7a4b0abbf41'],
  [33, 29, '47041822f70e0d1a'],
  [78, 33, 'e5945d2243c45c13'],
  [106, 37, 'ec922249dfe364dd'],
  [107, 41, 'b4c8e34f3144198b'],
  [134, 41, '24d6807a405a0af7'],
])('draws %i bytes as %i rows', (length, size, hash) => {
  const rows = drawn(address.slice(0, length))
  expect(rows).toHaveLength(size)
  expect(createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 16)).toBe(hash)
})

it('has no code for more than 134 bytes', () => {
  expect(qrOf(address.slice(0, 135))).toBeNull()
  expect(qrOf('é'.repeat(68))).toBeNull()
})
