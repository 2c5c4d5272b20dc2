// The objects of the 3D stage: made once, then moved to where a scene wants them.
import {
  AmbientLight,
  BufferGeometry,
  CircleGeometry,
  Color,
  DirectionalLight,
  DoubleSide,
  GreaterDepth,
  Group,
  InstancedMesh,
  Line,
  LineBasicMaterial,
  LineSegments,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  type PerspectiveCamera,
  Quaternion,
  Vector3 as ThreeVector,
} from 'three'
import type { Vector3 } from '@/contract'
import { lookOf } from '@/numerics/look'
import { cornerArray } from '@/views/cornerArray'
import { globe } from './globe'
import { colorOf, type Scene } from './looks'
import { lossOf, METHODS, type Method, shownMethods, startOf } from './params'
import { shadow } from './shadow'
import { extentOf, pathsIn, placeIn, shellsOf } from './space'
import { tube } from './tube'

const THIN = 0.0058 // of the picture's half size: radius of a tube
const SHADOW = 1.006 // distance of shadows from the centre: just above the paint
const ROUND = 96 // corners of a shell's circles
const MOST_DOTS = 3000

/** Line pieces that are rewritten for each scene. */
function pieces(material: LineBasicMaterial) {
  const geometry = new BufferGeometry()
  return {
    object: new LineSegments(geometry, material),
    write(places: readonly Vector3[], colors?: readonly Color[]): void {
      const corners = cornerArray(geometry, 'position', places.length)
      for (const [k, place] of places.entries()) corners.set(place, 3 * k)
      if (colors) {
        const tints = cornerArray(geometry, 'color', colors.length)
        for (const [k, color] of colors.entries()) color.toArray(tints, 3 * k)
      }
      geometry.setDrawRange(0, places.length)
    },
    dispose: () => geometry.dispose(),
  }
}

const toLength = ([x, y, z]: Vector3, length: number): Vector3 => {
  const scale = length / Math.hypot(x, y, z)
  return [x * scale, y * scale, z * scale]
}

export function stageObjects() {
  const group = new Group()
  const add = <T extends Parameters<Group['add']>[0]>(object: T): T => {
    object.frustumCulled = false
    group.add(object)
    return object
  }
  const sun = add(new DirectionalLight('#ffffff', 0.75))
  add(new AmbientLight('#ffffff', 2.39))
  const ball = globe()
  add(ball.mesh)

  const pale = (opacity: number) => new MeshBasicMaterial({ transparent: true, opacity, depthWrite: false })
  const tubes = METHODS.map((method) => {
    const shape = tube()
    const firm = new MeshBasicMaterial({ transparent: true }) // so that it is drawn after what the sphere hides
    const future = pale(0.3)
    const hidden = pale(0.3)
    hidden.depthFunc = GreaterDepth // drawn right after the sphere: only where the sphere is in front of it
    const main = add(new Mesh(shape.geometry, [firm, future]))
    const behind = add(new Mesh(shape.geometry, [hidden]))
    const ground = shadow()
    const line = new LineBasicMaterial({ transparent: true })
    const below = add(new Line(ground.geometry, line))
    for (const object of [main, below]) object.renderOrder = 1
    return { method, shape, ground, objects: [main, behind, below], materials: [firm, future, hidden, line] }
  })
  const coloured = new LineBasicMaterial({ vertexColors: true, transparent: true })
  const struts = pieces(coloured)
  const shellLine = new LineBasicMaterial({ transparent: true, opacity: 0.45 })
  const shells = pieces(shellLine)
  for (const { object } of [struts, shells]) add(object).renderOrder = 1
  const [dot, disc] = [new CircleGeometry(1, 8), new CircleGeometry(1, 18)] // corners cost time when the processor draws
  const flat = new MeshBasicMaterial({ side: DoubleSide, forceSinglePass: true, transparent: true })
  const dots = add(new InstancedMesh(dot, flat, MOST_DOTS))
  const marks = add(new InstancedMesh(disc, flat, 2 * METHODS.length + 3))
  const through = pale(0.45)
  through.depthFunc = GreaterDepth
  const hiddenMarks = add(new InstancedMesh(disc, through, 2 * METHODS.length)) // where the sphere hides them
  dots.renderOrder = 2
  marks.renderOrder = 3

  const colors = new Map<Method, Color>()
  const ink = new Color()
  const paper = new Color()
  let written: readonly unknown[] = []
  let drawnShells = ''

  const matrix = new Matrix4()
  const [size, spot] = [new ThreeVector(), new ThreeVector()]
  const facing = new Quaternion()
  const put = (into: InstancedMesh, index: number, at: Vector3, radius: number, color: Color) => {
    into.setMatrixAt(index, matrix.compose(spot.set(...at), facing, size.setScalar(radius)))
    into.setColorAt(index, color)
  }

  function writeRun(scene: Scene, thin: number): void {
    const paths = pathsIn(scene)
    for (const { method, shape, ground, objects } of tubes) {
      const own = paths.find((one) => one.method === method)
      for (const object of objects) object.visible = own !== undefined
      if (own === undefined) continue
      shape.write(own.places, thin * (method === 'projected' ? 1.25 : 1))
      ground.write(own.places, SHADOW)
    }
  }

  function writeShells(scene: Scene): void {
    const { right, up } = lookOf(scene.params)
    const around = shellsOf(scene)
    const key = JSON.stringify([around, right, up])
    if (key === drawnShells) return
    drawnShells = key
    const corners: Vector3[] = []
    for (const { radius } of around) {
      const circle = (a: Vector3, b: Vector3) => {
        const at = (k: number): Vector3 => {
          const [c, s] = [radius * Math.cos((2 * Math.PI * k) / ROUND), radius * Math.sin((2 * Math.PI * k) / ROUND)]
          return [c * a[0] + s * b[0], c * a[1] + s * b[1], c * a[2] + s * b[2]]
        }
        for (let k = 0; k < ROUND; k++) corners.push(at(k), at(k + 1))
      }
      circle(right, up) // the visible edge of the shell
      circle([1, 0, 0], [0, 0, 1]) // and its equator
    }
    shells.write(corners)
  }

  function writeDots(scene: Scene, thin: number): void {
    const { step, last, params } = scene
    const paths = pathsIn(scene)
    const stride = Math.max(1, Math.ceil((paths.length * (last + 1)) / MOST_DOTS))
    let count = 0
    for (let k = 0; k <= step; k += stride)
      for (const { method, places } of paths) put(dots, count++, placeIn(places, k), 2.1 * thin, colors.get(method) as Color)
    dots.count = count
    let used = 0
    const { toward } = lookOf(params)
    const raised = ([x, y, z]: Vector3, by: number): Vector3 => [x + by * toward[0], y + by * toward[1], z + by * toward[2]]
    for (const minimum of lossOf(params).minima) put(marks, used++, raised(minimum, 4 * thin), 3.4 * thin, ink)
    put(marks, used++, raised(startOf(params), 4 * thin), 3.4 * thin, ink)
    const strutEnds: Vector3[] = []
    const tints: Color[] = []
    hiddenMarks.count = paths.length
    for (const [index, { method, places }] of paths.entries()) {
      const at = placeIn(places, step)
      const color = colors.get(method) as Color
      put(marks, used++, raised(at, 0.01), 6.6 * thin, paper)
      put(marks, used++, raised(at, 0.02), 5.2 * thin, color)
      put(hiddenMarks, index, at, 5.2 * thin, color)
      strutEnds.push(toLength(at, SHADOW), at)
      tints.push(color, color)
    }
    marks.count = used
    struts.write(strutEnds, tints)
    for (const one of [dots, marks, hiddenMarks]) {
      one.instanceMatrix.needsUpdate = true
      if (one.instanceColor) one.instanceColor.needsUpdate = true
    }
  }

  return {
    group,
    /** Moves everything to where the scene wants it. */
    update(scene: Scene, camera: PerspectiveCamera): void {
      const { params, palette, step, series, last } = scene
      ball.paint(params, palette)
      ink.set(palette.ink)
      paper.set(palette.paper)
      shellLine.color.set(palette.faint)
      for (const { method, materials } of tubes) {
        const color = new Color(colorOf(palette, method))
        colors.set(method, color)
        for (const material of materials) material.color.copy(color)
      }
      facing.copy(camera.quaternion)
      sun.position.set(...lookOf(params).toward).addScaledVector(spot.set(...lookOf(params).up), 0.5)
      const { half } = extentOf(scene)
      const thin = THIN * Math.max(half[0] / 1.19, half[1]) * palette.weight ** 0.6
      const run = [series, last, thin, params.radius, shownMethods(params).join()]
      if (run.some((part, k) => part !== written[k])) {
        written = run
        writeRun(scene, thin)
      }
      writeShells(scene)
      writeDots(scene, thin)
      for (const { shape, ground } of tubes) {
        shape.split(step)
        ground.draw(step)
      }
    },
    dispose(): void {
      ball.dispose()
      for (const { shape, ground, materials } of tubes) {
        shape.geometry.dispose()
        ground.geometry.dispose()
        for (const material of materials) material.dispose()
      }
      for (const lines of [struts, shells]) lines.dispose()
      for (const material of [coloured, shellLine, flat, through]) material.dispose()
      dot.dispose()
      disc.dispose()
      dots.dispose()
      marks.dispose()
      hiddenMarks.dispose()
    },
  }
}
