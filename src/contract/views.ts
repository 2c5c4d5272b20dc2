// How a view is drawn. Views are pure functions of a scene, in window coordinates with y upwards; the host maps them to pixels.
import type { ComponentType, ReactNode } from 'react'
import type { Demo, Progress } from './demo'
import type { ParamsOf, Point, Schema } from './schema'

/** Ranges of both axes: [[left, right], [bottom, top]]. */
export type Window = readonly [x: Point, y: Point]

/** Colours by meaning, the same for all demos. */
export interface Palette {
  name: 'light' | 'dark' | 'projector' | 'contrast'
  paper: string
  raised: string
  ink: string
  soft: string
  faint: string
  line: string
  grid: string
  /** The paper's method, the baseline, a second and a third one. */
  method: string
  base: string
  base2: string
  base3: string
  good: string
  /** Colour ramp of fields, low to high. */
  field: readonly [string, string, string, string]
  /** Factor for the widths of lines and marks. */
  weight: number
  /** Size of letters relative to the page. */
  text: number
}

/** All that a picture depends on. */
export interface Scene<P, F, R extends string, W extends string, M> {
  readonly params: P
  readonly frame: F
  readonly step: number
  /** Last recorded step; the future up to it may be drawn pale. */
  readonly last: number
  /** Length of the whole run. */
  readonly steps: number
  readonly dt: number
  readonly series: Readonly<Record<R, Float64Array>>
  readonly maps: { readonly [K in keyof M]?: Progress<M[K]> }
  readonly words: Readonly<Record<W, string>>
  readonly palette: Palette
  /** A number in the visitor's language, with this many significant digits. */
  readonly format: (value: number, digits?: number) => string
}
export type SceneOf<D> =
  D extends Demo<infer T extends Schema, infer _S, infer F, infer R, infer _N, infer _V, infer W, infer M>
    ? Scene<ParamsOf<T>, F, R, W, M>
    : never

export interface Axis {
  /** Of a y axis: no wider than its numbers, four or five letters. */
  title?: string
  /** `log10`: coordinates are exponents, ticks read as powers of ten. */
  scale?: 'linear' | 'log10'
  /** About this many ticks, or exactly these. */
  ticks?: number | readonly number[]
  grid?: boolean
}

/** Pixel geometry of a plot, for canvases. */
export interface Plane {
  readonly window: Window
  /** Size of the plot's inside, CSS pixels. */
  readonly width: number
  readonly height: number
  x(value: number): number
  y(value: number): number
  /** The inverse: from pixels to window coordinates. */
  at(px: number, py: number): Point
}

type Of<C, T> = T | ((scene: C) => T)

/**
 * Very many points in the plane that follow a velocity in closed form, v(x) = Σ rₖ (qₖ + Pₖ u) with u = x - mₖ and shares rₖ ∝ e^ℓₖ. Gaussians have
 * ℓ = h - Q/2, Student kernels ℓ = h - p ln(1 + Q), where Q = uᵀC⁻¹u. `src/crowd` computes them beside the run.
 */
export interface Crowd {
  /** Names all it depends on: equal crowds have equal keys. */
  key: string
  count: number
  /** Kernels of a level. */
  kernels: number
  /** p of Student kernels; 0: Gaussians. */
  power: number
  /** m (2), h, C⁻¹ as xx, xy, yy, q (2), P row by row (4); [steps + 1, kernels, 12]. */
  levels: Float32Array
  /** Length of a step, and the share that the slope at its end has in it (Heun ½, Euler 0), [steps, 2]. */
  steps: Float32Array
  /** [count, 2]. */
  start: Float32Array
}

/** A picture in a plane with up to three layers: a backdrop painted rarely, marks on a canvas each frame, SVG on top. */
export interface PlotView<C> {
  kind: 'plot'
  window: Of<C, Window>
  /** A unit has the same length on both axes; the window grows as needed. */
  equal?: boolean
  x?: Of<C, Axis>
  y?: Of<C, Axis>
  /** Shown only while this holds. */
  when?(scene: C): boolean
  /** The maps that it shows; the caption shows the progress of the first unfinished one. */
  map?: string | readonly string[]
  backdrop?: {
    /** Repainted when this value (compared by JSON), the size or the theme changes. */
    key(scene: C): unknown
    paint(ctx: CanvasRenderingContext2D, scene: C, plane: Plane): void
  }
  marks?(ctx: CanvasRenderingContext2D, scene: C, plane: Plane): void
  /** A layer of its own under the marks that may come a little after the scene, such as `CrowdLayer` of `@/views/crowdLayer`; `size` in CSS px. */
  under?(scene: C, plane: Plane, size: { width: number; height: number }): ReactNode
  draw?(scene: C): ReactNode
  /** While the view waits for the deed of a stop (`waits`): the range of x that is drawn, such as up to the value on screen. */
  seen?(scene: C): Point
  /** Or else what is drawn then in place of `draw`. Without both there are only axes, handles, and words that say so. */
  waiting?(scene: C): ReactNode
  /** A press on the plane outside all handles: which parameters it means. */
  press?(at: Point, scene: C): Record<string, unknown> | null
}
export type Vector3 = readonly [x: number, y: number, z: number]

/** Upright text beside a place of the world; `dx`, `dy`: CSS px to the right and up from the place to the nearer end of the text. */
export interface StageWord {
  text: string
  color: string
  at: Vector3
  dx?: number
  dy?: number
}

/** A 3D stage (react-three-fiber), drawn only when its scene changes. */
export interface StageView<C> {
  kind: 'three'
  when?(scene: C): boolean
  /**
   * `() => import('./stage')`, so that pages without a stage do not load three. The component reads `latest()` inside useFrame and changes its objects
   * there, without React state per frame.
   */
  load(): Promise<{ default: ComponentType<{ latest(): C }> }>
  /** The camera; y is up, lengths are the world's. */
  camera(scene: C): {
    position: Vector3
    target: Vector3
    fov: number /* vertical, degrees; more in a stage narrower than 514 : 430 */
  }
  /** The same content in a plane, with the same handles: for browsers without WebGL, and for tests. */
  flat: PlotView<C>
  /** Handles keep the coordinates of the flat view; this maps them to the world, and back. */
  place?(name: string, at: Point, scene: C): Vector3
  at?(name: string, world: Vector3, scene: C): Point
  /** Direct labels; `width` is that of the stage in CSS px. */
  words?(scene: C, width: number): readonly StageWord[]
  /**
   * What a drag of the stage beside its handles means, as if turning a ball by hand. `by`: right and up since the press, in the world's lengths at the
   * camera's target; the scene is that of the press. A vertical movement of a finger scrolls the page instead.
   */
  turn?(by: Point, scene: C): Record<string, unknown>
  /** Normal of the plane in which a handle moves; default: towards the camera. */
  normal?(name: string, scene: C): Vector3
}
export type View<C> = PlotView<C> | StageView<C>

type ViewNames<D> = D extends Demo<infer _T, infer _S, infer _F, infer _R, infer _N, infer V, infer _W, infer _M> ? V : never
type Views<D> = { readonly [K in ViewNames<D>]: View<SceneOf<D>> }

/** Exactly one drawing for each view that the demo names. */
export function defineViews<D>(views: Views<D>): Views<D> {
  return views
}
// biome-ignore lint/suspicious/noExplicitAny: the shell treats the scenes of all demos alike
export type AnyScene = Scene<any, any, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: likewise
export type AnyView = View<any>
