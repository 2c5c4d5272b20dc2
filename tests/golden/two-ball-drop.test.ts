import { expect } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { dropFrame } from '@/domains/dynamics/dropTracker'
import {
  bounceTime,
  bounceTop,
  type Fall,
  fallen,
  fallTime,
  heightAt,
  rampTime,
  restTime,
  SPIN,
  timeExponent,
} from '@/domains/dynamics/fall'
import { type Pinhole, rowOf } from '@/domains/dynamics/pinhole'
import { dilutedSlope, fitCloud } from '@/domains/dynamics/timingRatio'
import { mean, median } from '@/numerics/regression'
import { filmed } from '~demos/two-ball-drop/campaign'
import { type Generator, PRINTED, RULES } from '~demos/two-ball-drop/makers'
import { model, params } from '~demos/two-ball-drop/model'
import { benchmarkCamera, type ClipScene } from '~demos/two-ball-drop/scenes'
import { casesOf, expectNear, type Golden, it, testGolden } from './load'

const CENTRE = 640 // row of the optical axis
interface Tolerance {
  closed_forms: number
  pixel_tracks: number
  model_vs_benchmark_pixels: number
  regression: number
}
const tolerance = (golden: Golden) => golden.constant<Tolerance>('tolerance')
const cameraOf = (golden: Golden, height: number, pitch = 0): Pinhole => ({
  focal: golden.constant<number>('f_pixels'),
  centre: CENTRE,
  height,
  pitch: (pitch * Math.PI) / 180,
})
const vacuum = (drop: number, g: number, restitution = 0): Fall => ({ drop, g, restitution, terminal: Number.POSITIVE_INFINITY })

/** Names on the project page → stand-ins here. */
const GENERATORS: Readonly<Record<string, Generator>> = {
  'Cosmos 2B': 'cosmos2',
  'Cosmos-2B': 'cosmos2',
  'Cosmos 14B': 'cosmos14',
  'Cosmos-14B': 'cosmos14',
  Hunyuan: 'hunyuan',
  Veo3: 'veo3',
  'Wan 5B': 'wan5',
  'Wan2.2-5B': 'wan5',
  'Wan 14B': 'wan14',
  'Wan2.2-14B': 'wan14',
  'Gravity Adapter 5B': 'adapter5',
  'Wan2.2-5B+GA': 'adapter5',
  'Gravity Adapter 14B': 'adapter14',
  'Wan2.2-14B+GA': 'adapter14',
}
/** Cases are under `rows`, beside a note. */
const rowsOf = <T>(content: unknown): [string, T][] => casesOf<T>((content as { rows: object }).rows)

interface BenchmarkCase {
  bench_sample: number
  h1: number // of the centre, as everywhere in this file
  h2: number
  radius: number
  z_cam: number
  depth: number
  y1_model: number
  y2_model: number
  y1_bench: number
  y2_bench: number
  ground_threshold_y: number
}
interface TrackCase extends Omit<BenchmarkCase, 'y1_model' | 'y2_model' | 'y1_bench' | 'y2_bench' | 'ground_threshold_y'> {
  g: number
  restitution: number
  fps: number
  speed: number
  threshold_y: number
  y_contact: number
  y1: number[]
  y2: number[]
  drop_frame1: number | null
  drop_frame2: number | null
  t_true1: number
  t_true2: number
  [name: string]: unknown
}
interface CampaignCase {
  g: number
  fps: number
  restitution: number
  valid_scenes: number
  ols_slope_h_on_t: number
  exponent_p_through_origin: number
  rms_log_residual: number
  g_eff_mean: number
  g_eff_median: number
}

testGolden('two-ball-drop', {
  constants: ['how', 'tolerance', 'f_pixels'],
  tolerances: { pinhole_benchmark: 1e-5, estimator_tracks: 1e-5, others: 1e-9 },
  unread: {
    'bench_scenes.rows.*.0': 'the name of a scene',
    'estimator_tracks.*.bench_sample': 'likewise',
    'estimator_tracks.*.threshold_y': 'a line between the rows of two frames may lie elsewhere between them',
    'regression_dilution.0.sigma_ln_h': 'balls that obey the test have slope 1, whatever their heights',
    'pinhole_benchmark.*.bench_sample': 'likewise; where the scene is known its numbers are compared',
    'bench_scenes.rows.*.6': 'a line between the rows of two frames may lie elsewhere between them',
    'digitised_points.rows.*': 'read off a picture with dots missing; the slope of all is compared to a tenth',
    'newton_campaign.*.seconds': 'all balls lie before the film ends',
  },
  sections: {
    pinhole_benchmark(content, golden) {
      const within = tolerance(golden)
      for (const [name, one] of casesOf<BenchmarkCase>(content)) {
        it(`${name}: scene ${one.bench_sample}`, () => {
          const rows = [one.h1, one.h2].map((z) => rowOf(cameraOf(golden, one.z_cam), one.depth, z))
          expectNear(rows, [one.y1_model, one.y2_model], { abs: within.pixel_tracks }, 'model')
          expectNear(rows, [one.y1_bench, one.y2_bench], { abs: within.model_vs_benchmark_pixels }, 'benchmark')
          const { camera, distance } = benchmarkCamera({ drops: [one.h1 - one.radius, one.h2 - one.radius], radius: one.radius })
          expectNear([camera.height, distance], [one.z_cam, one.depth], { rel: within.closed_forms }, 'camera')
          const { rows: scenes } = golden.constant<{ rows: number[][] }>('bench_scenes')
          const scene = scenes.find(([sample]) => sample === one.bench_sample)
          const { h1, h2, radius, z_cam, depth, ground_threshold_y } = one
          if (scene) expect([one.bench_sample, h1, h2, radius, z_cam, depth, ground_threshold_y]).toEqual(scene)
          else expect(ground_threshold_y).toBeLessThan(rowOf(cameraOf(golden, z_cam), depth, radius))
        })
      }
    },

    estimator_tracks(content, golden) {
      const { closed_forms: rel, pixel_tracks: abs } = tolerance(golden)
      for (const [name, one] of casesOf<TrackCase>(content)) {
        it(`${name}: scene ${one.bench_sample}, g = ${one.g}, ${one.fps} frames a second, line at ${one.threshold_y}`, () => {
          const camera = cameraOf(golden, one.z_cam)
          expectNear(rowOf(camera, one.depth, one.radius), one.y_contact, { abs }, 'contact')
          const found = ([1, 2] as const).map((ball) => {
            const drop = (ball === 1 ? one.h1 : one.h2) - one.radius
            const fall = vacuum(drop, one.g, one.restitution)
            const rows = (ball === 1 ? one.y1 : one.y2).map((_, i) =>
              rowOf(camera, one.depth, heightAt(fall, (i / one.fps) * one.speed) + one.radius),
            )
            expectNear(rows, one[`y${ball}`], { abs }, `rows of ball ${ball}`)
            expectNear(fallTime(drop, one.g) / one.speed, one[`t_true${ball}`], { rel }, `fall time of ball ${ball}`)
            const frame = dropFrame(rows, one.threshold_y)
            expect(frame < 0 ? null : frame, `drop frame of ball ${ball}`).toBe(one[`drop_frame${ball}`])
            if (frame < 0) return null
            const time = frame / one.fps
            const seen = rows[frame]! - rows[0]!
            expectNear([time, seen], [one[`t${ball}`], one[`hpx${ball}`]], { abs }, `reading of ball ${ball}`)
            if (one[`g_eff${ball}`] !== undefined)
              expectNear((2 * drop) / time ** 2, one[`g_eff${ball}`], { rel }, `g of ball ${ball}`)
            return { time, seen }
          })
          const [first, second] = found
          if (!first || !second) return
          const drops = [one.h1 - one.radius, one.h2 - one.radius] as const
          expectNear(first.seen / second.seen, one.h_ratio, { rel: 1e-7 }, 'h ratio') // its rows are given to 1e-6 px
          expectNear((first.time / second.time) ** 2, one.t_ratio, { rel }, 't ratio')
          expectNear(drops[0] / drops[1], one.h_ratio_true, { rel }, 'true h ratio')
        })
      }
    },

    drag(content, golden) {
      const rel = tolerance(golden).closed_forms
      for (const [name, one] of casesOf<{ h: number; v_t: number; g: number } & Record<string, number>>(content)) {
        it(`${name}: ${one.h} m at most at ${one.v_t} m/s`, () => {
          const time = fallTime(one.h, one.g, one.v_t)
          expectNear(time, one.t, { rel }, 'time')
          expectNear(fallTime(one.h, one.g), one.t_vacuum, { rel }, 'time in vacuum')
          expectNear(timeExponent(one.h, one.g, one.v_t), one.local_exponent_p, { rel }, 'exponent')
          expectNear(fallen(time, one.g, one.v_t), one.h, { rel }, 'way after that time')
        })
      }
    },

    pitched_camera(content, golden) {
      const rel = tolerance(golden).closed_forms
      for (const [name, one] of casesOf<
        Record<'h1' | 'h2' | 'radius' | 'z_cam' | 'depth' | 'pitch_down_deg' | 'f', number> & object
      >(content)) {
        it(`${name}: ${one.pitch_down_deg}° down`, () => {
          const camera = { ...cameraOf(golden, one.z_cam, one.pitch_down_deg), focal: one.f }
          const [first, second, contact] = [one.h1, one.h2, one.radius].map((z) => rowOf(camera, one.depth, z)) as [
            number,
            number,
            number,
          ]
          expectNear(
            {
              y1: first,
              y2: second,
              y_contact: contact,
              pixel_height_ratio: (contact - first) / (contact - second),
              true_drop_ratio: (one.h1 - one.radius) / (one.h2 - one.radius),
            },
            Object.fromEntries(
              Object.entries(one).filter(([key]) =>
                ['y1', 'y2', 'y_contact', 'pixel_height_ratio', 'true_drop_ratio'].includes(key),
              ),
            ),
            { rel },
            'seen',
          )
        })
      }
    },

    inclined_plane(content, golden) {
      const rel = tolerance(golden).closed_forms
      const G = 9.81
      for (const [name, one] of casesOf<Record<string, number>>(content)) {
        it(`${name}: ${one.L1} m at ${one.angle1_deg}°, ${one.L2} m at ${one.angle2_deg}°`, () => {
          const time = (ball: 1 | 2, spin: number) =>
            rampTime(one[`L${ball}`]!, (one[`angle${ball}_deg`]! * Math.PI) / 180, G, spin)
          expectNear(
            {
              t1_slide: time(1, SPIN.slide),
              t2_slide: time(2, SPIN.slide),
              t1_roll: time(1, SPIN.solid),
              t2_roll: time(2, SPIN.solid),
              t2_ratio: (time(1, SPIN.solid) / time(2, SPIN.solid)) ** 2,
            },
            Object.fromEntries(Object.entries(one).filter(([key]) => key.startsWith('t'))),
            { rel },
            'times',
          )
        })
      }
    },

    bounce(content, golden) {
      const rel = tolerance(golden).closed_forms
      for (const [name, one] of casesOf<Record<'H' | 'e' | 'g', number> & Record<string, number>>(content)) {
        it(`${name}: ${one.H} m, e = ${one.e}`, () => {
          const { H, e, g } = one
          const [time, top, air] = [fallTime(H, g), bounceTop(H, e), bounceTime(H, g, e)]
          expectNear([time, air, top], [one.t_fall, one.bounce_air_time_1, one.bounce_apex_1], { rel }, 'first bounce')
          expectNear(restTime(H, g, e), one.T_total_to_rest, { rel }, 'time to rest')
          const fall = vacuum(H, g, e)
          const seenTop = heightAt(fall, time + air / 2)
          expectNear(Math.sqrt(seenTop / H), one.e_from_height, { rel }, 'e from height')
          expectNear(air / (2 * time), one.e_from_time, { rel }, 'e from time')
          expect(heightAt(fall, time + air)).toBeLessThan(1e-9 * H)
        })
      }
    },

    regression(content, golden) {
      const abs = tolerance(golden).regression
      const isCase = (one: object) => 't2_ratio' in one
      for (const [name, one] of casesOf<{ t2_ratio: number[]; h_ratio: number[] } & Record<string, unknown>>(content, isCase)) {
        it(name, () => {
          const fit = fitCloud({ times: Float64Array.from(one.t2_ratio), heights: Float64Array.from(one.h_ratio) })
          const found: Record<string, number> = {
            ols_slope_h_on_t: fit.slope,
            ols_intercept: fit.intercept,
            exponent_p_through_origin: fit.exponent,
            exponent_free: fit.freeExponent,
            exponent_free_intercept: Math.log(fit.freeFactor),
            rms_log_residual: fit.scatter,
          }
          for (const [key, value] of Object.entries(found)) if (key in one) expectNear(value, one[key], { abs }, key)
        })
      }
    },

    regression_dilution(content, golden) {
      const rel = tolerance(golden).closed_forms
      for (const [name, one] of casesOf<Record<'sigma_ln_h' | 'p' | 'sigma_noise' | 'population_ols_slope_h_on_t2', number>>(
        content,
      )) {
        it(`${name}: σ = ${one.sigma_ln_h}, p = ${one.p}, s = ${one.sigma_noise}`, () => {
          expectNear(dilutedSlope(one.sigma_ln_h, one.p, one.sigma_noise), one.population_ols_slope_h_on_t2, { rel })
        })
      }
    },

    paper_table(content) {
      for (const [name, [average, middle, low, high]] of rowsOf<[number, number, number, number]>(content)) {
        const generator = GENERATORS[name]
        it(`${name}: mean ${average}, from ${low} to ${high}`, () => {
          expect(generator, `no stand-in is called ${name}`).toBeDefined()
          expect(PRINTED[generator as Generator]).toMatchObject({ mean: average, median: middle, low, high })
        })
      }
    },

    paper_slopes(content) {
      for (const [name, slope] of rowsOf<number>(content)) {
        const generator = GENERATORS[name]
        it(name, () => {
          expect(generator, `no stand-in is called ${name}`).toBeDefined()
          expect(PRINTED[generator as Generator].slope).toBe(slope)
        })
      }
    },

    digitised_points(content, golden) {
      const printed = golden.constant<{ rows: Record<string, number> }>('paper_slopes').rows
      for (const [name, points] of rowsOf<[number, number][]>(content)) {
        const generator = GENERATORS[name]
        it(`${name}: ${points.length} points`, () => {
          const fit = fitCloud({ times: Float64Array.from(points, ([t]) => t), heights: Float64Array.from(points, ([, h]) => h) })
          expectNear(fit.slope, printed[name], { abs: 0.1 }, 'slope') // as the file says of the panels it gives
          const rule = generator && RULES[generator]
          if (!rule) return
          // p and s are between the fit through (1, 1) and the fit with a free factor, p rounded to a tenth.
          const [from, to] = [Math.min(fit.exponent, fit.freeExponent), Math.max(fit.exponent, fit.freeExponent)]
          expect(rule.p).toBeGreaterThan(from - 0.05)
          expect(rule.p).toBeLessThan(to + 0.05)
          expectNear(rule.scatter, fit.scatter, { abs: 0.07 }, 'scatter')
        })
      }
    },

    bench_scenes(content, golden) {
      const { closed_forms: rel } = tolerance(golden)
      const { rows } = content as { rows: number[][] }
      for (const row of rows) {
        const [sample, h1, h2, radius, height, depth, line] = row as [number, number, number, number, number, number, number]
        it(`scene ${sample}`, () => {
          const { camera, distance } = benchmarkCamera({ drops: [h1 - radius, h2 - radius], radius })
          expectNear([camera.height, distance], [height, depth], { rel }, 'camera')
          const contact = rowOf(camera, distance, radius)
          expect(line).toBeLessThan(contact)
          for (const z of [h1, h2]) {
            const drop = z - radius
            const rows = Array.from({ length: 120 }, (_, i) =>
              rowOf(camera, distance, heightAt(vacuum(drop, 9.81, 0.6), i / 24) + radius),
            )
            const frame = dropFrame(rows, line)
            expect(Math.abs(frame - 24 * fallTime(drop, 9.81))).toBeLessThan(1) // must hold, 2
          }
        })
      }
    },

    newton_campaign(content, golden) {
      const abs = tolerance(golden).regression
      const { rows } = golden.constant<{ rows: number[][] }>('bench_scenes')
      const scenes = rows.map((row): ClipScene => {
        const [, h1, h2, radius, height, depth, line] = row as [number, number, number, number, number, number, number]
        const focal = golden.constant<number>('f_pixels')
        return { drops: [h1 - radius, h2 - radius], radius, line: height - ((line - CENTRE) * depth) / focal }
      })
      for (const [name, one] of casesOf<CampaignCase>(content)) {
        it(`${name}: g = ${one.g}, ${one.fps} frames a second`, () => {
          const p = merge(params, defaultsOf(params), {
            g: one.g,
            fps: one.fps,
            bounce: one.restitution,
            noise: 0,
            label: 'honest',
          })
          expect(p).toMatchObject({ g: one.g, fps: one.fps, bounce: one.restitution })
          const { fit, readings, missed } = filmed(p, scenes)
          expect(scenes.length - missed).toBe(one.valid_scenes)
          expectNear(
            [fit?.slope, fit?.exponent, fit?.scatter, mean(readings), median(readings)],
            [one.ols_slope_h_on_t, one.exponent_p_through_origin, one.rms_log_residual, one.g_eff_mean, one.g_eff_median],
            { abs },
            'slope, exponent, scatter, mean and median of g',
          )
        })
      }
    },
  },
})

it('two-ball-drop: the demo’s own run has the drop frames of scene 64', () => {
  const [h1, h2] = [2.358477669058058 - 0.11, 1.0545651693441132 - 0.11]
  const p = merge(params, defaultsOf(params), { h1, h2, camera: [5.424498638833533, 1.179238834529029], noise: 0, line: 0.7 })
  const state = model.init(p)
  for (let k = 0; k < model.steps(p); k++) model.step(state, p)
  expect(state.tracks.map((track) => track.drop)).toEqual([16, 11])
})
