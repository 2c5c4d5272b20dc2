// One clip: three frames are shown, six are generated, one a step. The nearest cases and the law are computed here; networks, which must be trained
// first, in the maps. On the page of the training a step is a hundred updates.
import type { Stepped } from '@/contract'
import { memoized } from '@/memoized'
import { type Cases, casesOf, meanFilm, retrieve } from './learners/cases'
import { type Clip, filmOf, frameSize, shownClip } from './learners/clips'
import { continued, fitLaw, type Law, lawVelocity } from './learners/law'
import { channelsOf, type Params, stepsOf } from './params'
import { FRAMES, GENERATED, GIVEN, onRing, PIXELS, placeOf, shortest } from './world/ring'

export { type Params, params } from './params'

/** What is known of a clip without a network. */
export interface Answers {
  /** [FRAMES, channels, PIXELS]. */
  truth: Float64Array
  /** Mean of the futures of near cases, [GENERATED, channels, PIXELS]. */
  cases: Float64Array
  casesVelocity: number
  nearest: Clip
  nearestFilm: Float64Array
  /** Squared pixel distance between the given frames and those of the nearest case. */
  distance: number
  law: Law
  lawVelocity: number
  /** On the ring, [GENERATED]. */
  lawPlaces: readonly number[]
}
export interface State {
  step: number
  answers: Answers | null
}
export interface Frame {
  answers: Answers | null
}

/** Places read from the given frames, the first in ±LENGTH/2, the others near the one before. */
function placesIn(film: ArrayLike<number>, channels: 1 | 2, at = 0): number[] {
  const both = new Float64Array(PIXELS)
  const places: number[] = []
  for (let f = 0; f < GIVEN; f++) {
    for (let j = 0; j < PIXELS; j++) {
      const from = at + f * frameSize(channels) + j
      both[j] = film[from]! + (channels === 2 ? film[from + PIXELS]! : 0)
    }
    const place = placeOf(both)
    places.push(f === 0 ? place : places[f - 1]! + shortest(place - places[f - 1]!))
  }
  return places
}
const FITTED = 200 // clips from which the law is fitted
export const lawOf = memoized(({ clips, channels, shown }: Cases): Law => {
  const size = GIVEN * frameSize(channels)
  return fitLaw(Array.from({ length: Math.min(FITTED, clips.length) }, (_, n) => placesIn(shown, channels, n * size)).flat())
})

function answersTo(p: Params): Answers {
  const [clip, channels, cases] = [shownClip(p), channelsOf(p), casesOf(p)]
  const truth = filmOf(clip, channels, FRAMES)
  const given = truth.subarray(0, GIVEN * frameSize(channels))
  const found = retrieve(cases, given, p.noise)
  const nearest = cases.clips[found.nearest]!
  const law = lawOf(cases)
  const [, second, third] = placesIn(given, channels)
  return {
    truth,
    cases: meanFilm(cases, found.weights),
    casesVelocity: found.velocity,
    nearest,
    nearestFilm: filmOf(nearest, channels, FRAMES),
    distance: found.distance,
    law,
    lawVelocity: lawVelocity(law, second!, third!, GENERATED),
    lawPlaces: continued(law, second!, third!, GENERATED).map(onRing),
  }
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init: (p) => ({ step: 0, answers: p.tab === 'film' ? answersTo(p) : null }),
  step(s) {
    s.step++
  },
  frame: ({ answers }) => ({ answers }),
  steps: stepsOf,
  dt: () => 1,
  pace: (p) => (p.tab === 'film' ? 3 : Math.max(1, stepsOf(p)) / 6),
}
