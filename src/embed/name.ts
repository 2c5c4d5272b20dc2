/** Name of the protocol, in every message. */
export const PROTOCOL = 'momentarium/1'
/** Version of the software, as `ready` reports it. */
export const VERSION = '1.0'
