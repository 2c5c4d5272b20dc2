// The shipped network, made by policy/train.mjs, with the seed and the figures of policy/log.json.
import { networkPolicy, POLICY, type Policy } from '@/domains/dynamics/stepPolicy'
import weights from './policy/weights.f32'

export const shippedWeights: Float32Array = weights

export const shippedPolicy: Policy = networkPolicy({ sizes: POLICY.sizes, weights: Float64Array.from(weights) })
