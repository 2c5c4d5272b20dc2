// Size budgets (scripts/budget.json): what the page and the frame of every demo load before they can be used, compressed.
// `npm run budget -- SLUG` lists the scripts of one demo.
import { checkBuild, kB, readBudgets, readFileBudgets } from './lib/budget.mjs'
import { table } from './lib/table.mjs'

const listed = process.argv.slice(2)
const rows = []
const faults = []
for (const page of readBudgets()) {
  const { files, sizes, total, faults: found } = checkBuild(page)
  if (listed.includes(page.slug)) {
    const sorted = files.toSorted((a, b) => sizes[b] - sizes[a])
    console.log(
      `${table(
        ['gzip', `script of the ${page.kind} of ${page.slug}`],
        sorted.map((file) => [kB(sizes[file]), file]),
      )}\n`,
    )
  }
  rows.push([page.slug, page.kind, kB(total), kB(page.limit)])
  faults.push(...found.map((fault) => `${page.slug}, ${page.kind}: ${fault}`))
}
for (const { file, size, limit } of readFileBudgets()) {
  rows.push([file, 'file', kB(size), kB(limit)])
  if (size > limit) faults.push(`${file}: ${kB(size)} of ${kB(limit)} (gzip)`)
}
console.log(table(['demo', 'what', 'gzip', 'limit'], rows))
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1
