// What can be dragged: the start in the triangle, the tops of the rewards, and those of the reference's bars.
import { barHandles, barOffset, type Handle } from '@/contract'
import { nearestShares, toTriangle } from '@/numerics/simplex'
import { isThree, type Params, params, rewardOf } from './params'

type View = 'triangle' | 'policies' | 'rewards'
type Own = Handle<Params, View>

const REFERENCE = 0 // of the three bars of each answer

export const handles: Readonly<Record<string, Own>> = {
  start: {
    label: 'reference',
    view: 'triangle',
    invite: 'drag me',
    moves: ['ref3'],
    when: isThree,
    at: (p) => toTriangle(p.ref3),
    move: (to) => ({ ref3: nearestShares(to, params.ref3.min) }),
  },
  ...barHandles<'r3', Params, View>('r3', params.r3, {
    view: 'rewards',
    when: (p) => rewardOf(p) === p.r3,
    invite: { index: 1, text: 'drag me' },
  }),
  ...barHandles<'r5', Params, View>('r5', params.r5, {
    view: 'rewards',
    when: (p) => rewardOf(p) === p.r5,
    invite: { index: 1, text: 'drag me' },
  }),
  ...barHandles<'ref3', Params, View>('ref3', params.ref3, {
    view: 'policies',
    x: (index) => index + barOffset(REFERENCE, 3),
    when: isThree,
  }),
  ...barHandles<'ref5', Params, View>('ref5', params.ref5, {
    view: 'policies',
    x: (index) => index + barOffset(REFERENCE, 3),
    when: (p) => p.mode === 'dpo' && !isThree(p),
  }),
}
