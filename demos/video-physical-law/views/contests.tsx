// What is kept of two attributes in combinations that were never seen together.
import type { PlotView } from '@/contract'
import { Label } from '@/views'
import { Bars, barEnds } from '@/views/bars'
import type { Scene } from '../looks'
import { PAIRS } from '../maps'

const NAMES = {
  colourSize: ['colour', 'size'],
  sizeVelocity: ['size', 'velocity'],
  colourVelocity: ['colour', 'velocity'],
} as const

function Marks({ params, maps, palette, words, format }: Scene) {
  if (params.tab !== 'plane') return null
  const found = maps.contests?.result ?? []
  const value = (pair: (typeof PAIRS)[number], side: 'first' | 'second') => {
    const one = found.find((contest) => contest.pair === pair)
    return one ? 100 * one[side] : Number.NaN
  }
  const colours = { colour: palette.method, size: palette.base2, velocity: palette.base }
  return (
    <>
      {PAIRS.map((pair, group) =>
        NAMES[pair].map((name, side) => {
          const height = value(pair, side === 0 ? 'first' : 'second')
          if (!Number.isFinite(height)) return null
          const values = [0, 1].map((k) => PAIRS.map((_, g) => (g === group && k === side ? height : Number.NaN)))
          const [left, right] = barEnds(group, side, 2)
          return (
            <g key={`${pair} ${name}`}>
              <Bars series={values.map((list, k) => ({ name: `${pair} ${name} ${k}`, values: list, color: colours[name] }))} />
              <Label at={[(left + right) / 2, height]} dy={-7} anchor="middle" small bold color={colours[name]}>
                {`${words[name]} ${format(height, 2)}`}
              </Label>
            </g>
          )
        }),
      )}
    </>
  )
}

export const contests: PlotView<Scene> = {
  kind: 'plot',
  map: 'contests',
  window: [
    [-0.55, 2.55],
    [0, 118],
  ],
  x: { ticks: [] },
  y: { ticks: [0, 50, 100], grid: true },
  draw: (scene) => <Marks {...scene} />,
}
