// npm run test:engines [slugs]: pages and frames of every demo of the build, or of some, in Firefox, WebKit and Chromium.
import { testDemos } from './lib/demoTests.mjs'
import { findEngines } from './lib/engines.mjs'
import { install } from './lib/install.mjs'
import { stop } from './lib/run.mjs'

await install()
await findEngines().catch((error) => stop(error.message))
await testDemos('engines', process.argv.slice(2))
