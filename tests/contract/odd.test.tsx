import { contractSuite } from './suite'

await contractSuite(1, 2)
