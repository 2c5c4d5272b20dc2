import { BufferAttribute, type BufferGeometry } from 'three'

const LEAST = 256 // corners

/** The array of a shape whose corners (three numbers each) are rewritten often: larger than asked, so that it seldom has to grow. */
export function cornerArray(geometry: BufferGeometry, name: 'position' | 'color', corners: number): Float32Array {
  let attribute = geometry.getAttribute(name) as BufferAttribute | undefined
  if (attribute === undefined || attribute.count < corners) {
    attribute = new BufferAttribute(new Float32Array(3 * Math.max(LEAST, 2 ** Math.ceil(Math.log2(corners)))), 3)
    geometry.setAttribute(name, attribute)
  }
  attribute.needsUpdate = true
  return attribute.array as Float32Array
}
