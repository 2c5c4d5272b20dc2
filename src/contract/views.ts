// How a view is drawn. Views are pure functions of a scene; coordinates are those of the window, y upwards: the host maps them to pixels.
import type { ComponentType, ReactNode } from 'react'
import type { Demo, Progress } from './demo'
import type { ParamsOf, Point, Schema } from './schema'

/** Ranges of both axes: [[left, right], [bottom, top]]. */
export type Window = readonly [x: Point, y: Point]

/** Colours by meaning; one code for the whole museum. */
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
  /** Field ramp, low to high. */
  field: readonly [string, string, string, string]
  /** Factor for the widths of lines and marks. */
  weight: number
  /** Size of letters, 1: as on the page. */
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
  /** Number as the visitor's language writes it, with so many significant digits. */
  readonly format: (value: number, digits?: number) => string
}
export type SceneOf<D> =
  D extends Demo<infer T extends Schema, infer _S, infer F, infer R, infer _N, infer _V, infer W, infer M>
    ? Scene<ParamsOf<T>, F, R, W, M>
    : never

export interface Axis {
  title?: string
  /** `log10`: coordinates are exponents, ticks read as powers of ten. */
  scale?: 'linear' | 'log10'
  /** About so many ticks, or exactly these. */
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
  /** Inverse: from pixels to window coordinates. */
  at(px: number, py: number): Point
}

type Of<C, T> = T | ((scene: C) => T)

/** A picture in a plane with up to three layers: a backdrop painted rarely, marks on a canvas each frame, SVG on top. */
export interface PlotView<C> {
  kind: 'plot'
  window: Of<C, Window>
  /** One unit is equally long on both axes; the window grows where it must. */
  equal?: boolean
  x?: Of<C, Axis>
  y?: Of<C, Axis>
  /** Shown only while this holds. */
  when?(scene: C): boolean
  /** The maps that it shows; the caption says how far the first of them is that is not whole. */
  map?: string | readonly string[]
  backdrop?: {
    /** Repainted when this value (compared by JSON), the size or the theme changes. */
    key(scene: C): unknown
    paint(ctx: CanvasRenderingContext2D, scene: C, plane: Plane): void
  }
  marks?(ctx: CanvasRenderingContext2D, scene: C, plane: Plane): void
  draw?(scene: C): ReactNode
  /** A press on the plane that hits no handle: which parameters it means. */
  press?(at: Point, scene: C): Record<string, unknown> | null
}
export type Vector3 = readonly [x: number, y: number, z: number]

/** Text beside a place of the world, always upright; `dx`, `dy`: CSS px from there to the right and up, to its nearer end. */
export interface StageWord {
  text: string
  color: string
  at: Vector3
  dx?: number
  dy?: number
}

/**
 * A 3D stage (react-three-fiber), drawn when its scene changes and at no other time.
 */
export interface StageView<C> {
  kind: 'three'
  when?(scene: C): boolean
  /**
   * `() => import('./stage')`: three stays out of everybody else's page. The component reads `latest()` inside useFrame and changes its
   * objects there, without React state per frame.
   */
  load(): Promise<{ default: ComponentType<{ latest(): C }> }>
  /** Where the picture is taken from; y is up, lengths are the world's. */
  camera(scene: C): {
    position: Vector3
    target: Vector3
    fov: number /* vertical, degrees; more in a stage narrower than 514 : 430 */
  }
  /** The same content in a plane, with the same handles: where there is no WebGL, and for tests. */
  flat: PlotView<C>
  /** Handles keep their coordinates of the flat view; where they stand in the world, and back. */
  place?(name: string, at: Point, scene: C): Vector3
  at?(name: string, world: Vector3, scene: C): Point
  /** Direct labels; `width` is that of the stage in CSS px. */
  words?(scene: C, width: number): readonly StageWord[]
  /**
   * What a drag of the stage beside its handles means, as if one turned a ball by hand: `by` to the right and up since the press, in the
   * world's lengths at the camera's target; the scene is that of the press. Up and down it begins to scroll the page where a finger makes it.
   */
  turn?(by: Point, scene: C): Record<string, unknown>
  /** Normal of the plane in which a handle moves; default: towards the camera. */
  normal?(name: string, scene: C): Vector3
}
export type View<C> = PlotView<C> | StageView<C>

type ViewNames<D> = D extends Demo<infer _T, infer _S, infer _F, infer _R, infer _N, infer V, infer _W, infer _M> ? V : never
type Views<D> = { readonly [K in ViewNames<D>]: View<SceneOf<D>> }

/** One drawing for each view that the demo names, no more and no fewer. */
export function defineViews<D>(views: Views<D>): Views<D> {
  return views
}
// biome-ignore lint/suspicious/noExplicitAny: the shell treats the scenes of all demos alike
export type AnyScene = Scene<any, any, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: likewise
export type AnyView = View<any>
