// The camera of a 3D stage: the same for its picture and for what is drawn over it.

import type { PerspectiveCamera } from 'three'
import type { AnyScene, StageView } from '@/contract'
import { DEGREE } from '@/numerics/angles'

const [NEAR, FAR] = [0.02, 500] // world lengths
const LEAST_ASPECT = 1.19 // the width over height for which demos choose their angle; that of a page is 514 / 430

/** Sets a camera for a scene. A stage that is narrower than on a page sees as much across, and more above and below. */
export function aim(
  camera: PerspectiveCamera,
  aspect: number,
  { position, target, fov }: ReturnType<StageView<AnyScene>['camera']>,
): PerspectiveCamera {
  const wider = Math.max(1, LEAST_ASPECT / aspect)
  camera.aspect = aspect
  camera.fov = (2 * Math.atan(wider * Math.tan((fov / 2) * DEGREE))) / DEGREE
  ;[camera.near, camera.far] = [NEAR, FAR]
  camera.position.set(...position)
  camera.lookAt(...target)
  camera.updateProjectionMatrix()
  camera.updateMatrixWorld()
  return camera
}
