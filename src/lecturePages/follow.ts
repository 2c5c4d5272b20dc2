// The speaker's window and the wall speak to each other within this browser.
import type { Lecture } from '@/lecture/format'

export type Said =
  | { type: 'here'; lecture: Lecture; at: number; began: number }
  | { type: 'left' }
  /** The speaker's window has opened and asks where the wall stands. */
  | { type: 'where' }
  | { type: 'go'; by: 1 | -1 }

/** Calls `listen` with what the other windows say; without channels there is no other window. */
export function openChannel(listen: (said: Said) => void): { say(said: Said): void; close(): void } {
  if (typeof BroadcastChannel === 'undefined') return { say() {}, close() {} }
  const channel = new BroadcastChannel('momentarium-wall')
  channel.onmessage = ({ data }: MessageEvent<Said>) => listen(data)
  return { say: (said) => channel.postMessage(said), close: () => channel.close() }
}
