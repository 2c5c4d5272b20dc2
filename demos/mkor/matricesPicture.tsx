// The moving average of the inputs' vectors, the kept inverse, and their product.
import type { PlotView } from '@/contract'
import { times } from '@/numerics/smallMatrix'
import { HeatMatrix } from '@/views/heatMatrix'
import type { Scene } from './looks'
import { sizesOf } from './params'

const GAP = 0.12 // of a matrix

function Matrices({ frame, params, words, palette }: Scene) {
  const [, n] = sizesOf(params)
  const product = new Float64Array(n * n)
  times(frame.average, frame.kept, n, n, n, product)
  const all = [
    { values: frame.average, name: words.matrixAverage, color: palette.base },
    { values: frame.kept, name: words.matrixKept, color: palette.method },
    { values: product, name: words.matrixProduct, color: palette.ink, most: 1 },
  ]
  return all.map((one, k) => <HeatMatrix key={one.name} corner={[k * (1 + GAP), 0]} size={n} {...one} />)
}

export const matrices: PlotView<Scene> = {
  kind: 'plot',
  equal: true,
  window: [
    [-0.06, 3 + 2 * GAP + 0.06],
    [-0.1, 1.3],
  ],
  draw: (scene) => (scene.params.tab === 'layer' ? <Matrices {...scene} /> : null),
}
