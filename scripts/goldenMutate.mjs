// npm run golden:mutate [SLUG]: changes each number of the golden files, one at a time, and prints those that no test notices. Takes minutes a file.
import { install } from './lib/install.mjs'
import { runNode } from './lib/run.mjs'

await install()
process.env.GOLDEN_MUTATE = 'all'
if (process.argv[2]) process.env.GOLDEN_SLUG = process.argv[2]
process.exitCode = await runNode('node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'tests/golden/mutation.test.ts')
