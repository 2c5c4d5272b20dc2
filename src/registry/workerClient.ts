// A worker client that knows every demo; its worker starts with the first request.
import { WorkerClient, type WorkerLike } from '@/engine'
import { hasOrigin } from '@/origin'
import { loadDemo } from '.'

const startWorker = (): WorkerLike | null =>
  hasOrigin() ? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) : null
export const openWorkerClient = (): WorkerClient => new WorkerClient(startWorker, loadDemo)
