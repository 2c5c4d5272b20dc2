// Play and pause, steps, scrubber, speed. Nothing here knows what is being played.
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
  Square,
} from 'lucide-react'
import { memo } from 'react'
import type { AnyDemo } from '@/contract'
import { Range } from '@/controls/range'
import { Live } from '@/controls/tex'
import type { RunPicture } from '@/engine'
import { formatNumber } from '@/format'
import { messages } from '@/messages'
import { useDemo, useSession } from '@/session/context'
import { endMessage } from '@/session/session'

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8] as const

/** Each part follows only what it shows; the buttons do not rerender while a run is dragged or plays. Pictures without time have no player. */
export function Transport() {
  const hasTime = useDemo(({ picture }) => picture === null || picture.steps > 0)
  if (!hasTime) return null
  return (
    <div className="transport" role="group" aria-label={messages.player}>
      <Buttons />
      <Scrubber />
      <StepCount />
      <Work />
      <Speed />
      <Toggles />
    </div>
  )
}

const Buttons = memo(function Buttons() {
  const session = useSession()
  const playing = useDemo((state) => state.playing)
  return (
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
  )
})

const Scrubber = memo(function Scrubber() {
  const session = useSession()
  const [step, steps, end, known] = useDemo(
    ({ picture }) =>
      [picture?.step ?? 0, picture?.steps ?? 0, picture?.ended?.step, picture?.left ? picture.last : undefined] as const,
  )
  const shareOf = (place: number) => (steps > 0 ? place / steps : 0)
  const shares = { '--share': shareOf(step), '--end': shareOf(end ?? steps), '--known': shareOf(known ?? step) }
  return (
    <div className="slider scrubber" style={shares as never}>
      <Range
        max={steps}
        value={step}
        label={messages.scrub}
        valueText={messages.stepOf(formatNumber(step, 9), formatNumber(steps, 9))}
        onChange={(wanted) => {
          session.pause()
          session.seek(wanted)
          return true
        }}
      />
      {end !== undefined && <span className="end-mark" />}
    </div>
  )
})

/** The state of the whole run at the step on screen, in words. */
function stateOf(demo: AnyDemo, picture: RunPicture | null, waits: number | null): string | null {
  if (waits !== null) return messages.progress(waits)
  if (picture === null) return messages.computing
  const { convergedAt, step } = picture
  return endMessage(demo, picture) ?? (convergedAt !== null && step >= convergedAt ? messages.convergedAt(convergedAt) : null)
}

const StepCount = memo(function StepCount() {
  const { demo } = useSession()
  const [step, steps, state] = useDemo(
    ({ picture, waits }) => [picture?.step ?? 0, picture?.steps ?? 0, stateOf(demo, picture, waits)] as const,
  )
  return (
    <p className="step-count">
      {messages.step}{' '}
      <span className="tabular" translate="no">
        {formatNumber(step, 9)}
      </span>{' '}
      <span className="soft" translate="no">{`/ ${formatNumber(steps, 9)}`}</span>
      {state && (
        <span className="run-state">
          <Live>{state}</Live>
        </span>
      )}
    </p>
  )
})

const NOTABLE = 1500 // ms: shorter work is not mentioned

/** While a long run is computed: the remaining time, and a button that stops or resumes it. */
const Work = memo(function Work() {
  const session = useSession()
  const [left, halted] = useDemo(({ picture, halted }) => {
    const ms = picture?.left ?? 0
    return [ms > NOTABLE || halted ? Math.ceil(ms / 1000) : 0, halted] as const
  })
  if (left === 0) return null
  return (
    <p className="run-work">
      <span className="tabular">{messages.work.left(left)}</span>
      <button
        type="button"
        className="icon-button"
        onClick={() => session.halt(!halted)}
        aria-label={halted ? messages.work.goOn : messages.work.stop}
        title={halted ? messages.work.goOn : messages.work.stop}
      >
        {halted ? <Play aria-hidden="true" /> : <Square aria-hidden="true" />}
      </button>
    </p>
  )
})

const Speed = memo(function Speed() {
  const session = useSession()
  const speed = useDemo((state) => state.speed)
  return (
    <label className="speed">
      <span className="hidden">{messages.speed}</span>
      <select value={speed} onChange={(event) => session.set({ speed: Number(event.target.value) })}>
        {SPEEDS.map((value) => (
          <option key={value} value={value}>{`${formatNumber(value)}×`}</option>
        ))}
      </select>
    </label>
  )
})

const Toggles = memo(function Toggles() {
  const session = useSession()
  const [loop, pauseAtRest] = useDemo((state) => [state.loop, state.pauseAtRest] as const)
  return (
    <>
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
      {session.demo.model.ended && (
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
    </>
  )
})
