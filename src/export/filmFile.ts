// Files that hold a film: MP4 and WebM by the browser's own codecs, GIF, and numbered pictures in a zip. Loaded when a film is made.
import { zip } from 'fflate'

export const FILMS = ['mp4', 'webm', 'gif', 'frames'] as const
export type FilmFormat = (typeof FILMS)[number]

export interface FilmFile {
  mime: string
  /** Ending of its name. */
  ending: string
  /** Adds what the canvas shows, for so many frames. */
  add(frames: number): Promise<void>
  finish(): Promise<ArrayBuffer>
  /** Gives up what it holds. */
  cancel(): Promise<void>
}
interface Wish {
  canvas: HTMLCanvasElement
  fps: number
  /** How often a GIF is shown; 0: forever. */
  repeats: number
}

const CODECS = { mp4: ['avc', 'hevc'], webm: ['vp9', 'vp8', 'av1'] } as const

/** The file of a film; null if this browser has no codec for it. Throws if the codec breaks. */
export async function filmFile(format: FilmFormat, wish: Wish): Promise<FilmFile | null> {
  if (format === 'gif') return gifFile(wish)
  if (format === 'frames') return picturesFile(wish)
  return videoFile(format, wish)
}

async function videoFile(format: 'mp4' | 'webm', { canvas, fps }: Wish): Promise<FilmFile | null> {
  if (globalThis.VideoEncoder === undefined) return null
  const { BufferTarget, CanvasSource, getFirstEncodableVideoCodec, Mp4OutputFormat, Output, QUALITY_HIGH, WebMOutputFormat } =
    await import('mediabunny')
  const { width, height } = canvas
  const codec = await getFirstEncodableVideoCodec([...CODECS[format]], { width, height, bitrate: QUALITY_HIGH })
  if (codec === null) return null
  const target = new BufferTarget()
  const output = new Output({
    format: format === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat(),
    target,
  })
  const source = new CanvasSource(canvas, { codec, bitrate: QUALITY_HIGH, keyFrameInterval: 1, latencyMode: 'quality' })
  output.addVideoTrack(source, { frameRate: fps })
  await output.start()
  let count = 0
  return {
    mime: `video/${format}`,
    ending: format,
    async add(frames) {
      for (let k = 0; k < frames; k++) await source.add(count++ / fps, 1 / fps)
    },
    async finish() {
      await output.finalize()
      return target.buffer as ArrayBuffer
    },
    cancel: () => output.cancel(),
  }
}

async function gifFile({ canvas, fps, repeats }: Wish): Promise<FilmFile> {
  const { applyPalette, GIFEncoder, quantize } = await import('gifenc')
  const gif = GIFEncoder()
  const { width, height } = canvas
  let shown = 0 // frames so far
  return {
    mime: 'image/gif',
    ending: 'gif',
    async add(frames) {
      const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, width, height)
      const palette = quantize(data, 256)
      // a GIF counts hundredths of a second: rounded from the start, so that errors do not add up
      const at = (frame: number) => Math.round((frame / fps) * 100)
      const delay = 10 * Math.max(2, at(shown + frames) - at(shown))
      gif.writeFrame(applyPalette(data, palette), width, height, { palette, delay, repeat: repeats })
      shown += frames
    },
    async finish() {
      gif.finish()
      return gif.bytes().slice().buffer as ArrayBuffer
    },
    async cancel() {},
  }
}

async function picturesFile({ canvas, fps }: Wish): Promise<FilmFile> {
  const files: Record<string, Uint8Array> = {}
  let count = 0
  return {
    mime: 'application/zip',
    ending: 'zip',
    async add(frames) {
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
      if (blob === null) throw new Error('This browser could not make the picture.')
      const bytes = new Uint8Array(await blob.arrayBuffer())
      for (let k = 0; k < frames; k++) files[`frames/${String(++count).padStart(4, '0')}.png`] = bytes
    },
    finish() {
      const text = `${count} frames, ${fps} a second\n`
      return zipped({ ...files, 'read-me.txt': new TextEncoder().encode(text) })
    },
    async cancel() {},
  }
}

const UNPACKED = /\.(png|mp4|webp|gif)$/
const BORN = new Date(2000, 0, 1) // the same files give the same zip

/** A zip of files by path; those that are packed already stay as they are. */
export const zipped = (files: Readonly<Record<string, Uint8Array>>): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    const wishes = Object.fromEntries(
      Object.entries(files).map(([path, bytes]) => [path, [bytes, { level: UNPACKED.test(path) ? 0 : 6, mtime: BORN }] as never]),
    )
    zip(wishes, (error, bytes) => (error ? reject(error) : resolve(bytes.slice().buffer as ArrayBuffer)))
  })
