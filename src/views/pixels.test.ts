import { expect, it } from 'vitest'
import { brush } from '../../tests/support/brush'
import { diverging, greys, largest, paintCells, paintField, shadeOf } from './pixels'
import { planeOf } from './plane'
import { THEMES } from './tokens'

it('gives paper to 0, full colours to both ends and beyond, and a colour of its own to what is no number', () => {
  const shades = diverging(THEMES.light)
  const color = (value: number) => shades.css[shadeOf(shades, value, 2)]
  expect([color(0), color(2), color(7), color(-2)]).toEqual([
    'rgb(255 255 255)',
    'rgb(192 76 9)',
    'rgb(192 76 9)',
    'rgb(10 107 168)',
  ])
  expect(color(Number.NaN)).toBe(THEMES.light.grid)
  expect([...shades.bytes.slice(-3)]).toEqual([0xef, 0xed, 0xe7])
  expect(shades.css[shadeOf(shades, 0, 0)]).toBe('rgb(255 255 255)')
})

it('paints the first index to the right and the second upwards', () => {
  const plane = planeOf(
    [
      [0, 1],
      [0, 1],
    ],
    20,
    20,
    { left: 0, right: 0, top: 0, bottom: 0 },
  )
  const { ctx, bad } = brush()
  const painted: unknown[] = []
  ctx.fillRect = (...box: number[]) => painted.push([ctx.fillStyle, ...box])
  const shades = diverging(THEMES.light)
  paintField(ctx, plane, shades, { values: [1, 0, 0, Number.NaN], side: 2, most: 1 }, [0, 0], 1)
  expect(painted).toEqual([
    [shades.css.at(-2), 0, 10, 10, 10],
    ['rgb(255 255 255)', 0, 0, 10, 10],
    ['rgb(255 255 255)', 10, 10, 10, 10],
    [THEMES.light.grid, 10, 0, 10, 10],
  ])
  expect(bad).toEqual([])
})

it('paints a table of other width than height into a part of the window', () => {
  const plane = planeOf(
    [
      [0, 10],
      [0, 10],
    ],
    100,
    100,
    { left: 0, right: 0, top: 0, bottom: 0 },
  )
  const { ctx } = brush()
  const painted: unknown[][] = []
  ctx.fillRect = (...box: number[]) => painted.push([ctx.fillStyle, ...box])
  const shades = diverging(THEMES.light)
  paintCells(ctx, plane, shades, { columns: 3, rows: 2, at: (i, j) => (i === 2 && j === 1 ? 1 : 0), most: 1 }, [
    [1, 7],
    [2, 6],
  ])
  expect(painted).toHaveLength(6)
  expect(painted.filter(([color]) => color === shades.css.at(-2))).toEqual([[shades.css.at(-2), 50, 40, 20, 20]])
})

it('finds the largest modulus among finite values', () => {
  expect(largest([1, -3, Number.NaN, Number.POSITIVE_INFINITY])).toBe(3)
})

it('has greys from black to white, the same in every theme, and a colour for what is not known', () => {
  for (const theme of Object.values(THEMES)) {
    const shades = greys(theme)
    const color = (value: number) => shades.css[shadeOf(shades, value, 1)]
    expect([color(-1), color(0), color(1)]).toEqual(['rgb(0 0 0)', 'rgb(128 128 128)', 'rgb(255 255 255)'])
    expect(color(Number.NaN)).toBe(theme.field[2])
  }
})
