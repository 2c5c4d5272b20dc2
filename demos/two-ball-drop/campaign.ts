// 113 clips at once: each scene filmed by our own camera and read by the published tracker, or drawn from a generator's stand-in.
import { hasLanded } from '@/domains/dynamics/dropTracker'
import { fallTime, heightAt } from '@/domains/dynamics/fall'
import { heightInRow, rowOf } from '@/domains/dynamics/pinhole'
import { type Cloud, type CloudFit, fitCloud } from '@/domains/dynamics/timingRatio'
import { memoized } from '@/memoized'
import { normal, stream } from '@/numerics/random'
import { mean, median, variation } from '@/numerics/regression'
import { type Generator, isGenerator, PRINTED, RULES, type Rule, spreadOf } from './makers'
import type { Params } from './params'
import { benchmarkCamera, type ClipScene, clipScenes } from './scenes'
import { freeFall, lensOf, reading, shownLength, timeOf } from './world'

export interface Campaign {
  /** Null if a generator's points are not known. */
  cloud: Cloud | null
  fit: CloudFit | null
  /** g as read from single balls, m/s², at playback speed 1; empty if it was not published. */
  readings: Float64Array
  /** Clips without a usable drop frame. */
  missed: number
}

const MOST = 6000 // frames
const FAR_OUT = 7 // the noise never goes farther, in standard deviations

interface Reading {
  /** Drop frame; -1: none. */
  frame: number
  /** Rows from release to the drop frame, px. */
  seen: number
  /** The drop in the viewer's metres. */
  drop: number
}

/** One ball of one clip through the tracker. Frames in which it is certainly above the line are skipped. */
function readBall(p: Params, scene: ClipScene, index: 0 | 1, seed: number): Reading {
  const { camera: level, distance: first } = benchmarkCamera(scene)
  const camera = lensOf(p, level.height)
  const distance = first + (index === 1 ? p.offset : 0)
  const fall = freeFall(p, scene.drops[index])
  const noise = stream(seed, index === 0 ? 'first' : 'second')
  const rowAt = (i: number) =>
    rowOf(camera, distance, heightAt(fall, i / p.fps) + scene.radius) + (p.noise > 0 ? p.noise * normal(noise) : 0)
  const line = rowOf(camera, first, scene.line)
  const above = fall.drop + scene.radius - heightInRow(camera, distance, line - FAR_OUT * p.noise)
  const start = Math.floor(fallTime(Math.max(0, above), fall.g, fall.terminal) * p.fps)
  const last = Math.min(timeOf(fall) * p.fps + 3, start + MOST)
  const release = rowAt(0)
  let before = start > 0 ? rowAt(start) : release
  let [frame, seen] = [-1, Number.NaN]
  for (let i = start + 1; i <= last && frame < 0; i++) {
    const row = rowAt(i)
    if (hasLanded(row, before, line)) [frame, seen] = [i - 1, before - release]
    before = row
  }
  const contact = rowOf(camera, distance, scene.radius) - rowOf(camera, distance, fall.drop + scene.radius)
  return { frame, seen, drop: shownLength(contact, first) }
}

/** Scenes filmed and read; a clip counts if both drop frames are found, after frame 0. */
export function filmed(p: Params, scenes: readonly ClipScene[]): Campaign {
  const [times, heights, readings]: [number[], number[], number[]] = [[], [], []]
  for (const [number, scene] of scenes.entries()) {
    const [one, two] = [0, 1].map((index) => readBall(p, scene, index as 0 | 1, p.seed * 1000 + number)) as [Reading, Reading]
    const ratio = one.seen / two.seen
    if (!(one.frame > 0 && two.frame > 0 && ratio > 0)) continue
    times.push((one.frame / two.frame) ** 2)
    heights.push(ratio)
    for (const { frame, drop } of [one, two]) readings.push(reading(drop, frame, { ...p, alpha: 1 }))
  }
  const cloud = { times: Float64Array.from(times), heights: Float64Array.from(heights) }
  return { cloud, fit: fitCloud(cloud), readings: Float64Array.from(readings), missed: scenes.length - times.length }
}

/** Points that follow a rule with scatter, for the height ratios of the scenes. */
export function ruled({ p, scatter }: Rule, scenes: readonly ClipScene[], seed: number): Cloud {
  const s = stream(seed, 'scatter')
  const heights = Float64Array.from(scenes, ({ drops: [first, second] }) => first / second)
  return { heights, times: heights.map((ratio) => Math.exp(p * Math.log(ratio) + scatter * normal(s))) }
}

const SEEDS = 4 // the table's means are over four seeds of every clip

/** Readings of a stand-in. */
export function drawnReadings(generator: Generator, count: number, seed: number): Float64Array {
  const s = stream(seed, `readings of ${generator}`)
  const { low, high } = PRINTED[generator]
  const spread = spreadOf(generator)
  return Float64Array.from({ length: count }, () =>
    spread.kind === 'normal'
      ? Math.min(Math.max(spread.mean + spread.sigma * normal(s), low), high)
      : spread.median * Math.exp(spread.sigma * normal(s)),
  )
}

function make(p: Params): Campaign {
  const scenes = clipScenes(p.seed)
  if (p.maker === 'earth') return filmed(p, scenes)
  const rule = isGenerator(p.maker) ? RULES[p.maker] : { p: p.p, scatter: p.scatter }
  const cloud = rule ? ruled(rule, scenes, p.seed) : null
  return {
    cloud,
    fit: cloud && fitCloud(cloud),
    readings: isGenerator(p.maker) ? drawnReadings(p.maker, SEEDS * scenes.length, p.seed) : new Float64Array(0),
    missed: 0,
  }
}

const WORLD = ['g', 'size', 'fps', 'label', 'focal', 'noise', 'pitch', 'offset', 'air', 'terminal', 'bounce'] as const
const keyOf = (p: Params): string =>
  JSON.stringify([
    p.maker,
    p.seed,
    ...(p.maker === 'earth' ? WORLD.map((key) => p[key]) : []),
    ...(p.maker === 'own' ? [p.p, p.scatter] : []),
  ])
const byKey = new Map<string, Campaign>() // parameters without effect here cause no new computation
const KEPT = 4

/** All clips of these parameters: some 2 to 5 ms if they are filmed. */
export const campaignOf = memoized((p: Params): Campaign => {
  const key = keyOf(p)
  const campaign = byKey.get(key) ?? make(p)
  byKey.delete(key)
  byKey.set(key, campaign) // the newest last
  for (const oldest of byKey.keys()) if (byKey.size > KEPT) byKey.delete(oldest)
  return campaign
})

/** Summary of the readings as played: α² multiplies all of them, so the relative spread does not change. */
export interface Summary {
  mean: number
  median: number
  variation: number
}
export const summaryOf = memoized((p: Params): Summary | null => {
  const played = campaignOf(p).readings.map((g) => g * p.alpha ** 2)
  const made = played.length === 0 ? null : { mean: mean(played), median: median(played), variation: variation(played) }
  return made
})
