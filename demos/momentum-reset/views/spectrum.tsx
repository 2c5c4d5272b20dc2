// Singular values: of W*, whose tops can be dragged, and of BA. The hatched part behind cannot be held by a product of rank r.
import type { PlotView } from '@/contract'
import { singularValues } from '@/domains/optim/lowRank'
import { Region } from '@/views'
import { Bars, GroupNames, SeriesNames } from '@/views/bars'
import { inHand, type Scene, shownOf } from '../looks'
import { SIZE, params as schema } from '../params'
import { problemOf } from '../problem'

const MOST = schema.spectrum.max
const ABOVE = 0.6 // for the names of the bars
const BELOW = 0.4 // for those of the groups

function Spectrum(scene: Scene) {
  const { params, palette, words } = scene
  const { color } = inHand(scene)
  const { order } = problemOf(params)
  const found = singularValues(shownOf(scene).product, SIZE, SIZE)
  const values = new Float64Array(SIZE)
  for (const [rank, k] of order.entries()) values[k] = found[rank]! // the largest beside the largest
  return (
    <>
      {order.slice(params.r).map((k) => (
        <Region
          key={k}
          rings={[
            [
              [k - 0.5, 0],
              [k + 0.5, 0],
              [k + 0.5, MOST],
              [k - 0.5, MOST],
            ],
          ]}
          hatch
        />
      ))}
      <Bars
        series={[
          { name: words.wanted, values: params.spectrum, color: palette.ink, outline: true, param: 'spectrum' },
          { name: words.productName, values, color },
        ]}
      />
      <GroupNames names={schema.spectrum.names} />
      <SeriesNames
        words={[
          { text: words.wanted, color: palette.ink },
          { text: words.productName, color },
          ...(params.r < SIZE ? [{ text: words.beyond, color: palette.soft }] : []),
        ]}
      />
    </>
  )
}

export const spectrum: PlotView<Scene> = {
  kind: 'plot',
  window: [
    [-0.6, SIZE - 0.4],
    [-BELOW, MOST + ABOVE],
  ],
  y: { ticks: [0, 1, 2, 3, 4, 5], grid: true },
  draw: (scene) => <Spectrum {...scene} />,
}
