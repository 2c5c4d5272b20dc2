// A workbench that knows every demo; its worker starts with the first request.
import { Workbench, type WorkerLike } from '@/engine'
import { loadDemo } from './demos'

const startWorker = (): WorkerLike => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
export const openBench = (): Workbench => new Workbench(startWorker, loadDemo)
