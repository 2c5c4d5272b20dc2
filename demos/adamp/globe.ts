// The sphere with the loss painted on it. It is repainted only when surface or theme change.
import { Color, DataTexture, LinearFilter, Mesh, MeshLambertMaterial, RepeatWrapping, SphereGeometry } from 'three'
import type { Palette } from '@/contract'
import type { Vector } from '@/domains/optim/sphere'
import { BANDS, bandAt, bandColor } from './bands'
import type { Params } from './params'

const [COLUMNS, ROWS] = [768, 384]

/** Direction that three.js gives to a place of the picture: u around from -x over z, v from the bottom up. */
export function directionAt(u: number, v: number): Vector {
  const [around, down] = [2 * Math.PI * u, Math.PI * (1 - v)]
  return [-Math.cos(around) * Math.sin(down), Math.cos(down), Math.sin(around) * Math.sin(down)]
}

type Bytes = readonly [r: number, g: number, b: number]
const bytesOf = (color: string): Bytes => (color.match(/\d+/g) ?? []).slice(0, 3).map(Number) as unknown as Bytes
const mixed = (a: Bytes, b: Bytes, share: number): Bytes =>
  [0, 1, 2].map((i) => Math.round(a[i]! + share * (b[i]! - a[i]!))) as unknown as Bytes

export function globe() {
  const data = new Uint8Array(4 * COLUMNS * ROWS).fill(255)
  const texture = new DataTexture(data, COLUMNS, ROWS)
  texture.magFilter = LinearFilter
  texture.minFilter = LinearFilter
  texture.wrapS = RepeatWrapping
  const material = new MeshLambertMaterial({ map: texture, color: new Color('#ffffff') })
  const geometry = new SphereGeometry(1, 48, 30) // at 230 px its edge is a circle to half a pixel
  const mesh = new Mesh(geometry, material)
  let painted = ''
  return {
    mesh,
    data,
    paint(p: Params, palette: Palette): void {
      const key = `${p.surface} ${palette.name}`
      if (key === painted) return
      painted = key
      const colors = Array.from({ length: BANDS }, (_, k) => bytesOf(bandColor(palette, k)))
      const lines = colors.map((color) => mixed(color, [255, 255, 255], palette.name === 'dark' ? 0.09 : 0.55))
      let below = new Uint8Array(COLUMNS)
      for (let row = 0; row < ROWS; row++) {
        const bands = new Uint8Array(COLUMNS)
        for (let column = 0; column < COLUMNS; column++) {
          const band = bandAt(directionAt((column + 0.5) / COLUMNS, (row + 0.5) / ROWS), p)
          bands[column] = band
          const isLine = (column > 0 && bands[column - 1] !== band) || (row > 0 && below[column] !== band)
          data.set((isLine ? lines : colors)[band] as Bytes, 4 * (row * COLUMNS + column))
        }
        below = bands
      }
      texture.needsUpdate = true
    },
    dispose(): void {
      geometry.dispose()
      material.dispose()
      texture.dispose()
    },
  }
}
