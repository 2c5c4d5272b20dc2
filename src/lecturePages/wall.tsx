// The lecture on the wall: full screen, the lesson's deeds before the eyes, and a speaker's window that follows.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Lecture } from '@/lecture/format'
import { positionsOf } from '@/lecture/positions'
import { openChannel } from './follow'
import { openSpeaker } from './speaker'
import { Walk } from './walk'

interface WallProps {
  lecture: Lecture
  present(on: boolean): void
  onLeave(): void
}

export function Wall({ lecture, present, onLeave }: WallProps) {
  const [at, setAt] = useState(0)
  const [began] = useState(() => Date.now())
  const last = useMemo(() => positionsOf(lecture, true).length - 1, [lecture])
  const channel = useRef<ReturnType<typeof openChannel>>(undefined)
  const latest = useRef({ lecture, at, began })
  latest.current = { lecture, at, began }
  useEffect(() => {
    present(true)
    const tell = () => channel.current?.say({ type: 'here', ...latest.current })
    channel.current = openChannel((said) => {
      if (said.type === 'where') tell()
      if (said.type === 'go') setAt((now) => Math.min(Math.max(now + said.by, 0), last))
    })
    return () => {
      channel.current?.say({ type: 'left' })
      channel.current?.close()
      present(false)
    }
  }, [present, last])
  useEffect(() => {
    channel.current?.say({ type: 'here', lecture, at, began })
  }, [lecture, at, began])
  return (
    <main className="lecture-walk wall" id="main">
      <h1 className="hidden">{lecture.title}</h1>
      <Walk lecture={lecture} at={at} onAt={setAt} isWall onLeave={onLeave} onSpeaker={openSpeaker} />
    </main>
  )
}
