// Command lines and ports of the two scripts that serve. Imports nothing outside Node.
import { createServer } from 'node:net'
import { stop } from './run.mjs'

/** The port of `--port 5000`, or the usual one; stops with a sentence if it is taken. */
export async function freePort(usual, command) {
  const at = process.argv.indexOf('--port')
  const port = at < 0 ? usual : Number(process.argv[at + 1])
  if (!Number.isInteger(port) || port < 1 || port > 65_535) stop('--port takes a number from 1 to 65535.')
  for (const host of ['127.0.0.1', '::1']) {
    if (await isTaken(port, host))
      stop(`Port ${port} is taken; stop what runs there, or choose another: ${command} -- --port ${port + 1}`)
  }
  return port
}

/** A browser tries both addresses of `localhost`, so both are tested; without IPv6 the second one cannot be taken. */
function isTaken(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error.code === 'EADDRINUSE'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)))
  })
}
