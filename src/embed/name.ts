/** Name of the protocol, in every message. */
export const PROTOCOL = 'momentarium/1'
/** Version of the software, as `ready` reports it. */
export const VERSION = '1.0'
/** What `capture` makes. */
export const FORMATS = ['png', 'webp', 'svg', 'csv', 'json', 'data', 'mp4', 'webm', 'gif', 'frames'] as const
