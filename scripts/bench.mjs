// npm run bench: what kernels and demos cost on this machine. `-- --json` prints { "<name>": { "nsPerOp": number, … } } and nothing else.
// It fails if something cannot be timed; the reader judges how long it takes.
import { bundled } from './lib/bundle.mjs'
import { install } from './lib/install.mjs'
import { table } from './lib/table.mjs'

await install()
const { measure } = await bundled('tests/bench/main.ts', 'bench')
const found = await measure()
if (!Object.values(found).every(({ nsPerOp }) => nsPerOp > 0 && Number.isFinite(nsPerOp))) process.exitCode = 1

const time = (ns) => (ns < 1e3 ? `${ns.toFixed(1)} ns` : ns < 1e6 ? `${(ns / 1e3).toFixed(1)} µs` : `${(ns / 1e6).toFixed(2)} ms`)
if (process.argv.includes('--json')) console.log(JSON.stringify(found))
else {
  const rows = Object.entries(found).map(([name, { nsPerOp, note = '', than }]) => [
    name,
    time(nsPerOp),
    than ? `${time(than.ns)}, ${than.what}` : '',
    than ? `${(nsPerOp / than.ns).toFixed(2)} of ${than.times}` : '',
    note,
  ])
  console.log(table(['what', 'one operation', 'compared with', 'times', 'gives'], rows))
}
