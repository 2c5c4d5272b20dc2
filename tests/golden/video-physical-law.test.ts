import { casesFrom, meanFilm, retrieve } from '~demos/video-physical-law/learners/cases'
import { type Clip, filmOf } from '~demos/video-physical-law/learners/clips'
import { PRINTED } from '~demos/video-physical-law/paper'
import { collided, thrown } from '~demos/video-physical-law/world/motions'
import { LARGE, pixelDistances, SMALL } from '~demos/video-physical-law/world/pixelDistance'
import { GIVEN, INTERVAL, PIXELS, paint, placeOf, radiusOf } from '~demos/video-physical-law/world/ring'
import { casesOf, expectNear, type Golden, it, numbersIn, testGolden } from './load'

interface Render {
  x: number
  r: number
  pixels: number[]
  position: number
  radius: number
}
interface Elastic {
  v1: number
  v2: number
  r1: number
  r2: number
  v1_after: number
  v2_after: number
}
interface Parabola {
  x0: number
  y0: number
  v: number
  samples: number[][]
}
interface Distances {
  r: number
  dv: number
  color_flip: number
  size_07_to_14: number
  velocity: number
  shape_disc_to_square: number
}
interface Query {
  x: number
  v: number
  r: number
  d2: number[]
  h: number
  weights: number[]
  v_mean: number
  nearest: number
  next_frame: number[]
}
interface Kernel {
  train_x_v_r: number[][]
  dt: number
  queries: Query[]
}
interface Printed {
  DiT_S_30K_ID: number
  DiT_L_3M_ID: number
  ground_truth_video_floor: number
  DiT_L_3M_OOD: number
  DiT_B_OOD_30K_300K_3M: number[]
  combinatorial_abnormal_ratio: Record<string, string>
}
const within = (golden: Golden) => ({ abs: golden.constant<number>('tolerance') })

testGolden('video-physical-law', {
  constants: ['how', 'tolerance'],
  tolerances: { others: 1e-9 },
  sections: {
    render(content, golden) {
      for (const [name, one] of casesOf<Render>(content))
        it(`${name}: x ${one.x}, r ${one.r}`, () => {
          const pixels = new Float64Array(PIXELS)
          paint(one.x, one.r, pixels)
          expectNear(pixels, one.pixels, within(golden), 'pixels')
          expectNear(placeOf(pixels), one.position, within(golden), 'position')
          expectNear(radiusOf(pixels), one.radius, within(golden), 'radius')
        })
    },
    elastic(content, golden) {
      for (const [name, { v1, v2, r1, r2, ...one }] of casesOf<Elastic>(content))
        it(`${name}: ${v1} against ${v2}`, () =>
          expectNear(collided(v1, v2, r1, r2), [one.v1_after, one.v2_after], within(golden), 'velocities'))
    },
    parabola(content, golden) {
      for (const [name, { x0, y0, v, samples }] of casesOf<Parabola>(content))
        it(`${name}: v ${v}`, () => expectNear(thrown(x0, y0, v, samples.length), samples, within(golden), 'places'))
    },
    pixel_distance(content, golden) {
      for (const [name, one] of casesOf<Distances>(content))
        it(`${name}: r ${one.r}, Δv ${one.dv}`, () => {
          const found = pixelDistances(one.r, one.dv)
          expectNear([SMALL, LARGE], [0.7, 1.4], {}, 'sizes')
          expectNear(
            [found.colour, found.size, found.velocity, found.shape],
            [one.color_flip, one.size_07_to_14, one.velocity, one.shape_disc_to_square],
            within(golden),
            'distances',
          )
        })
    },
    kernel(content, golden) {
      const { train_x_v_r: train, dt, queries } = content as Kernel
      // clips move by v dt a frame, whatever the interval of the demo
      const clip = ([x, v, r]: readonly number[]): Clip => ({ x: x!, v: (v! * dt) / INTERVAL, r: r!, channel: 0 })
      for (const [name, one] of casesOf<Query>(queries))
        it(`${name}: v ${one.v}, h ${one.h}`, () => {
          const cases = casesFrom(train.map(clip), 1)
          const shown = filmOf(clip([one.x, one.v, one.r]), 1, GIVEN)
          const found = retrieve(cases, shown, one.h)
          expectNear(found.weights, one.weights, { rel: golden.constant<number>('tolerance') }, 'weights')
          expectNear((found.velocity * INTERVAL) / dt, one.v_mean, within(golden), 'mean velocity')
          expectNear(found.nearest, one.nearest, {}, 'nearest')
          expectNear(found.distance, Math.min(...one.d2), within(golden), 'its distance')
          const squares = cases.clips.map((_, n) => retrieve(casesFrom([cases.clips[n]!], 1), shown, one.h).distance)
          expectNear(squares, one.d2, within(golden), 'distances')
          expectNear(meanFilm(cases, found.weights, GIVEN, GIVEN + 1), one.next_frame, within(golden), 'next frame')
        })
    },
    paper_numbers(content) {
      const one = content as Printed
      it('the numbers of the paper', () => {
        expectNear(PRINTED.withinSmall, one.DiT_S_30K_ID, {}, 'DiT-S within')
        expectNear(PRINTED.withinLarge, one.DiT_L_3M_ID, {}, 'DiT-L within')
        expectNear(PRINTED.measuring, one.ground_truth_video_floor, {}, 'measuring')
        expectNear(PRINTED.beyondLarge, one.DiT_L_3M_OOD, {}, 'DiT-L beyond')
        expectNear(PRINTED.beyondByClips, one.DiT_B_OOD_30K_300K_3M, {}, 'DiT-B beyond')
        const wrong = Object.entries(one.combinatorial_abnormal_ratio).map(([kinds, text]) => [
          numbersIn(kinds)[0],
          numbersIn(text),
        ])
        expectNear(Object.fromEntries(wrong), PRINTED.wrong, {}, 'wrong films')
      })
    },
  },
})
