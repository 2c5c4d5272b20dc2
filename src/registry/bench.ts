// A workbench that knows every demo; its worker starts with the first request.
import { Workbench, type WorkerLike } from '@/engine'
import { hasOrigin } from '@/origin'
import { loadDemo } from './demos'

const startWorker = (): WorkerLike | null =>
  hasOrigin() ? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) : null
export const openBench = (): Workbench => new Workbench(startWorker, loadDemo)
