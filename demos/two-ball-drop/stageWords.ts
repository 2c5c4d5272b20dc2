// Words that float in the 3D stage, drawn pixel by pixel as sharp as text beside it.
import { CanvasTexture, NearestFilter, type PerspectiveCamera, Sprite, SpriteMaterial, SRGBColorSpace, Vector3 } from 'three'

export interface Canvas {
  width: number /* device px */
  height: number
  /** Device pixels in a CSS pixel. */
  density: number
}
export interface Writing {
  text: string
  color: string
  /** Around the letters, so that they can be read over lines. */
  halo: string
  /** 1: as labels in plots. */
  scale: number
}

const SIZE = 12.5 // CSS px
const PAD = 4

/** A word that always faces the viewer. */
export function floatingWord() {
  const picture = document.createElement('canvas')
  const texture = new CanvasTexture(picture)
  texture.colorSpace = SRGBColorSpace
  texture.generateMipmaps = false // one of its pixels is one of the screen's: nothing to smooth
  texture.minFilter = NearestFilter
  texture.magFilter = NearestFilter
  const material = new SpriteMaterial({ map: texture, depthTest: false, transparent: true })
  const sprite = new Sprite(material)
  sprite.renderOrder = 10
  sprite.center.set(0, 1) // its top left corner is what is placed
  const spot = new Vector3()
  let known = ''

  function draw({ text, color, halo, scale }: Writing, density: number): void {
    const ctx = picture.getContext('2d')
    if (ctx === null) return
    const font = `600 ${SIZE * scale * density}px "Inter Variable", system-ui, sans-serif`
    ctx.font = font
    picture.width = Math.ceil(ctx.measureText(text).width + 2 * PAD * density)
    picture.height = Math.ceil(1.6 * SIZE * scale * density)
    ctx.font = font // a new size clears all settings
    ctx.textBaseline = 'middle'
    ctx.lineJoin = 'round'
    ctx.lineWidth = 3 * density
    ctx.strokeStyle = halo
    ctx.fillStyle = color
    ctx.strokeText(text, PAD * density, picture.height / 2)
    ctx.fillText(text, PAD * density, picture.height / 2)
    texture.dispose() // its size may have changed
    texture.needsUpdate = true
  }

  return {
    sprite,
    /** Writes it beside a place of the world: `dx`, `dy` CSS px to the right and up from there to its middle left; turned where there is no room. */
    put(
      writing: Writing,
      place: readonly [number, number, number],
      [dx, dy]: readonly [number, number],
      camera: PerspectiveCamera,
      canvas: Canvas,
    ) {
      const { density } = canvas
      const key = JSON.stringify([writing, density])
      if (key !== known) draw(writing, density)
      known = key
      const { width: wide, height: high } = canvas
      spot.set(...place).project(camera)
      const x = ((spot.x + 1) / 2) * wide
      const room = x + dx * density + picture.width <= wide
      const left = Math.round(room && dx >= 0 ? x + dx * density : x - Math.abs(dx) * density - picture.width)
      const top = Math.round(((1 - spot.y) / 2) * high - dy * density - picture.height / 2)
      spot.set((2 * left) / wide - 1, 1 - (2 * top) / high, spot.z).unproject(camera)
      sprite.position.copy(spot)
      const depth = -spot.applyMatrix4(camera.matrixWorldInverse).z
      const length = (2 * depth * Math.tan((camera.fov * Math.PI) / 360)) / high // of a device pixel there
      sprite.scale.set(picture.width * length, picture.height * length, 1)
    },
    dispose() {
      texture.dispose()
      material.dispose()
    },
  }
}
