import { openChromium } from '../support/engines'
import { everyDemoIn } from './suite'

await everyDemoIn(openChromium)
