import { contractSuite } from './suite'

await contractSuite(0, 2)
