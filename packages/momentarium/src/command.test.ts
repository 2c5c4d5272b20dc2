import { expect, it } from 'vitest'
import { Misuse, readCommand } from './command'

it('reads what to make, of what, and where to', () => {
  expect(readCommand('film heavy-ball --beta 0.9 --start=1,-2 --to 60 --of lesson --caption -o a/clip.mp4'.split(' '))).toEqual({
    kind: 'film',
    slug: 'heavy-ball',
    file: 'a/clip.mp4',
    ending: 'mp4',
    query: 'beta=0.9&start=1%2C-2',
    options: { to: 60, caption: true },
    of: 'lesson',
  })
})
it('takes a negative value', () => {
  expect(readCommand(['shot', 'x', '--gamma', '-0.5', '-o', 'a.png']).query).toBe('gamma=-0.5')
})
it.each([
  ['paint x -o a.png', '“paint” is no command; there are: shot, film, data, list, help.'],
  ['shot -o a.png', 'Which demo? momentarium shot SLUG -o FILE'],
  ['shot x', 'Where to? -o FILE'],
  ['shot x -o a.mp4', '“a.mp4”: a picture is a file that ends with .png, .svg, .webp.'],
  ['shot x --beta', '--beta needs a value.'],
  ['shot x 0.9 -o a.png', '“0.9” has no option before it, such as --beta.'],
  ['shot x --theme pink -o a.png', '--theme is one of light, dark, projector, contrast, not “pink”.'],
  ['film x --fps 100 -o a.gif', '--fps is a number from 1 to 60, not “100”.'],
])('says of “%s” what is wrong', (line, sentence) => {
  expect(() => readCommand(line.split(' '))).toThrow(new Misuse(sentence))
})
