// The drop in three dimensions: loaded only where there is WebGL.
import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import type { PerspectiveCamera } from 'three'
import type { Scene } from './looks'
import { stageObjects } from './stageObjects'

export default function Stage({ latest }: { latest(): Scene }) {
  const objects = useMemo(stageObjects, [])
  const invalidate = useThree((state) => state.invalidate)
  useEffect(() => {
    let here = true
    document.fonts.ready.then(() => here && invalidate())
    return () => {
      here = false
      objects.dispose()
    }
  }, [objects, invalidate])
  useFrame(({ camera, gl }) => {
    const { width, height } = gl.domElement
    objects.update(latest(), camera as PerspectiveCamera, { width, height, density: gl.getPixelRatio() })
  })
  return <primitive object={objects.group} dispose={null} />
}
