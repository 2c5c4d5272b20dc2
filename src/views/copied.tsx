// A 3D stage drawn by the processor. Shown directly, its canvas would make the page wait in every frame until the picture is done and read back.
// So it is drawn out of sight and copied when it is done; meanwhile the page goes on, and no new drawing begins.
import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useRef } from 'react'
import { WebGLRenderTarget } from 'three'

/**
 * Converts GL's rows from the bottom up to a canvas's rows from the top down, and colours multiplied by their alpha to plain colours. `from`, `to`:
 * [height, width, 4] bytes.
 */
export function asImage(from: Uint8Array, to: Uint8ClampedArray, width: number): void {
  const row = 4 * width
  for (let at = 0; row > 0 && at + row <= from.length; at += row) to.set(from.subarray(at, at + row), from.length - row - at)
  for (let at = 3; at < to.length; at += 4) {
    const alpha = to[at]!
    if (alpha === 0 || alpha === 255) continue // nearly all
    for (let part = at - 3; part < at; part++) to[part] = (255 * to[part]!) / alpha
  }
}

/** Draws the scene for `shown`; transparent where nothing is drawn. */
export function Copied({ shown }: { shown(): HTMLCanvasElement | null }) {
  const { gl, scene, camera, size, viewport, invalidate } = useThree()
  const target = useMemo(() => new WebGLRenderTarget(1, 1), [])
  const busy = useRef(false)
  const again = useRef(false)
  useEffect(() => () => target.dispose(), [target])
  /** Zero in a frame that is hidden. */
  const [width, height] = [Math.round(size.width * viewport.dpr), Math.round(size.height * viewport.dpr)]
  const isEmpty = width === 0 || height === 0
  /** Kept: fresh memory for each picture costs as much as reading it. */
  const { bytes, image } = useMemo(() => {
    const [columns, rows] = [Math.max(1, width), Math.max(1, height)]
    return { bytes: new Uint8Array(4 * columns * rows), image: new ImageData(columns, rows) }
  }, [width, height])

  function draw(): void {
    target.setSize(width, height)
    gl.setRenderTarget(target)
    gl.render(scene, camera)
    gl.setRenderTarget(null)
  }
  function show(): void {
    const canvas = shown()
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    asImage(bytes, image.data, width)
    context.putImageData(image, 0, 0)
  }
  /** Waits for the picture: for captures. */
  function drawNow(): void {
    if (isEmpty) return
    draw()
    gl.readRenderTargetPixels(target, 0, 0, width, height, bytes)
    show()
  }
  useEffect(() => {
    const canvas = shown()
    canvas?.addEventListener('capture', drawNow)
    return () => canvas?.removeEventListener('capture', drawNow)
  })

  useFrame(() => {
    again.current = busy.current
    if (busy.current || isEmpty) return
    busy.current = true
    draw()
    gl.readRenderTargetPixelsAsync(target, 0, 0, width, height, bytes)
      .then(show)
      .catch(() => {}) // the context is lost: the host has been told
      .then(() => {
        busy.current = false
        if (again.current) invalidate()
      })
  }, 1)
  return null
}
