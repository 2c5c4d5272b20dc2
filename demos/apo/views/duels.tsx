// Who beats whom: the row's chance to win against the column.
import type { PlotView } from '@/contract'
import { Label, Region, rampColor } from '@/views'
import type { Scene } from '../looks'
import { duelsOf, namesOf } from '../params'

function Duels({ params, palette, format, words }: Scene) {
  const names = namesOf(params)
  const duels = duelsOf(params)
  const high = names.length - 1
  return (
    <>
      {duels.map((row, i) =>
        row.map((chance, j) => {
          const y = high - i
          return (
            <g key={`${names[i]}${names[j]}`}>
              <Region
                rings={[
                  [
                    [j - 0.47, y - 0.45],
                    [j + 0.47, y - 0.45],
                    [j + 0.47, y + 0.45],
                    [j - 0.47, y + 0.45],
                  ],
                ]}
                fill={rampColor(palette.field, chance)}
              />
              <Label at={[j, y]} anchor="middle" dy={4} color={palette.ink}>
                {i === j ? '–' : format(chance, 2)}
              </Label>
            </g>
          )
        }),
      )}
      {names.map((name, i) => (
        <g key={name}>
          <Label at={[-0.6, high - i]} anchor="end" dy={4} bold>
            {name}
          </Label>
          <Label at={[i, high + 0.55]} anchor="middle" dy={-2} bold>
            {name}
          </Label>
        </g>
      ))}
      <Label at={[high + 0.5, -0.5]} anchor="end" dy={15} color={palette.soft} small italic>
        {words.rowWins}
      </Label>
    </>
  )
}

export const duels: PlotView<Scene> = {
  kind: 'plot',
  window: ({ params }) => {
    const high = namesOf(params).length - 1
    return [
      [-0.95, high + 0.55],
      [-0.8, high + 0.85],
    ]
  },
  when: ({ params }) => params.mode === 'sppo',
  draw: (scene) => <Duels {...scene} />,
}
