// The shipped starts, made by trained/train.mjs: seed 0, 3,000 updates, α = 0.1, first order; their weights are rounded.
import { read } from '@/domains/nets/shortWeights'
import texts from '../trained/weights'
import { STARTS, type Weights } from './training'

export const shipped = Object.fromEntries(STARTS.map((start) => [start, Float64Array.from(read(texts[start]))])) as Weights
