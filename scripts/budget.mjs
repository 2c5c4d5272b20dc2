// Size budgets of pages (scripts/budget.json): what they load before they can be used, compressed.
import { checkBuild, kB, readBudgets } from './lib/budget.mjs'
import { table } from './lib/table.mjs'

for (const page of readBudgets()) {
  const { files, sizes, total, faults } = checkBuild(page)
  console.log(
    table(
      ['gzip', 'script'],
      files.map((file) => [kB(sizes[file]), file]),
    ),
  )
  console.log(`\n${page.slug}: ${kB(total)} of ${kB(page.limit)}\n`)
  for (const fault of faults) console.error(`${page.slug}: ${fault}`)
  if (faults.length > 0) process.exitCode = 1
}
