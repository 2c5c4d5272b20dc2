// The suite of the lessons notices faults: each is planted into a stop that has none.
import { expect, it } from 'vitest'
import type { AnyDemo, AnyScene, AnyStop, AnyView, PlotView } from '@/contract'
import demo from '~demos/heavy-ball/demo'
import views from '~demos/heavy-ball/views'
import { checkStop } from './lesson'

const sound = demo as unknown as AnyDemo
const drawn = views as unknown as Record<string, AnyView>
const check = (fault: Partial<AnyStop>, pictures = drawn) =>
  checkStop({ ...sound, lecture: [{ ...(sound.lecture[0] as AnyStop), ...fault }] }, pictures, 0)
const { do: deed, text } = sound.lecture[0] as AnyStop

it('takes a stop that is in order', () => check({}))

it.each<[fault: string, planted: Partial<AnyStop>, says: RegExp]>([
  ['whose premise does not hold', { while: (p) => (p.beta as number) > 0 }, /scene: its premise holds/],
  ['whose premise ends with the deed', { while: (p) => (p.alpha as number) < 0.1 }, /done: its premise holds/],
  ['whose deed is done from the start', { do: { ...deed, done: () => true } }, /scene: its deed is done/],
  ['whose deed is never done', { do: { ...deed, done: () => false } }, /done: its deed is done/],
  [
    'whose deed changes nothing',
    { do: { ...deed, params: { beta: 0 }, done: (p) => p.beta === 0 } },
    /its deed is done|changes a picture/,
  ],
  ['with a view that is not there', { stage: ['tuning', 'valley', 'nowhere'] }, /nowhere|undefined/],
  ['with a control that is hidden', { controls: ['seed'] }, /the control "seed" is there/],
  ['that shows what nobody knows', { see: 'It has {nothing}.' }, /\{nothing\} has a value/],
  ['with more words than fit', { text: `${text} ${text} ${text}` }, /to be less than or equal to/],
])('notices a stop %s', async (_fault, planted, says) => {
  await expect(check(planted)).rejects.toThrow(says)
})

it('notices a picture that tells before the deed what comes', async () => {
  const plays: Partial<AnyStop> = { step: 10, do: { say: 'Play', step: 'end', done: (_, { step, steps }) => step === steps } }
  await check(plays)
  const end: AnyView = {
    ...(drawn.valley as PlotView<AnyScene>),
    draw: ({ step, series }) => <text>{[step, series.ballHeight?.at(-1)].join()}</text>,
  }
  await expect(check(plays, { ...drawn, valley: end })).rejects.toThrow(/a run that knows no more/)
  await expect(check({ ...plays, waits: ['valley'] }, { ...drawn, valley: end })).resolves.toBeDefined()
})
