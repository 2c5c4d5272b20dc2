// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import { encoderWeights, SHIPPED, type Shipped, shippedEncoder } from './learning/records'
import { Trainer } from './learning/train'
import type { Compared, Learned, Terms } from './maps'
import type { Pointed, readouts, State } from './model'
import { type Params, settingsOf } from './params'
import type { presets } from './presets'

interface Maps {
  learned: Learned
  pointed: Pointed
  judged: Compared | null
  terms: Terms
}
type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets, Maps>

const NAMES: Readonly<Record<Shipped, string>> = {
  all: 'all three terms',
  modelling: 'masked modelling',
  distillation: 'distillation',
  contrast: 'contrast',
}
const ours = 'README, “What was measured”'
const run = (says: string, given: Said['given'], name: string, expected: number, digits = 2): Said => ({
  says,
  kind: 'run',
  source: ours,
  given,
  measure: (found) => found.summary(name),
  expect: () => expected,
  within: { abs: 0.5 * 10 ** -digits },
})

export const claims: readonly Said[] = [
  {
    says: 'Training lowers the overlap of both similarities, by 0.12.',
    kind: 'paper',
    source: 'Wu et al. 2023, abstract: “significantly reduces the overlap of intra-object and inter-object similarities”',
    given: 'mmc',
    measure: (found, again) => again({ features: 'untrained' }).summary('overlap') - found.summary('overlap'),
    expect: () => 0.12,
    within: { abs: 0.005 },
  },
  run('Raw patches of one object are more alike than others by 0.23.', 'raw', 'gap', 0.23),
  run('Those of an untrained network by 0.09.', 'untrained', 'gap', 0.09),
  run('After the training it is 0.32.', 'mmc', 'gap', 0.32),
  run('With one threshold for 60 pictures, raw patches reach a mean IoU of 0.31.', 'raw', 'bestIou', 0.31),
  run('An untrained network 0.24.', 'untrained', 'bestIou', 0.24),
  run('All three terms 0.44.', 'mmc', 'bestIou', 0.44),
  run('Contrast alone reaches 0.50.', 'contrast', 'bestIou', 0.5),
  run('But it overlaps by 0.768.', 'contrast', 'overlap', 0.768, 3),
  run('Masked modelling alone overlaps least, by 0.633.', 'modelling', 'overlap', 0.633, 3),
  run('Distillation alone makes all alike: a gap of 0.016.', { modelling: 0, contrast: 0 }, 'gap', 0.016, 3),
  run('With a noise of 0.2 raw patches reach 0.95.', 'clean', 'bestIou', 0.95),
  run('Trained features then reach only 0.81.', { noise: 0.2 }, 'bestIou', 0.81),
  run('In three times the light of the training they reach 0.39.', 'light', 'bestIou', 0.39),
  {
    says: 'With a threshold below −1 all is in the mask, and the IoU is the share of the object: 0.20.',
    kind: 'analysis',
    source: 'README, “Pointing”',
    given: { threshold: -1.01 },
    measure: ({ series }) => series.rawIou[0]!,
    expect: () => 0.2,
    within: { abs: 1e-12 },
  },
  ...(Object.keys(SHIPPED) as Shipped[]).map(
    (name): Said => ({
      says: `The shipped network (${NAMES[name]}) is learned again by 500 updates: 0 of 1,592 weights differ.`,
      kind: 'run',
      source: 'trained/train.mjs',
      given: SHIPPED[name],
      slow: true,
      measure({ params }) {
        const trainer = new Trainer(settingsOf(params))
        for (let k = 0; k < params.updates; k++) trainer.update()
        const weights = shippedEncoder(params)!.weights
        return encoderWeights(trainer).filter((weight, k) => weight !== weights[k]).length
      },
      expect: () => 0,
      within: { abs: 0 },
    }),
  ),
]
