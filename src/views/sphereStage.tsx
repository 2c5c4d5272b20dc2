// The sphere of ./sphere in 3D; loaded only where there is WebGL. Far and near side are told apart by order, not by depth.
import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { Group, Mesh, MeshBasicMaterial, type PerspectiveCamera, RingGeometry, SphereGeometry } from 'three'
import { lookOf } from '@/numerics/look'
import { discs } from './discMesh'
import { ribbons } from './ribbonMesh'
import { layersOf, type SphereLine, type SpherePicture, type SphereScene } from './sphere'

const THIN = 0.0032 // half width of a line of width 1, radii
const MOST_DOTS = 4200

/** Dots, and lines in one mesh for each colour and width. */
function side(add: (object: Mesh, order: number) => void, order: number) {
  const dots = discs(MOST_DOTS, { corners: 12 })
  dots.material.depthTest = false
  add(dots.mesh, order + 1)
  const meshes = new Map<string, ReturnType<typeof ribbons>>()
  function meshOf(key: string, color: string): ReturnType<typeof ribbons> {
    const known = meshes.get(key)
    if (known) return known
    const made = ribbons()
    made.material.depthTest = false
    made.material.color.set(color)
    add(made.mesh, order)
    meshes.set(key, made)
    return made
  }
  return {
    write(picture: SpherePicture, camera: PerspectiveCamera, weight: number): void {
      const alike = new Map<string, SphereLine[]>()
      for (const line of picture.lines) {
        const key = `${line.color} ${line.width ?? 1}`
        const group = alike.get(key)
        if (group) group.push(line)
        else alike.set(key, [line])
      }
      for (const [key, { mesh }] of meshes) mesh.visible = alike.has(key)
      for (const [key, lines] of alike) {
        const { color, width = 1 } = lines[0]!
        const places = lines.map((line) => line.places)
        meshOf(key, color).write(places, camera.position.toArray(), THIN * width * weight)
      }
      const around = weight ** 0.5
      dots.write(
        picture.dots.map(({ at, r, color }) => ({ at, radius: r * around, color })),
        camera,
      )
    },
    dispose(): void {
      for (const one of [dots, ...meshes.values()]) one.dispose()
    },
  }
}

/** The objects of the stage: made once, then moved to where a picture has them. */
export function sphereObjects() {
  const group = new Group()
  const add = (object: Mesh, order: number) => {
    object.frustumCulled = false
    object.renderOrder = order
    group.add(object)
  }
  const plain = () => new MeshBasicMaterial({ depthTest: false, depthWrite: false, transparent: true })
  const [round, hoop, skin, edge] = [new SphereGeometry(1, 48, 30), new RingGeometry(0.996, 1.004, 96), plain(), plain()]
  const outline = new Mesh(hoop, edge)
  add(new Mesh(round, skin), 0)
  add(outline, 5)
  const sides = [side(add, 1), side(add, 3)]
  return {
    group,
    update(picture: SpherePicture, { params, palette }: SphereScene, camera: PerspectiveCamera): void {
      const look = lookOf(params)
      skin.color.set(palette.grid)
      edge.color.set(palette.faint)
      const away = camera.position.length() // the visible edge is a circle nearer than the middle
      outline.position.set(...look.toward).multiplyScalar(1 / away)
      outline.scale.setScalar(Math.sqrt(1 - 1 / away ** 2))
      outline.quaternion.copy(camera.quaternion)
      for (const [k, layer] of layersOf(picture, look, palette).entries()) sides[k]!.write(layer, camera, palette.weight)
    },
    dispose(): void {
      for (const one of [round, hoop, skin, edge, ...sides]) one.dispose()
    },
  }
}

interface SphereStageProps<S> {
  latest(): S
  picture(scene: S): SpherePicture
}
/** The stage of a demo's sphere. */
export function SphereStage<S extends SphereScene>({ latest, picture }: SphereStageProps<S>) {
  const objects = useMemo(sphereObjects, [])
  useEffect(() => objects.dispose, [objects])
  useFrame(({ camera }) => {
    const scene = latest()
    objects.update(picture(scene), scene, camera as PerspectiveCamera)
  })
  return <primitive object={objects.group} dispose={null} />
}
