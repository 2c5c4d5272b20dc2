// Play and pause, steps, scrubber, speed. Nothing here knows what is played.
import {
  ChevronLeft,
  ChevronRight,
  ChevronsLeft,
  ChevronsRight,
  Flag,
  Pause,
  Play,
  Repeat,
  SkipBack,
  SkipForward,
} from 'lucide-react'
import { formatNumber } from '@/format'
import { messages } from '@/messages'
import { useDemo, useSession } from '@/session/context'
import { endMessage } from '@/session/session'

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8] as const

export function Transport() {
  const session = useSession()
  const { demo } = session
  const [playing, speed, loop, pauseAtRest, picture] = useDemo(
    (s) => [s.playing, s.speed, s.loop, s.pauseAtRest, s.picture] as const,
  )
  const step = picture?.step ?? 0
  const steps = picture?.steps ?? 0
  const end = picture?.ended?.step ?? steps
  const share = steps > 0 ? step / steps : 0
  const state =
    picture === null
      ? messages.computing
      : (endMessage(demo, picture) ??
        (picture.convergedAt !== null && step >= picture.convergedAt ? messages.convergedAt(picture.convergedAt) : null))
  return (
    <div className="transport" role="group" aria-label={messages.player}>
      <div className="buttons">
        <button type="button" className="icon-button" onClick={() => session.seek(0)} aria-label={messages.keys.start}>
          <SkipBack aria-hidden="true" />
        </button>
        <button type="button" className="icon-button far" onClick={() => session.stepBy(-10)} aria-label={messages.keys.back10}>
          <ChevronsLeft aria-hidden="true" />
        </button>
        <button type="button" className="icon-button" onClick={() => session.stepBy(-1)} aria-label={messages.keys.back}>
          <ChevronLeft aria-hidden="true" />
        </button>
        <button type="button" className="play" onClick={session.toggle} aria-label={playing ? messages.pause : messages.play}>
          {playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        </button>
        <button type="button" className="icon-button" onClick={() => session.stepBy(1)} aria-label={messages.keys.forward}>
          <ChevronRight aria-hidden="true" />
        </button>
        <button type="button" className="icon-button far" onClick={() => session.stepBy(10)} aria-label={messages.keys.forward10}>
          <ChevronsRight aria-hidden="true" />
        </button>
        <button type="button" className="icon-button" onClick={() => session.seek('end')} aria-label={messages.keys.end}>
          <SkipForward aria-hidden="true" />
        </button>
      </div>
      <div className="slider scrubber" style={{ '--share': share, '--end': steps > 0 ? end / steps : 1 } as never}>
        <input
          type="range"
          min={0}
          max={steps}
          step={1}
          value={step}
          aria-label={messages.scrub}
          aria-valuetext={messages.stepOf(formatNumber(step, 9), formatNumber(steps, 9))}
          onChange={(event) => {
            session.pause()
            session.seek(Number(event.target.value))
          }}
        />
        {picture?.ended && <span className="end-mark" />}
      </div>
      <p className="step-count">
        {messages.step} <span className="tabular">{formatNumber(step, 9)}</span>{' '}
        <span className="soft">{`/ ${formatNumber(steps, 9)}`}</span>
        {state && <span className="run-state">{state}</span>}
      </p>
      <label className="speed">
        <span className="hidden">{messages.speed}</span>
        <select value={speed} onChange={(event) => session.set({ speed: Number(event.target.value) })}>
          {SPEEDS.map((value) => (
            <option key={value} value={value}>{`${formatNumber(value)}×`}</option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="icon-button"
        aria-pressed={loop}
        aria-label={messages.loop}
        title={messages.loop}
        onClick={() => session.set({ loop: !loop })}
      >
        <Repeat aria-hidden="true" />
      </button>
      {demo.model.ended && (
        <button
          type="button"
          className="icon-button"
          aria-pressed={pauseAtRest}
          aria-label={messages.pauseAtRest}
          title={messages.pauseAtRest}
          onClick={() => session.set({ pauseAtRest: !pauseAtRest })}
        >
          <Flag aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
