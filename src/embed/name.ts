/** Name of the protocol, in every message. */
export const PROTOCOL = 'momentarium/1'
/** Version of the software behind it, as `ready` tells it. */
export const VERSION = '1.0'
