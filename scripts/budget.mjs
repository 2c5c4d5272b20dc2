// Size budget of the heavy-ball page (scripts/budget.json): what it loads before it can be used, compressed.
import { checkBuild, kB, readBudget } from './lib/budget.mjs'
import { table } from './lib/table.mjs'

const { slug, limit } = readBudget()
const { files, sizes, total, faults } = checkBuild()
console.log(
  table(
    ['gzip', 'script'],
    files.map((file) => [kB(sizes[file]), file]),
  ),
)
console.log(`\n${slug}: ${kB(total)} of ${kB(limit)}`)
for (const fault of faults) console.error(`${slug}: ${fault}`)
process.exitCode = faults.length > 0 ? 1 : 0
