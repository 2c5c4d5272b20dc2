// npm run bench: what kernels and demos cost on this machine. `-- --json` prints { "<name>": { "nsPerOp": number, … } } and nothing else.
// The crowds are measured on a graphics card, too, if a Chromium finds one. It fails if something cannot be timed; the reader judges how long it takes.
import { bundled } from './lib/bundle.mjs'
import { compareOnCard } from './lib/card.mjs'
import { install } from './lib/install.mjs'
import { table } from './lib/table.mjs'

await install()
const { measure } = await bundled('tests/bench/main.ts', 'bench')
const found = await measure()
for (const [name, { card, oneStep }] of Object.entries((await cards()) ?? {}))
  found[`crowd-${name} on the card`] = {
    nsPerOp: 1e6 / card,
    note: `with the way back to the page; differs by ${oneStep.toExponential(1)}`,
  }
if (!Object.values(found).every(({ nsPerOp }) => nsPerOp > 0 && Number.isFinite(nsPerOp))) process.exitCode = 1

/** Null without a card or without a Chromium to ask. */
function cards() {
  return compareOnCard(false).catch(() => null)
}

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
