/** GIF frames with a palette each; the package brings no types. */
declare module 'gifenc' {
  type Palette = number[][]
  interface FrameOptions {
    palette?: Palette
    /** ms, in steps of 10. */
    delay?: number
    /** 0: forever; -1: once. */
    repeat?: number
  }
  interface Encoder {
    writeFrame(indices: Uint8Array, width: number, height: number, options?: FrameOptions): void
    finish(): void
    bytes(): Uint8Array
  }
  export function GIFEncoder(): Encoder
  export function quantize(rgba: Uint8ClampedArray | Uint8Array, colours: number): Palette
  export function applyPalette(rgba: Uint8ClampedArray | Uint8Array, palette: Palette): Uint8Array
}
