import { expect, it } from 'vitest'
import { lookAhead, startLookahead } from './lookahead'
import { ACTIONS, advance, PAPER_WEIGHTS, reward, startEpisode } from './stepChoice'
import { randomScene } from './stepPolicy'

it('takes what earns most in the next interval, and leaves the game as it was', () => {
  for (const seed of [3000, 3001, 3002]) {
    const game = startEpisode(randomScene(seed))
    const trials = startLookahead(game.run)
    for (let round = 0; round < 40; round++) {
      const before = structuredClone(game)
      const chosen = lookAhead(trials, game)
      expect(game).toEqual(before)
      const earned = ACTIONS.map((mu, action) => {
        if (action < 3) return Number.NEGATIVE_INFINITY
        const copy = structuredClone(before)
        advance(copy, mu)
        return reward(copy.error, mu, copy.round, PAPER_WEIGHTS)
      })
      expect(earned[chosen]).toBe(Math.max(...earned))
      advance(game, ACTIONS[chosen]!)
    }
  }
})
