import { expect, it } from 'vitest'
import { DEFAULTS, hasControls, hasPart, isLocked, isShownControl, readOptions, withoutOptions } from './options'

it('reads its words and leaves the rest to the demo', () => {
  const query =
    '?beta=0.9&ui=player&t=4&lock=beta,eta&show=beta,player&speed=2&poster&links=0&theme=contrast&scale=1.5&cid=left&lang=de'
  const { options, notes } = readOptions(query)
  expect(notes).toEqual([])
  expect(options).toMatchObject({
    ui: 'player',
    speed: 2,
    poster: true,
    links: false,
    theme: 'contrast',
    scale: 1.5,
    cid: 'left',
  })
  expect(withoutOptions(query)).toBe('beta=0.9&t=4')
  expect([isLocked(options, 'beta'), isLocked(options, 'gamma')]).toEqual([true, false])
  expect([isShownControl(options, 'beta'), isShownControl(options, 'eta')]).toEqual([true, false])
  expect([hasPart(options, 'player'), hasPart(options, 'presets'), hasControls(options)]).toEqual([true, false, true])
})

it('keeps its defaults where a word cannot be read, and says so', () => {
  const { options, notes } = readOptions('?ui=huge&poster=yes&speed=fast&scale=9&cid=a%20b')
  expect(options).toEqual({ ...DEFAULTS, scale: 3 })
  expect(notes.map(({ why, key }) => [why, key])).toEqual([
    ['notAnOption', 'ui'],
    ['notAToggle', 'poster'],
    ['notANumber', 'speed'],
    ['outside', 'scale'],
  ])
})

it('gives every level of interface its parts', () => {
  const parts = (ui: string) => {
    const { options } = readOptions(`?ui=${ui}`)
    return [hasPart(options, 'player'), hasControls(options), hasPart(options, 'equations')]
  }
  expect(['none', 'player', 'controls', 'full'].map(parts)).toEqual([
    [false, false, false],
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ])
})
