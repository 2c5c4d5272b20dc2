// A ball that falls straight down onto a floor, in closed form: in vacuum, or in air with drag proportional to the square of its speed.
// Lengths are heights of the ball's underside over the floor; any consistent units.

export interface Fall {
  /** Height from which it is released, at rest. */
  drop: number
  g: number
  /** Speed after a bounce over speed before it, 0 ≤ e < 1. At 0 the ball stays where it lands. */
  restitution: number
  /** Speed at which drag balances weight; Infinity in vacuum. */
  terminal: number
}

/** ln cosh u without overflow, and without cancellation near 0. */
const lnCosh = (u: number) => (u < 1 ? Math.log1p(2 * Math.sinh(u / 2) ** 2) : u + Math.log1p(Math.exp(-2 * u)) - Math.LN2)

/** arccosh eˣ for x ≥ 0, in the same way. */
const arcoshExp = (x: number) => x + Math.log1p(Math.sqrt(-Math.expm1(-2 * x)))

/** Time from rest through the distance `drop`: √(2h/g), with drag (v/g) arccosh exp(gh/v²). */
export const fallTime = (drop: number, g: number, terminal = Number.POSITIVE_INFINITY): number =>
  Number.isFinite(terminal) ? (terminal / g) * arcoshExp((g * drop) / terminal ** 2) : Math.sqrt((2 * drop) / g)

/** Speed after that distance. */
export const fallSpeed = (drop: number, g: number, terminal = Number.POSITIVE_INFINITY): number =>
  Number.isFinite(terminal) ? terminal * Math.sqrt(-Math.expm1((-2 * g * drop) / terminal ** 2)) : Math.sqrt(2 * g * drop)

/** Distance fallen from rest after a time. */
export const fallen = (time: number, g: number, terminal = Number.POSITIVE_INFINITY): number =>
  Number.isFinite(terminal) ? (terminal ** 2 / g) * lnCosh((g * time) / terminal) : (g * time ** 2) / 2

/** Time from a launch straight up to the top, and the height of the top. Going up, drag adds to the weight: v' = -g (1 + v²/v_t²). */
const riseTime = (speed: number, g: number, terminal: number) =>
  Number.isFinite(terminal) ? (terminal / g) * Math.atan(speed / terminal) : speed / g
const riseHeight = (speed: number, g: number, terminal: number) =>
  Number.isFinite(terminal) ? (terminal ** 2 / (2 * g)) * Math.log1p((speed / terminal) ** 2) : speed ** 2 / (2 * g)

/** Distance below the top at -time before it is reached: the way up, run backwards. */
const short = (time: number, g: number, terminal: number) =>
  Number.isFinite(terminal) ? (-(terminal ** 2) / g) * Math.log(Math.cos((g * time) / terminal)) : (g * time ** 2) / 2

const REST = 1e-7 // bounces lower than this share of the drop are over

/** Height over the floor at a time after release, through all bounces. */
export function heightAt({ drop, g, restitution, terminal }: Fall, time: number): number {
  let left = time - fallTime(drop, g, terminal)
  if (left <= 0) return Math.max(0, drop - fallen(time, g, terminal))
  let speed = restitution * fallSpeed(drop, g, terminal)
  for (let top = riseHeight(speed, g, terminal); top > REST * drop; top = riseHeight(speed, g, terminal)) {
    const up = riseTime(speed, g, terminal)
    if (left < up) return Math.max(0, top - short(up - left, g, terminal))
    const flight = up + fallTime(top, g, terminal)
    if (left < flight) return Math.max(0, top - fallen(left - up, g, terminal))
    left -= flight
    speed = restitution * fallSpeed(top, g, terminal)
  }
  return 0
}

/** Top of bounce number n = 1, 2, … in vacuum: e²ⁿ h. */
export const bounceTop = (drop: number, restitution: number, n = 1): number => drop * restitution ** (2 * n)
/** Time in the air during it: 2 eⁿ t_fall. */
export const bounceTime = (drop: number, g: number, restitution: number, n = 1): number =>
  2 * restitution ** n * fallTime(drop, g)
/** Time until the ball lies still: t_fall (1 + e)/(1 - e). Infinitely many bounces take a finite time. */
export const restTime = (drop: number, g: number, restitution: number): number =>
  (fallTime(drop, g) * (1 + restitution)) / (1 - restitution)

/**
 * Local exponent p = d ln t² / d ln h of the fall time with drag: 1 in vacuum, 2 at terminal speed. With X = gh/v_t² it is
 * 2X / (√(1 - e^(-2X)) arccosh e^X).
 */
export function timeExponent(drop: number, g: number, terminal = Number.POSITIVE_INFINITY): number {
  if (!Number.isFinite(terminal)) return 1
  const x = (g * drop) / terminal ** 2
  return (2 * x) / (Math.sqrt(-Math.expm1(-2 * x)) * arcoshExp(x))
}

/** Share of the rolling energy that goes into spin, over mR²: sliding, solid ball, hollow ball. */
export const SPIN = { slide: 0, solid: 2 / 5, hollow: 2 / 3 } as const

/** Time down an inclined plane of that length, `angle` in rad above the horizontal: t² = 2L (1 + k)/(g sin θ). */
export const rampTime = (length: number, angle: number, g: number, spin = 0): number =>
  Math.sqrt((2 * length * (1 + spin)) / (g * Math.sin(angle)))
/** The apparent gravity of a ball on a ramp, seen from the side: g sin² θ/(1 + k). */
export const rampGravity = (angle: number, g: number, spin = 0): number => (g * Math.sin(angle) ** 2) / (1 + spin)
