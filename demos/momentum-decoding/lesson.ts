// The lesson: from a text that goes in circles, to a toll on old paths, to what the toll cannot do.
import type { Moment, Stop } from '@/contract'
import type { Frame } from './model'
import type { Params } from './params'
import { type presets, usual } from './presets'
import type { readouts } from './readouts'

type Names = keyof typeof readouts
type View = 'graph' | 'choice' | 'toll' | 'text' | 'growth' | 'matrix'
type LessonStop = Stop<Params, Frame, Names, keyof typeof presets & string, View>
type Now = Moment<Frame, Names, Record<never, never>>

const inWords = (p: Params) => p.mode === 'words'
const isRound = ({ series, step }: Now) => series.period[step]! > 0
const atEnd = ({ step, steps }: Now) => step === steps

export const lesson: readonly LessonStop[] = [
  {
    id: 'circle',
    title: 'Always the likeliest word',
    answers: ['problem'],
    preset: 'down',
    params: { other: false },
    step: 4,
    stage: ['graph', 'growth'],
    controls: ['prefix'],
    text: 'A language model gives every possible next word a probability. Greedy decoding always says the likeliest: after “down” a comma, after “down ,” again “down”. Words are places, and every step is an arrow.',
    while: (p) => inWords(p) && p.alpha === 0,
    predict: { ask: 'It goes on to 60 words. How many different ones will it say?', options: ['2', '12', '40'], right: 0 },
    do: { say: 'Play to the end', step: 'end', done: (_, now) => atEnd(now) && isRound(now) },
    see: 'After {step} words it has {nodes} different ones and goes round in a circle of {period}. No new word will ever come.',
    why: 'This model looks only two words back. When the same two come again, so does all that followed them. Large networks look further back, and do the same.',
  },
  {
    id: 'leave',
    title: 'A toll on old paths',
    answers: ['idea'],
    preset: 'down',
    step: 'end',
    stage: ['graph', 'text'],
    controls: ['alpha'],
    text: 'A toll, α times a table, is taken from the probability of an old word; a new word is free. What is left the paper calls the momentum of the word, and the largest wins. Now α = 0.',
    while: (p) => inWords(p) && p.against === 'greedy',
    do: { say: 'Raise α to 0.2', preset: 'momentum', done: (p, now) => p.alpha > 0 && atEnd(now) && !isRound(now) },
    see: 'The circle is left: {nodes} different words, where greedy decoding says {otherNodes}. Of all picks a share of {greedyRatio} is still the likeliest word.',
    why: 'Where the likeliest word is new it pays nothing and is taken at once. The toll bites only on the way back, and there it makes a new word win.',
  },
  {
    id: 'exit',
    title: 'The step that leaves',
    answers: ['why'],
    preset: 'momentum',
    step: 2,
    stage: ['choice', 'graph'],
    controls: ['alpha'],
    text: 'Depth d counts how many words in a row would be repeated. A comma would repeat “down ,”: depth 2, where the toll is 3 times α. The full stop is new: depth 0. Hatched is what the toll takes off the probability p.',
    while: (p) => inWords(p) && p.prefix === usual.prefix && p.table === usual.table,
    predict: { ask: 'The comma leads by 0.02. Which α is just enough to turn away?', options: ['0.01', '0.07', '0.2'], right: 0 },
    do: {
      say: 'Lower α until the comma wins',
      params: { alpha: 0 },
      done: (p, { frame, step }) => step === 2 && p.alpha < 0.01 && (frame.candidates[frame.pick]?.depth ?? 0) > 0,
    },
    see: 'At α = {alpha} the toll is less than the lead of the comma, and the walk goes round once more. From α = 0.01 on it is more.',
    why: 'On an old path the depth grows with each step, 1, 2, … up to 5, and the toll with it. Once it is more than the lead of the likeliest word, the walk leaves.',
  },
  {
    id: 'low',
    title: 'Short repetitions are natural',
    answers: ['why'],
    preset: 'momentum',
    params: { table: 'own', f1: 1, f2: 3, f3: 4, f4: 5, f5: 5 },
    step: 'end',
    stage: ['toll', 'text'],
    controls: ['f1', 'f2'],
    text: 'A digit under a word is its depth. Pairs such as “in the” come again in any good text. Now the likeliest word is picked in 0.75 of the steps.',
    while: (p) => inWords(p) && p.table === 'own' && p.alpha >= 0.15 && p.f4 >= 4,
    do: {
      say: 'Drag tolls 1 and 2 down to 0',
      params: { f1: 0, f2: 0 },
      done: (p, now) => p.f1 <= 0.3 && p.f2 <= 0.3 && atEnd(now) && !isRound(now),
    },
    see: 'Old words and old pairs cost nothing now. The likeliest word is picked in {greedyRatio} of the steps, and still there is no circle.',
    why: 'The toll looks at paths, not at single words: a circle is deep, a common pair is not. A penalty on every old word could not tell them apart.',
  },
  {
    id: 'cost',
    title: 'One question a word',
    answers: ['cost'],
    preset: 'momentum',
    step: 'end',
    stage: ['choice', 'text'],
    controls: ['k'],
    text: 'Contrastive search, an earlier cure, looks ahead: it runs the model once for each of k candidates before it picks one. Momentum decoding has asked the model {calls} times for {step} words.',
    while: (p) => inWords(p) && p.alpha > 0,
    predict: {
      ask: 'How often would looking ahead over 10 candidates ask?',
      options: ['70 times', '120 times', '600 times'],
      right: 2,
    },
    do: { say: 'Raise the candidates k to 10', params: { k: 10 }, done: (p, now) => p.k >= 10 && atEnd(now) },
    see: 'Over {k} candidates a look-ahead would have asked {lookahead} times, momentum decoding asked {calls} times.',
    why: 'Depth is found in the words already said, without the model. The cost is a memory of them, and a table of tolls that somebody has to choose.',
  },
  {
    id: 'strong',
    title: 'Diversity is not quality',
    answers: ['limits'],
    preset: 'momentum',
    step: 'end',
    stage: ['text', 'toll'],
    controls: ['alpha'],
    text: 'Diversity is 1 if no two, three or four words in a row come twice; here it is {diversity}. Surprise says how unlikely the model found the words: {surprise} bits a word.',
    while: (p) => inWords(p) && p.table === 'release',
    predict: { ask: 'And with five times the toll?', options: ['a better text', 'unlikelier words', 'a circle'], right: 1 },
    do: {
      say: 'Raise α to 1',
      params: { alpha: 1 },
      done: (p, now) => p.alpha >= 0.6 && atEnd(now) && now.series.surprise[now.step]! > now.series.otherSurprise[now.step]!,
    },
    see: 'Diversity is {diversity}, but a word now surprises the model by {surprise} bits, and only a share of {greedyRatio} of the picks is the likeliest.',
    why: 'So dear a toll closes good paths, too. A number that counts repetitions cannot tell whether a text makes sense.',
  },
  {
    id: 'caught',
    title: 'A toll opens no door',
    answers: ['limits'],
    preset: 'momentum',
    step: 'end',
    stage: ['graph', 'choice'],
    controls: ['k'],
    text: 'At each step the k likeliest words compete; now k = 5. The toll can only lower them, it cannot bring in another.',
    while: (p) => inWords(p) && p.alpha > 0,
    do: { say: 'Lower k to 1', params: { k: 1 }, done: (p, now) => p.k < 5 && atEnd(now) && isRound(now) },
    see: 'With k = {k} the walk goes round in {period} words again, toll or no toll.',
    why: 'Where all candidates are old words, one of them has to win. The more candidates, the more likely is a way out, and the further it may be from what the model meant.',
  },
  {
    id: 'paper',
    title: 'What the paper found',
    answers: ['found'],
    preset: 'momentum',
    step: 'end',
    stage: ['growth', 'text'],
    controls: ['steps'],
    text: 'Lan et al. had the network GPT2-XL continue beginnings of 40 tokens by 200 more, in three collections: news, Wikipedia and stories. The toll does about as well as the best rules of its time, and much faster. Here: {step} words, diversity {diversity}.',
    while: (p) => inWords(p) && p.alpha >= 0.1 && p.alpha <= 0.3 && p.k >= 5,
    predict: { ask: 'With 200 words, will the walk still find new ones?', options: ['yes', 'it gets stuck'], right: 0 },
    do: {
      say: 'Say 200 words',
      params: { steps: 200 },
      done: (p, now) => p.steps >= 150 && atEnd(now) && now.series.nodes[now.step]! > 2 * now.series.otherNodes[now.step]!,
    },
    see: 'After {step} words it has {nodes} different ones and a diversity of {diversity}; without a toll it would have {otherNodes} and {otherDiversity}.',
    why: 'Sampling leaves circles by chance and loses the thread; looking ahead costs k runs of the model a word. A toll needs neither. This small model cannot show how good the texts of a large one are.',
  },
]
