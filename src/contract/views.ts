// How a view is drawn. Views are pure functions of a scene; coordinates are those of the window, y upwards: the host maps them to pixels.
import type { ComponentType, ReactNode } from 'react'
import type { Demo, Progress } from './demo'
import type { ParamsOf, Point, Schema } from './schema'

/** Ranges of both axes: [[left, right], [bottom, top]]. */
export type Window = readonly [x: Point, y: Point]

/** Colours by meaning; one code for the whole museum. */
export interface Palette {
  name: 'light' | 'dark' | 'projector'
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
/** A 3D stage (react-three-fiber): reads `latest()` when it draws, without React state per frame. */
export interface StageView<C> {
  kind: 'three'
  when?(scene: C): boolean
  Stage: ComponentType<{ latest(): C }>
  /** The same content as a plane, where there is no WebGL. */
  flat?: PlotView<C>
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
