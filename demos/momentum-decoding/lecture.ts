// The lecture path of the card.
import type { LectureStep } from '@/contract'
import type { Params } from './params'
import type { presets } from './presets'

type Step = LectureStep<Params, keyof typeof presets & string, 'graph' | 'choice' | 'toll' | 'text' | 'growth' | 'matrix'>

export const lecture: readonly Step[] = [
  {
    id: 'circle',
    title: 'Round and round',
    view: 'graph',
    preset: 'down',
    step: 12,
    text: 'Always the likeliest word. After “down” the likeliest is a comma, after “down ,” it is “down”. The walk bounces between two places, and nothing in the rule can end it.',
    ask: 'Press play. Will a new word ever come?',
  },
  {
    id: 'flat',
    title: 'A graph that stopped growing',
    view: 'growth',
    preset: 'down',
    step: 'end',
    text: 'After {step} words the graph has {nodes} places and {edges} arrows, and it will have no more. The diversity is {diversity} and falls towards 0.',
    ask: 'Type another beginning. How long until its line goes flat?',
  },
  {
    id: 'leave',
    title: 'A toll on old paths',
    view: 'graph',
    preset: 'momentum',
    step: 24,
    text: 'Now an old word costs something, and more the longer the path to it has been walked before. The vermilion walk comes back to “down” once and leaves; greedy, in blue, is still there.',
    ask: 'How many of the picks are still the likeliest word? (So far {greedyRatio}.)',
  },
  {
    id: 'exit',
    title: 'The step that leaves',
    view: 'choice',
    preset: 'momentum',
    step: 2,
    text: 'A comma would be the second “down ,”: depth 2. The full stop is new: depth 0. Hatched is what the toll takes, and $p_1 - \\alpha f(d_1) < p_2 - \\alpha f(d_2)$: the second likeliest wins.',
    ask: 'Down to which α does it still win?',
  },
  {
    id: 'low',
    title: 'Short repetitions are natural',
    view: 'text',
    preset: 'momentum',
    params: { table: 'own', f1: 0, f2: 0, f3: 4, f4: 5, f5: 5 },
    step: 'end',
    text: 'Here old words and old pairs are free, such as “in the” or “of the”. The share of likeliest words rises to {greedyRatio}, and the circle is still broken, one round later.',
    ask: 'Drag f(3) down too. When does the walk get caught again?',
  },
  {
    id: 'strong',
    title: 'Diversity is not quality',
    view: 'text',
    preset: 'strong',
    step: 'end',
    text: 'At α = {alpha} nothing is repeated: diversity {diversity}. But only {greedyRatio} of the picks are the likeliest, and a word now surprises the model by {surprise} bits instead of 1.47.',
    ask: 'Read both texts aloud. Which measure would notice?',
  },
  {
    id: 'hand',
    title: 'On paper',
    view: 'matrix',
    preset: 'hand',
    step: 3,
    text: 'Six states and their chances. After A, B, C, A the best next state is B with 0.6, but the pair A, B is old: $0.6 - 0.25\\cdot 3 = -0.15$. C is old too, but A, C is a new pair: $0.2 - 0.25 = -0.05$.',
    ask: 'At α = 0.2 both come to 0. Who should win then, and why does a computer say C?',
  },
]
