// Members that are words of the address too: assigned and called as docs/embedding.md says. Checked by tsc.
import type { MomentariumElement } from './types'

declare const element: MomentariumElement

element.step = 'wedge'
element.step = 3
element.step(3)
element.play = 'visible'
element.play = true
element.play()
element.t = 'end'
element.t = null
// @ts-expect-error: only the frame knows this
element.playing = true
// @ts-expect-error: a step has a name or a number
element.step = { id: 'wedge' }
// @ts-expect-error: no such time
element.t = new Date()
