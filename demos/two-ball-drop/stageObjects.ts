// The objects of the 3D stage: made once, then moved to where a scene wants them. World: x to the right of the camera, y up, z towards it.
import {
  AmbientLight,
  BoxGeometry,
  BufferAttribute,
  BufferGeometry,
  CircleGeometry,
  ConeGeometry,
  DirectionalLight,
  Group,
  InstancedMesh,
  Line,
  LineSegments,
  Matrix4,
  Mesh,
  type PerspectiveCamera,
  PlaneGeometry,
  RingGeometry,
  SphereGeometry,
} from 'three'
import type { Palette } from '@/contract'
import { lensPlace, type Place, rampFoot, releaseOf } from './handles'
import { ghostFrames, type Scene, shownBalls } from './looks'
import { ballPlace, pictureCorners } from './scenePicture'
import { stageMaterials } from './stageMaterials'
import { isOnRamps, RADIUS } from './world'

const FLOOR = { aside: 3, back: -3, front: 8 } as const // m
const MOST_GHOSTS = 64
const RAMP_WIDTH = 0.3 // m

/** Lines whose ends are rewritten for each scene. */
function pathOf(points: number): { geometry: BufferGeometry; write(places: readonly Place[]): void } {
  const geometry = new BufferGeometry()
  const positions = new BufferAttribute(new Float32Array(3 * points), 3)
  geometry.setAttribute('position', positions)
  return {
    geometry,
    write(places) {
      for (const [index, [x, y, z]] of places.entries()) positions.setXYZ(index, x, y, z)
      positions.needsUpdate = true
    },
  }
}

function gridPlaces(): Place[] {
  const places: Place[] = []
  for (let x = -FLOOR.aside; x <= FLOOR.aside; x++) places.push([x, 0.002, FLOOR.back], [x, 0.002, FLOOR.front])
  for (let z = FLOOR.back; z <= FLOOR.front; z++) places.push([-FLOOR.aside, 0.002, z], [FLOOR.aside, 0.002, z])
  return places
}

export function stageObjects() {
  const group = new Group()
  const materials = stageMaterials()
  const paths: { geometry: BufferGeometry; write(places: readonly Place[]): void }[] = []
  const path = (points: number) => {
    const made = pathOf(points)
    paths.push(made)
    return made
  }
  const add = <T extends Parameters<Group['add']>[0]>(object: T): T => {
    object.frustumCulled = false // positions go beyond the bounds that three once computed
    group.add(object)
    return object
  }

  add(new AmbientLight('#ffffff', 1.9))
  const sun = add(new DirectionalLight('#ffffff', 1.9))
  sun.position.set(4, 9, 6)

  const floor = add(new Mesh(new PlaneGeometry(2 * FLOOR.aside, FLOOR.front - FLOOR.back), materials.floor))
  floor.rotation.x = -Math.PI / 2
  floor.position.z = (FLOOR.front + FLOOR.back) / 2
  const grid = path(gridPlaces().length)
  grid.write(gridPlaces())
  add(new LineSegments(grid.geometry, materials.grid))

  const sight = path(16) // four edges from the lens, four sides of the picture
  const sightLines = add(new LineSegments(sight.geometry, materials.sight))
  const picture = path(4)
  picture.geometry.setIndex([0, 1, 2, 0, 2, 3])
  const pictureMesh = add(new Mesh(picture.geometry, materials.picture))
  const line = path(2)
  const lineObject = add(new Line(line.geometry, materials.line))
  const axis = path(2)
  const axisObject = add(new Line(axis.geometry, materials.axis))

  const body = add(new Group())
  const box = new Mesh(new BoxGeometry(0.3, 0.28, 0.42), materials.body)
  box.position.z = 0.29
  const lens = new Mesh(new ConeGeometry(0.15, 0.22, 24, 1), materials.body)
  lens.rotation.x = Math.PI / 2 // its tip towards the body, its opening towards the balls
  lens.position.z = 0.02
  body.add(box, lens)

  const sphere = new SphereGeometry(RADIUS, 40, 24)
  const disc = new CircleGeometry(0.55 * RADIUS, 20) // ghosts: turned to the viewer, they look like spheres and cost little
  const ringShape = new RingGeometry(1.35 * RADIUS, 1.6 * RADIUS, 40)
  const shadowShape = new CircleGeometry(1.15 * RADIUS, 32)
  const balls = ([0, 1] as const).map((index) => {
    const drop = path(2)
    const ramp = path(6)
    // a prism: upright sides front and back, the slope between them
    ramp.geometry.setIndex([0, 1, 2, 3, 5, 4, 0, 3, 4, 0, 4, 1])
    const edge = path(4)
    const shadow = add(new Mesh(shadowShape, materials.shadow))
    shadow.rotation.x = -Math.PI / 2
    return {
      index,
      drop,
      ramp,
      edge,
      shadow,
      dropLine: add(new Line(drop.geometry, materials.drops[index])),
      rampMesh: add(new Mesh(ramp.geometry, materials.ramps[index])),
      rampEdge: add(new LineSegments(edge.geometry, materials.edges[index])),
      ball: add(new Mesh(sphere, materials.balls[index])),
      ghosts: add(new InstancedMesh(disc, materials.ghosts[index], MOST_GHOSTS)),
      ring: add(new Mesh(ringShape, materials.rings[index])),
    }
  })

  const matrix = new Matrix4()
  let painted: Palette | null = null

  function putBall(scene: Scene, camera: PerspectiveCamera, one: (typeof balls)[number], shown: boolean): void {
    const { params, step, steps, series } = scene
    const { index } = one
    const onRamp = isOnRamps(params)
    for (const object of [one.ball, one.ghosts, one.shadow]) object.visible = shown
    one.dropLine.visible = shown && !onRamp
    one.rampMesh.visible = shown && onRamp
    one.rampEdge.visible = shown && onRamp
    const now = ballPlace(scene, index, step)
    one.ball.position.set(...now)
    one.shadow.position.set(now[0], 0.004, now[2])
    const frames = ghostFrames(step, steps).slice(0, MOST_GHOSTS)
    one.ghosts.count = frames.length
    matrix.makeRotationFromQuaternion(camera.quaternion)
    for (const [k, frame] of frames.entries()) one.ghosts.setMatrixAt(k, matrix.setPosition(...ballPlace(scene, index, frame)))
    one.ghosts.instanceMatrix.needsUpdate = true
    const drop = (index === 0 ? series.drop1 : series.drop2)[step] as number
    one.ring.visible = shown && Number.isFinite(drop)
    if (one.ring.visible) {
      one.ring.position.set(...ballPlace(scene, index, drop))
      one.ring.quaternion.copy(camera.quaternion)
    }
    const [x, y, z] = releaseOf(params, index)
    one.drop.write([
      [x, y - RADIUS, z],
      [x, 0, z],
    ])
    one.dropLine.computeLineDistances()
    if (!onRamp) return
    const [foot] = rampFoot(params, index)
    const [back, front] = [z - RAMP_WIDTH / 2, z + RAMP_WIDTH / 2]
    const top = y - RADIUS
    one.ramp.write([
      [x, top, back],
      [foot, 0, back],
      [x, 0, back],
      [x, top, front],
      [foot, 0, front],
      [x, 0, front],
    ])
    one.edge.write([
      [x, top, back],
      [foot, 0, back],
      [x, top, front],
      [foot, 0, front],
    ])
  }

  function putCamera(scene: Scene): void {
    const { params } = scene
    const from = lensPlace(params)
    const corners = pictureCorners(scene)
    const seen = corners.flat().every(Number.isFinite)
    const pitch = (params.pitch * Math.PI) / 180
    body.position.set(...from)
    body.rotation.x = -pitch
    axis.write([from, [0, from[1] - 1.8 * Math.sin(pitch), from[2] - 1.8 * Math.cos(pitch)]])
    axisObject.computeLineDistances()
    sightLines.visible = seen
    pictureMesh.visible = seen
    if (!seen) return
    sight.write(corners.flatMap((corner, k) => [from, corner, corner, corners[(k + 1) % 4] as Place]))
    picture.write(corners)
  }

  return {
    group,
    /** Moves everything to where the scene wants it. */
    update(scene: Scene, camera: PerspectiveCamera): void {
      if (painted !== scene.palette) {
        painted = scene.palette
        materials.recolour(scene.palette)
      }
      const { h1, h2, line: share } = scene.params
      const shown = shownBalls(scene)
      for (const one of balls) putBall(scene, camera, one, shown.includes(one.index))
      putCamera(scene)
      const lineHeight = RADIUS + share * Math.min(h1, h2)
      line.write([
        [-0.95, lineHeight, 0],
        [0.95, lineHeight, 0],
      ])
      lineObject.computeLineDistances()
    },
    dispose(): void {
      for (const { geometry } of paths) geometry.dispose()
      for (const geometry of [floor.geometry, box.geometry, lens.geometry, sphere, disc, ringShape, shadowShape])
        geometry.dispose()
      for (const { ghosts } of balls) ghosts.dispose()
      materials.dispose()
    },
  }
}
