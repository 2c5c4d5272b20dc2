// Momentum decoding and another decoder continue the same beginning, one word each a step.
import type { Stepped } from '@/contract'
import { type Beams, type BeamWorkspace, beamsFrom, beamWorkspace, draw, nucleusSize, widen } from '@/domains/text/baselines'
import { type Language, mostProbable, rankOf } from '@/domains/text/language'
import { type Choice, choose, emptyChoice, penalty } from '@/domains/text/momentum'
import { activePeriod, circularDepth, push, restart, type Walk, walkFrom } from '@/domains/text/walk'
import { memoized } from '@/memoized'
import { type Stream, stream } from '@/numerics/random'
import { knownOf, languageOf } from './languages'
import { type Params, ruleOf } from './params'

export { type Params, params } from './params'

export const BEAMS = 4
const NUCLEUS = 0.95
const MOST_CANDIDATES = 50

export interface Runner {
  walk: Walk
  /** Depth of each token when it was picked; 0 in the prefix. */
  depths: Int8Array
  /** How many picks were the most probable word; -1 for a decoder that rewrites its text. */
  greedy: number
  /** Sum of -log2 p over the picks. */
  bits: number
  /** Evaluations of the language so far. */
  calls: number
}
export interface State {
  step: number
  momentum: Runner
  other: Runner
  beams: Beams | null
  random: Stream
}

export interface Said {
  tokens: Int16Array
  depths: Int8Array
  /** Words in the round it goes in; 0: none. */
  period: number
}
export interface Candidate {
  word: number
  p: number
  depth: number
  penalty: number
  score: number
}
export interface Frame {
  /** Length of the beginning, in tokens. */
  start: number
  unknown: readonly string[]
  momentum: Said
  other: Said
  /** Candidates for the next word, most probable first. */
  candidates: readonly Candidate[]
  /** Index of the pick among them. */
  pick: number
}

/** A language that counts how often it is asked. */
interface Asked extends Language {
  times: number
}
const askedOf = (language: Language): Asked => ({
  words: language.words,
  times: 0,
  fill(tokens, length, out) {
    this.times++
    language.fill(tokens, length, out)
  },
})

/** Workspace of a step, by language. */
interface Workspace {
  asked: Asked
  choice: Choice
  ids: Int16Array
  sorted: Float64Array
  beam: BeamWorkspace
}
const workspaceOf = memoized((language: Language): Workspace => {
  const words = language.words.length
  return {
    asked: askedOf(language),
    choice: emptyChoice(words, MOST_CANDIDATES),
    ids: new Int16Array(words),
    sorted: new Float64Array(words),
    beam: beamWorkspace(words, BEAMS),
  }
})

/** Says `word`, whose probabilities are in `p`. */
function say(runner: Runner, word: number, rank: number, p: Float64Array, p0: Params): void {
  runner.depths[runner.walk.length] = circularDepth(runner.walk, word, p0.deepest)
  if (rank === 0) runner.greedy++
  runner.bits -= Math.log2(p[word]!)
  push(runner.walk, word)
}

const others: Record<Params['against'], (s: State, p: Params, language: Language, workspace: Workspace) => void> = {
  greedy({ other }, params, language, { choice: { p }, ids }) {
    language.fill(other.walk.tokens, other.walk.length, p)
    mostProbable(p, 1, ids)
    say(other, ids[0]!, 0, p, params)
  },
  topk({ other, random }, params, language, { choice: { p }, ids }) {
    language.fill(other.walk.tokens, other.walk.length, p)
    const word = draw(p, ids, mostProbable(p, params.k, ids), random)
    say(other, word, rankOf(p, word), p, params)
  },
  nucleus({ other, random }, params, language, { choice: { p }, ids, sorted }) {
    language.fill(other.walk.tokens, other.walk.length, p)
    const word = draw(p, ids, mostProbable(p, nucleusSize(p, NUCLEUS, sorted), ids), random)
    say(other, word, rankOf(p, word), p, params)
  },
  /** The best text may change as a whole, so it is walked again. */
  beam({ other, beams }, { deepest }, language, { beam }) {
    if (beams === null) return
    widen(language, beams, beam)
    const { walk, depths } = other
    restart(walk)
    for (let k = walk.start; k < beams.length; k++) {
      depths[k] = circularDepth(walk, beams.tokens[k]!, deepest)
      push(walk, beams.tokens[k]!)
    }
    other.bits = -beams.scores[0]! / Math.LN2
  },
}

const saidBy = ({ walk, depths }: Runner): Said => ({
  tokens: walk.tokens.slice(0, walk.length),
  depths: depths.slice(0, walk.length),
  period: activePeriod(walk),
})

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    const { language, prefix } = knownOf(p)
    const runner = (isRewritten: boolean): Runner => ({
      walk: walkFrom(prefix, language.words.length, p.steps),
      depths: new Int8Array(prefix.length + p.steps),
      greedy: isRewritten ? -1 : 0,
      bits: 0,
      calls: 0,
    })
    return {
      step: 0,
      momentum: runner(false),
      other: runner(p.against === 'beam'),
      beams: p.against === 'beam' ? beamsFrom(prefix, BEAMS, p.steps) : null,
      random: stream(p.seed, p.against),
    }
  },
  step(s, p) {
    const language = languageOf(p)
    const workspace = workspaceOf(language)
    const { asked } = workspace
    s.step++
    asked.times = 0
    const word = choose(asked, s.momentum.walk, ruleOf(p), workspace.choice)
    s.momentum.calls += asked.times
    say(s.momentum, word, workspace.choice.rank, workspace.choice.p, p)
    asked.times = 0
    others[p.against](s, p, asked, workspace)
    s.other.calls += asked.times
  },
  frame(s, p) {
    const { language, unknown } = knownOf(p)
    const { choice } = workspaceOf(language)
    const rule = ruleOf(p)
    choose(language, s.momentum.walk, rule, choice)
    return {
      start: s.momentum.walk.start,
      unknown,
      momentum: saidBy(s.momentum),
      other: saidBy(s.other),
      candidates: Array.from({ length: choice.size }, (_, c) => ({
        word: choice.ids[c]!,
        p: choice.p[choice.ids[c]!]!,
        depth: choice.depths[c]!,
        penalty: penalty(rule, choice.depths[c]!),
        score: choice.scores[c]!,
      })),
      pick: choice.rank,
    }
  },
  steps: (p) => p.steps,
  dt: () => 1,
}
