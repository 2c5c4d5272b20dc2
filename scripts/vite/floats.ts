// Numbers from a file, as a module that pages, workers and tests load in the same way; a frame of opaque origin cannot fetch files.
import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

/** A file `*.f32` of little-endian 32-bit floats is a module: `import weights from './weights.f32'` is a `Float32Array`. Its bytes travel as base64. */
export const floats = (): Plugin => ({
  name: 'floats',
  async load(id) {
    if (!id.endsWith('.f32')) return
    const bytes = await readFile(id, 'base64')
    const code = `export default new Float32Array(Uint8Array.from(atob('${bytes}'), (byte) => byte.charCodeAt(0)).buffer)`
    return { code, moduleType: 'js' }
  },
})
