// Memory that a page holds after everything unreachable is gone.
import type { Page } from 'playwright-core'

/** Bytes of the JavaScript heap after collection, and of the typed arrays, which lie outside of it. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('HeapProfiler.enable')
    for (let k = 0; k < 3; k++) {
      await session.send('HeapProfiler.collectGarbage')
      await page.waitForTimeout(100)
    }
    const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage')
    return usedSize + backingStorageSize
  } finally {
    await session.detach()
  }
}
export const MB = 1024 * 1024
