// What the element offers, for compilers of other people's pages: published as embed/v1.d.ts, with the messages written out.
import type { FrameBodies, HostBodies, State } from '@/embed/protocol'

type Params = NonNullable<HostBodies['set']['params']>
type Ok = FrameBodies['ok']
/** Why a request was not done: `code` and, if it concerns one, `field` with the value `given` and the values `allowed`. */
export type Refusal = Error & Partial<Omit<FrameBodies['problem'], 'message'>>

/** `<momentarium-demo>`. Methods reject with a `Refusal`; `notes` of the answer name what was not used as given. */
export interface MomentariumElement extends HTMLElement {
  /** What the frame said when it was ready. */
  readonly info: FrameBodies['ready'] | undefined
  readonly steps: FrameBodies['ready']['steps']
  readonly connected: boolean
  readonly playing: boolean
  readonly stepIndex: number
  /** Address of the picture on the demo's own page. */
  readonly link: string
  /** Parameters that have changed, as last reported. Assigned values become attributes. */
  params: Params
  /** All that restores the picture; at most a second old. An assigned state is restored, now or when there is a frame. */
  state: State | undefined

  /** Creates the frame; resolves when the demo can be used. */
  activate(): Promise<void>
  /** Gives the frame back; picture and state stay. */
  release(): void
  /** Brings `state` and the picture up to date. */
  refresh(): Promise<void>
  /** Draws the picture of the state in the attributes, if there is none: for paper. */
  draw(): Promise<void>
  set(wish: HostBodies['set']): Promise<Ok>
  /** The state, with the readouts measured there. */
  get(): Promise<State>
  restore(state: State): Promise<Ok>
  describe(): Promise<FrameBodies['description']['description']>
  pause(): Promise<Ok>
  back(count?: number): Promise<Ok>
  seek(t: number | 'end'): Promise<Ok>
  reset(): Promise<Ok>
  nextStep(): Promise<Ok>
  prevStep(): Promise<Ok>
  goto(step: number | string): Promise<Ok>
  capture(wish: HostBodies['capture']): Promise<Blob>
  /** Calls `watcher` with these parameters and readouts as they change; the result ends it. */
  observe(keys: readonly string[], watcher: (values: FrameBodies['values']['values']) => void): () => void

  // Words of the address that are members too: reading gives these, assigning sets attributes.
  get t(): number | 'end'
  set t(value: number | string | null | undefined)
  get play(): () => Promise<Ok>
  set play(value: string | boolean | null | undefined)
  get step(): (count?: number) => Promise<Ok>
  set step(value: string | number | null | undefined)
}

type Flag = boolean | '' | '0' | '1' | 0 | 1
/** Attributes. All others are parameters of the demo and words of its address. */
export interface MomentariumAttributes {
  demo: string
  alt?: string
  query?: string
  poster?: boolean | string
  live?: 'auto' | 'click' | 'manual' | 'never'
  src?: string
  parallel?: boolean
  keep?: boolean
  own?: boolean
  seed?: number | string
  t?: number | string
  view?: string
  step?: number | string
  ui?: HostBodies['set']['ui']
  theme?: HostBodies['set']['theme']
  ground?: Flag
  scale?: number | string
  show?: string
  lock?: string
  play?: Flag | 'visible'
  loop?: Flag
  speed?: number | string
  links?: Flag
  keys?: 'page' | 'none' | 'up'
  params?: Params
  state?: State
  [parameter: string]: unknown
}

type Told = 'ready' | 'change' | 'time' | 'step' | 'key' | 'keyup' | 'edge' | 'resize' | 'problem'
type Details = { [K in Told]: FrameBodies[K] } & { activate: object }
type Events = { [K in keyof Details as `momentarium-${K}`]: CustomEvent<Details[K]> }
type Listeners<T, Prefix extends string> = { [K in keyof T & string as `${Prefix}${K}`]?: (event: T[K]) => void }
type CamelEvents = { [K in keyof Details as `Momentarium${Capitalize<K>}`]: CustomEvent<Details[K]> }

declare global {
  interface HTMLElementTagNameMap {
    'momentarium-demo': MomentariumElement
  }
  interface GlobalEventHandlersEventMap extends Events {}
}

// @ts-ignore: pages without React
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      'momentarium-demo': import('react').DetailedHTMLProps<
        import('react').HTMLAttributes<MomentariumElement>,
        MomentariumElement
      > &
        MomentariumAttributes &
        Listeners<Events, 'on'>
    }
  }
}

// @ts-ignore: pages without Vue
declare module 'vue' {
  interface GlobalComponents {
    'momentarium-demo': new () => { $props: MomentariumAttributes & Listeners<CamelEvents, 'on'> }
  }
}

// @ts-ignore: pages without Svelte
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    // @ts-ignore
    'momentarium-demo': import('svelte/elements').HTMLAttributes<MomentariumElement> &
      MomentariumAttributes &
      Listeners<Events, 'on'>
  }
}
