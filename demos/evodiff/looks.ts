// The look of each solver in all pictures: EVODiff is the method, DPM-Solver++ the baseline, the truth is ink.
import type { Palette, SceneOf } from '@/contract'
import type demo from './demo'
import { isDrawn, LANES, type Lane } from './params'

export type Scene = SceneOf<typeof demo>

export interface Look {
  lane: Lane
  color(palette: Palette): string
  dash?: string
  square?: boolean
}
export const LOOKS: Readonly<Record<Lane, Look>> = {
  ddim: { lane: 'ddim', color: ({ base2 }) => base2, dash: '7 3' },
  noise: { lane: 'noise', color: ({ base3 }) => base3, dash: '2 3' },
  data: { lane: 'data', color: ({ base }) => base, square: true },
  evodiff: { lane: 'evodiff', color: ({ method }) => method },
}

/** Those that are drawn; EVODiff is the last and lies on top. */
export const looksOf = ({ params }: Pick<Scene, 'params'>): Look[] =>
  LANES.filter((lane) => isDrawn(params, lane)).map((lane) => LOOKS[lane])

/** Recorded series of each solver. */
export const SERIES = {
  ddim: { x: 'ddimX', y: 'ddimY', lag: 'lagDdim', variance: 'varianceDdim', error: 'errorDdim' },
  noise: { x: 'noiseX', y: 'noiseY', lag: 'lagNoise', variance: 'varianceNoise', error: 'errorNoise' },
  data: { x: 'dataX', y: 'dataY', lag: 'lagData', variance: 'varianceData', error: 'errorData' },
  evodiff: { x: 'evodiffX', y: 'evodiffY', lag: 'lagEvodiff', variance: 'variance', error: 'errorEvodiff' },
} as const
