// Compiles in a worker that is stopped when it takes too long. Where no worker can start (Node, a page of opaque origin) it compiles on the calling
// thread, where only the limits of ./compile bound the time. One formula at a time: the caller queues.
import type { CompiledFormula } from '@/numerics/formula'
import { hasOrigin } from '@/origin'
import type { Answer } from './compile'
import { FormulaError } from './problem'

const COMPILE_LIMIT = 2000 // ms; within the limits of ./compile a formula takes a tenth of that at most
const START_LIMIT = 20_000 // ms, for loading over a slow line

/** The worker once it is loaded; `null` if none can start. */
let started: Promise<Worker | null> | undefined

/** Rejects with a `FormulaError`, never with anything else. */
export async function compileAside(text: string, variables: readonly string[]): Promise<CompiledFormula> {
  started ??= start()
  const worker = await started
  const answer = worker === null ? await answerHere(text, variables) : await answerOf(worker, text, variables)
  if ('compiled' in answer) return answer.compiled
  const { reason, at, detail } = answer.problem
  throw new FormulaError(reason, at, detail)
}

async function start(): Promise<Worker | null> {
  if (!hasOrigin()) return null
  return new Promise((resolve) => {
    try {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
      const fail = (event?: Event) => {
        event?.preventDefault() // no error in the console: the calling thread takes over
        clearTimeout(timer)
        worker.terminate()
        resolve(null)
      }
      const timer = setTimeout(fail, START_LIMIT)
      worker.onerror = fail
      worker.onmessage = () => {
        clearTimeout(timer)
        resolve(worker)
      }
    } catch {
      resolve(null)
    }
  })
}

function answerOf(worker: Worker, text: string, variables: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const stop = () => {
      clearTimeout(timer)
      worker.terminate()
      started = undefined // the next formula gets a new one
      resolve({ problem: { reason: 'tooSlow', at: null, detail: '' } })
    }
    const timer = setTimeout(stop, COMPILE_LIMIT)
    worker.onerror = stop
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      clearTimeout(timer)
      resolve(data)
    }
    worker.postMessage({ text, variables })
  })
}

async function answerHere(text: string, variables: readonly string[]): Promise<Answer> {
  try {
    const { answer } = await import('./compile')
    return answer(text, variables)
  } catch {
    started = undefined // the network may work next time
    return { problem: { reason: 'unavailable', at: null, detail: '' } }
  }
}
