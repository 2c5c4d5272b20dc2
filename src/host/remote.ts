// What a page may ask of the demo: each method sends a message to its frame.
import type { FrameMessage, HostMessage, State } from '@/embed/protocol'

export type Heard<T extends FrameMessage['type']> = Extract<FrameMessage, { type: T }>
export type Wish<T extends HostMessage['type']> = Omit<Extract<HostMessage, { type: T }>, 'm' | 'type' | 'id'>

/** Without a page, as in Node, the module can be imported but does nothing. */
const Page = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement

export abstract class Remote extends Page {
  /** Resolves to the frame's answer; rejects if there is none, or a problem. */
  protected abstract ask<T extends FrameMessage>(type: HostMessage['type'], body?: object): Promise<T>

  #press(what: Wish<'player'>) {
    return this.ask<Heard<'ok'>>('player', what)
  }
  set(wish: Wish<'set'>) {
    return this.ask<Heard<'ok'>>('set', wish)
  }
  restore(state: State) {
    return this.ask<Heard<'ok'>>('restore', { state })
  }
  play() {
    return this.#press({ do: 'play' })
  }
  pause() {
    return this.#press({ do: 'pause' })
  }
  step(n = 1) {
    return this.#press({ do: 'step', n })
  }
  back(n = 1) {
    return this.#press({ do: 'back', n })
  }
  seek(t: number | 'end') {
    return this.#press({ do: 'seek', t })
  }
  reset() {
    return this.#press({ do: 'reset' })
  }
  nextStep() {
    return this.ask<Heard<'ok'>>('lecture', { do: 'next' })
  }
  prevStep() {
    return this.ask<Heard<'ok'>>('lecture', { do: 'prev' })
  }
  goto(step: number | string) {
    return this.ask<Heard<'ok'>>('lecture', { do: 'goto', step, keep: this.hasAttribute('keep') })
  }
  async describe() {
    return (await this.ask<Heard<'description'>>('describe')).description
  }
  async capture(wish: Wish<'capture'>): Promise<Blob> {
    const { data, mime } = await this.ask<Heard<'captured'>>('capture', wish)
    return new Blob([data as ArrayBuffer], { type: mime })
  }
}
