import { openWebKit } from '../support/engines'
import { everyDemoIn } from './suite'

await everyDemoIn(openWebKit)
