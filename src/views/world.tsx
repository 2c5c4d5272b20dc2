// What fiber draws of a 3D view. React itself runs here and in the stages of the demos; the page around them has a lighter stand-in for it
// (docs/decisions/012), so elements of one must not reach the other.
import { useFrame, useThree } from '@react-three/fiber'
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useLayoutEffect } from 'react'
import type { PerspectiveCamera } from 'three'
import type { AnyScene, StageView } from '@/contract'
import { Copied } from './copied'
import { aim } from './lens'

type Stage = ComponentType<{ latest(): AnyScene }>
const stages = new WeakMap<StageView<AnyScene>['load'], Stage>()

/** The component of a stage, loaded when it is first drawn. */
function stageOf({ load }: StageView<AnyScene>): Stage {
  const Stage = stages.get(load) ?? lazy(load)
  stages.set(load, Stage)
  return Stage
}

/** The stage and its camera, as elements for a root of fiber; `shown`: where to copy the pictures, if they are drawn out of sight. */
export function worldOf(
  view: StageView<AnyScene>,
  scene: AnyScene,
  latest: () => AnyScene,
  shown?: () => HTMLCanvasElement | null,
): ReactNode {
  const Stage = stageOf(view)
  return (
    <>
      <Follow view={view} scene={scene} />
      {shown && <Copied shown={shown} />}
      <Suspense fallback={null}>
        <Stage latest={latest} />
        <Redraw />
      </Suspense>
    </>
  )
}

/** Sets the canvas's camera for the scene, and asks for one new picture. */
function Follow({ view, scene }: { view: StageView<AnyScene>; scene: AnyScene }) {
  const { camera, size, invalidate, scene: world } = useThree()
  useLayoutEffect(() => {
    aim(camera as PerspectiveCamera, size.width / size.height, view.camera(scene))
    invalidate()
  }, [view, scene, camera, size, invalidate])
  // Objects read the scene in useFrame; what they change then is drawn in the same frame.
  useFrame(() => world.updateMatrixWorld())
  return null
}

/** The stage may arrive after its scene did. */
function Redraw() {
  const { gl, invalidate } = useThree()
  useEffect(() => {
    gl.domElement.closest('.stage-3d')?.setAttribute('data-drawn', '') // whoever takes a picture waits for it
    invalidate()
  }, [gl, invalidate])
  return null
}
