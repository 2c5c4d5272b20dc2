import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { brush } from '../../tests/support/brush'
import { PlotProvider } from './parts'
import { Film, paintPicture } from './pictures'
import { greys } from './pixels'
import { planeOf } from './plane'
import { THEMES } from './tokens'

const plane = planeOf(
  [
    [0, 2],
    [0, 1],
  ],
  40,
  20,
  { left: 0, right: 0, top: 0, bottom: 0 },
)

it('paints rows from the top, at the place of the picture', () => {
  const { ctx } = brush()
  const painted: unknown[] = []
  ctx.fillRect = (...box: number[]) => painted.push([ctx.fillStyle, ...box])
  paintPicture(ctx, plane, greys(THEMES.light), { values: [-1, 1, 0, 0, 0, 0], columns: 2, rows: 3, most: 1 }, [1, 0], 1)
  expect(painted).toHaveLength(6)
  expect(painted).toContainEqual(['rgb(0 0 0)', 20, 0, 10, 20 / 3])
  expect(painted).toContainEqual(['rgb(255 255 255)', 30, 0, 10, 20 / 3])
})

it('frames each picture, names it, and says where there is none', () => {
  const svg = renderToStaticMarkup(
    <PlotProvider value={{ plane, palette: THEMES.light, id: 'film' }}>
      <Film
        frames={[
          { name: 'truth', at: [0, 0], color: 'black', note: '20 dB' },
          { name: 'guess', at: [1, 0], color: 'red', empty: 'none yet' },
        ]}
      />
    </PlotProvider>,
  )
  for (const word of ['truth', '20 dB', 'guess', 'none yet']) expect(svg).toContain(`>${word}<`)
  expect(svg.match(/<path/g)).toHaveLength(2)
})
