import { openFirefox } from '../support/engines'
import { everyDemoIn } from './suite'

await everyDemoIn(openFirefox)
