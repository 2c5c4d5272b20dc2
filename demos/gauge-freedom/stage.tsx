// The surface in three dimensions: loaded only where there is WebGL.
import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import type { PerspectiveCamera } from 'three'
import type { Scene } from './looks'
import { stageObjects } from './views/stageObjects'

export default function Stage({ latest }: { latest(): Scene }) {
  const objects = useMemo(stageObjects, [])
  useEffect(() => objects.dispose, [objects])
  useFrame(({ camera }) => objects.update(latest(), camera as PerspectiveCamera))
  return <primitive object={objects.group} dispose={null} />
}
