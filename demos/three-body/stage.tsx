// World lines in three dimensions: loaded only with their tab, and only if there is WebGL.
import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import type { PerspectiveCamera } from 'three'
import type { Scene } from './looks'
import { worldObjects } from './worldObjects'

export default function Stage({ latest }: { latest(): Scene }) {
  const objects = useMemo(worldObjects, [])
  useEffect(() => objects.dispose, [objects])
  useFrame(({ camera }) => objects.update(latest(), camera as PerspectiveCamera))
  return <primitive object={objects.group} dispose={null} />
}
