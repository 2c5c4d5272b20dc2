// The six states' chances: a row for the current state, a bar for each next state. The bars can be dragged.
import type { PlotView } from '@/contract'
import { Label, Region, Segment } from '@/views'
import { cellOf, matrixOf, STATES } from './hand'
import { atCell, CELL } from './handles'
import type { Scene } from './looks'

const SIDE = 0.36 // half a bar

function Matrix({ params, palette, frame, words }: Scene) {
  const matrix = matrixOf(params.chances)
  const { tokens } = frame.momentum
  const current = tokens[tokens.length - 1]
  const next = frame.candidates[frame.pick]?.word
  return (
    <>
      {STATES.map((name, row) => {
        const [, floor] = atCell(cellOf(row, 0), 0)
        return (
          <g key={name}>
            <Segment from={[-0.5, floor]} to={[5.5, floor]} color={palette.line} width={1} />
            <Label
              at={[-0.62, floor]}
              anchor="end"
              dy={-4}
              color={row === current ? palette.method : palette.ink}
              bold={row === current}
              small
            >
              {`${words.after} ${name}`}
            </Label>
            {matrix[row]!.map((p, column) => {
              const [x, y] = atCell(cellOf(row, column), p)
              const isNext = row === current && column === next
              return (
                <Region
                  key={STATES[column]}
                  rings={[
                    [
                      [x - SIDE, floor],
                      [x + SIDE, floor],
                      [x + SIDE, y],
                      [x - SIDE, y],
                    ],
                  ]}
                  fill={isNext ? palette.method : row === current ? palette.ink : palette.soft}
                  opacity={isNext ? 1 : row === current ? 0.7 : 0.4}
                />
              )
            })}
          </g>
        )
      })}
      {STATES.map((name, column) => (
        <Label key={name} at={[column, 0]} anchor="middle" dy={13 * palette.text} color={palette.ink} bold small>
          {name}
        </Label>
      ))}
    </>
  )
}

export const matrix: PlotView<Scene> = {
  kind: 'plot',
  window: [
    [-1.6, 5.6],
    [-0.6, 5 + 1.1 * CELL],
  ],
  draw: (scene) => <Matrix {...scene} />,
}
