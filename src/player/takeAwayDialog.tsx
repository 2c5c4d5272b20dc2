// "Take away": what is on screen as a picture, a film, numbers, one file, or a kit for slides. Loaded on request.
import { useEffect, useRef, useState } from 'react'
import { Live } from '@/controls/tex'
import { shownMaps } from '@/export/data'
import { type ExportFrame, openFrame, type Taken } from '@/export/frame'
import { texts } from '@/export/texts'
import { messages } from '@/messages'
import { writePlace } from '@/session/address'
import { useSession } from '@/session/context'
import { save } from './save'
import { Select } from './select'

const KINDS = ['picture', 'film', 'data', 'page', 'kit'] as const
type Kind = (typeof KINDS)[number]
const SIDES = [16, 8192] as const // px
const FILM_SIDES = [64, 3840] as const // px
const SPEEDS = ['0.25', '0.5', '1', '2', '4', '8'] as const

const wholeIn = (text: string, [low, high]: readonly [number, number]): number | null => {
  const value = Number(text)
  return text.trim() !== '' && Number.isInteger(value) && value >= low && value <= high ? value : null
}
const sizeText = (bytes: number) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`

interface TakeAwayDialogProps {
  permalink(): string
  /** What it offers first. */
  first: Kind
  onClose(): void
}
export function TakeAwayDialog({ permalink, first, onClose }: TakeAwayDialogProps) {
  const session = useSession()
  const { demo, store } = session
  const { slug, title } = demo.meta
  const dialog = useRef<HTMLDialogElement>(null)
  const [kind, setKind] = useState(first)
  const [picture, setPicture] = useState('png')
  const [film, setFilm] = useState('mp4')
  const [table, setTable] = useState('run')
  const [subject, setSubject] = useState('run')
  const [letters, setLetters] = useState('960')
  const [theme, setTheme] = useState(document.documentElement.dataset.theme ?? 'light')
  const [speed, setSpeed] = useState('1')
  const [fields, setFields] = useState<Readonly<Record<Field, string>>>({
    width: '1920',
    height: '1080',
    from: '0',
    to: String(session.endOf()),
    fps: '30',
  })
  const [flags, setFlags] = useState({ caption: false, transparent: false, loop: true })
  const [share, setShare] = useState<number | null>(null)
  const [said, say] = useState<string | null>(null)
  const frame = useRef<ExportFrame | null>(null)
  const cancelled = useRef(false)
  const again = useRef<HTMLButtonElement>(null)
  const wasBusy = useRef(false)
  // The state when the dialog was opened: nothing behind it can be changed.
  const [query] = useState(() => writePlace(demo, store.getState()))
  const [maps] = useState(() => shownMaps(demo, store.getState().params))
  useEffect(() => {
    if (wasBusy.current && share === null) again.current?.focus() // in place of the button to cancel
    wasBusy.current = false
  }, [share])
  useEffect(() => {
    session.pause() // what is on screen stays
    dialog.current?.showModal()
    return () => frame.current?.close()
  }, [session])
  const site = permalink().split(`/d/${slug}`)[0] as string
  const needsSize = kind === 'picture' || kind === 'film' || kind === 'kit'

  /** Numbers as typed; says which one is wrong. */
  function numbers(): Record<Field, number> | null {
    const steps = [0, demo.model.steps(store.getState().params)] as const
    const ranges = { width: sides(kind), height: sides(kind), from: steps, to: steps, fps: [1, 60] as const }
    for (const field of fieldsOf(kind, subject)) {
      if (wholeIn(fields[field], ranges[field]) !== null) continue
      say(texts.notWhole(texts[field], ranges[field][0], ranges[field][1]))
      return null
    }
    if (kind === 'film' && subject === 'run' && Number(fields.from) > Number(fields.to)) {
      say(texts.backwards)
      return null
    }
    return Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, Number(text)])) as Record<Field, number>
  }

  async function make(): Promise<Taken> {
    const { oneFile } = await import('@/export/oneFile')
    if (kind === 'page')
      return { file: await oneFile(site, slug, query, { missing: texts.noPage, unreachable: texts.noNetwork }), notes: [] }
    const { width, height, from, to, fps } = numbers() as Record<Field, number>
    const dense = Math.min(4, Math.max(1, width / Number(letters)))
    const words = new URLSearchParams(query)
    const hasStop = words.has('step') || (kind === 'film' && subject === 'lesson')
    if (kind === 'film' && subject === 'lesson') words.set('step', demo.lecture[0]?.id ?? '')
    for (const [word, value] of Object.entries({ ui: 'none', theme, links: '0', dpr: String(dense), motion: 'reduce' }))
      words.set(word, value)
    if (hasStop && needsSize) words.set('show', 'stop')
    const [w, h] = needsSize ? [width / dense, height / dense] : [960, 600]
    const address = `${site}/embed/${slug}/?${words}`
    await fetch(address).catch(() => Promise.reject(new Error(texts.noNetwork))) // else the frame says nothing for a long time
    const opened = await openFrame(address, Math.round(w), Math.round(h), texts.silent)
    frame.current = opened
    if (cancelled.current) throw new Error(texts.cancelled)
    if (kind === 'data') return opened.take(table === 'data' ? { format: 'data' } : { format: 'csv', of: table }, setShare)
    if (kind === 'kit') {
      const { slideKit } = await import('@/export/slideKit')
      const page = await oneFile(site, slug, query).catch(() => null)
      const stops = demo.lecture.map(({ id }) => id)
      return slideKit({ slug, title, link: permalink(), stops, frame: opened, width, page }, setShare)
    }
    const { caption, transparent, loop } = flags
    if (kind === 'picture')
      return opened.take({ format: picture as 'png', whole: true, width, caption, ...(transparent && { transparent }) })
    return opened.take(
      {
        format: film as 'mp4',
        whole: true,
        width,
        of: subject,
        fps,
        speed: Number(speed),
        loop,
        ...(subject === 'run' && { from, to }),
      },
      setShare,
    )
  }

  async function start() {
    if (kind !== 'page' && kind !== 'data' && numbers() === null) return
    cancelled.current = false
    say(null)
    setShare(0)
    try {
      const { file, notes } = await make()
      save(file, file.name)
      say([texts.saved(file.name, sizeText(file.size)), ...notes].join(' '))
    } catch (error) {
      say(cancelled.current ? texts.cancelled : (error as Error).message)
    }
    frame.current?.close()
    frame.current = null
    setShare(null)
    wasBusy.current = true
  }
  function cancel() {
    cancelled.current = true
    frame.current?.close()
  }
  const type = (field: Field) => (text: string) => setFields((old) => ({ ...old, [field]: text }))
  const busy = share !== null

  return (
    <dialog ref={dialog} className="embed-dialog take-away-dialog" aria-labelledby="take-away-title" onClose={onClose}>
      <h2 id="take-away-title">{texts.title}</h2>
      <fieldset className="pills" disabled={busy}>
        <legend className="hidden">{texts.what}</legend>
        {KINDS.map((one) => (
          <label key={one} className="pill">
            <input
              type="radio"
              name="take-away"
              checked={one === kind}
              onChange={() => {
                setKind(one)
                say(null)
              }}
            />
            <span>{texts.kinds[one]}</span>
          </label>
        ))}
      </fieldset>
      <p className="soft">{texts.says[kind]}</p>
      <fieldset className="embed-choices" disabled={busy}>
        {kind === 'picture' && (
          <Select
            label={texts.format}
            value={picture}
            options={Object.keys(texts.pictures)}
            names={texts.pictures}
            onChange={setPicture}
          />
        )}
        {kind === 'film' && (
          <>
            <Select label={texts.format} value={film} options={Object.keys(texts.films)} names={texts.films} onChange={setFilm} />
            {demo.lecture.length > 0 && (
              <Select
                label={texts.of}
                value={subject}
                options={Object.keys(texts.subjects)}
                names={texts.subjects}
                onChange={setSubject}
              />
            )}
          </>
        )}
        {kind === 'data' && (
          <Select
            label={texts.of}
            value={table}
            options={['run', ...maps, 'data']}
            names={{
              ...Object.fromEntries(maps.map((name) => [name, texts.tables.map(name)])),
              run: texts.tables.run,
              data: texts.tables.data,
            }}
            onChange={setTable}
          />
        )}
        {needsSize && (
          <>
            <Select
              label={messages.theme}
              value={theme}
              options={Object.keys(messages.themes).filter((name) => name !== 'auto')}
              names={messages.themes}
              onChange={setTheme}
            />
            <Select
              label={texts.letters}
              value={letters}
              options={Object.keys(texts.letterSizes)}
              names={texts.letterSizes}
              onChange={setLetters}
            />
          </>
        )}
        {fieldsOf(kind, subject).map((field) => (
          <label key={field}>
            <span>{texts[field]}</span>
            <input
              type="text"
              inputMode="numeric"
              size={6}
              value={fields[field]}
              onChange={(event) => type(field)(event.target.value)}
            />
          </label>
        ))}
        {kind === 'film' && subject === 'run' && (
          <Select label={texts.speed} value={speed} options={SPEEDS} onChange={setSpeed} />
        )}
      </fieldset>
      <fieldset className="take-away-flags" disabled={busy}>
        {flagsOf(kind, film).map((flag) => (
          <label key={flag}>
            <input
              type="checkbox"
              checked={flags[flag]}
              onChange={(event) => setFlags((old) => ({ ...old, [flag]: event.target.checked }))}
            />
            {texts[flag]}
          </label>
        ))}
      </fieldset>
      <div className="embed-buttons">
        {busy ? (
          <>
            <progress value={share} max={1} aria-label={texts.working(share)} />
            <button type="button" className="pill-button" onClick={cancel}>
              {texts.cancel}
            </button>
          </>
        ) : (
          <button ref={again} type="button" className="pill-button strong" onClick={start}>
            {texts.make}
          </button>
        )}
        <button type="button" className="pill-button" onClick={() => dialog.current?.close()}>
          {messages.close}
        </button>
      </div>
      <p className="said" role="status">
        <Live>{busy ? texts.working(share) : said}</Live>
      </p>
    </dialog>
  )
}

type Field = 'width' | 'height' | 'from' | 'to' | 'fps'
const sides = (kind: Kind) => (kind === 'picture' ? SIDES : FILM_SIDES)
function fieldsOf(kind: Kind, subject: string): Field[] {
  if (kind === 'picture' || kind === 'kit') return ['width', 'height']
  if (kind === 'film') return ['width', 'height', ...(subject === 'run' ? (['from', 'to'] as const) : []), 'fps']
  return []
}
function flagsOf(kind: Kind, film: string): ('caption' | 'transparent' | 'loop')[] {
  if (kind === 'picture') return ['caption', 'transparent']
  return kind === 'film' && film === 'gif' ? ['loop'] : []
}
