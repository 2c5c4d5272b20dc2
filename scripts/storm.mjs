// npm run test:storm [slugs | --changed]: slow tests, on every demo of the build or on some: 500 random actions, ten minutes of play,
// dead controls, axe in every look. --changed: demos that differ from the commit in STORM_BASE (default: the one before).
import { findChromium } from './lib/chromium.mjs'
import { changedDemos } from './lib/demos.mjs'
import { testDemos } from './lib/demoTests.mjs'
import { install } from './lib/install.mjs'
import { stop } from './lib/run.mjs'

await install()
process.env.CHROMIUM = await findChromium().catch((error) => stop(error.message))
const asked = process.argv.slice(2)
const changed = asked.includes('--changed')
const slugs = changed ? changedDemos() : asked
if (changed && slugs.length === 0) console.log('No demo changed.\n0 passed, 0 failed')
else await testDemos('storm', slugs)
