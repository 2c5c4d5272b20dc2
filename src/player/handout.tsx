// What only paper shows: the values on screen, the lesson with its answers, the link as text and as a QR code.
import { useEffect, useState } from 'react'
import { RichText } from '@/controls/tex'
import { valueText } from '@/controls/values'
import { messages } from '@/messages'
import { useDemo, useSession } from '@/session/context'
import { shownParams } from '@/session/session'
import type { ToldStop } from './told'

const REST = 4000 // ms after the page became usable: print does not wait for late loading

/** What is only printed, and loaded late: the words of the lesson with the build's numbers, null if there are none, and what draws QR codes. */
function useLate(slug: string) {
  const [told, setTold] = useState<readonly ToldStop[] | null>(null)
  const [qr, setQr] = useState<typeof import('@/qr') | null>(null)
  useEffect(() => {
    const timer = setTimeout(async () => {
      await import('@/qr').then(setQr, () => {})
      await fetch(new URL(`d/${slug}/lesson.json`, new URL(import.meta.env.BASE_URL, location.href)))
        .then((answer) => (answer.ok ? answer.json() : null))
        .then(setTold, () => {})
    }, REST)
    return () => clearTimeout(timer)
  }, [slug])
  return { told, qr }
}

export function Handout({ permalink }: { permalink(): string }) {
  const { demo } = useSession()
  const late = useLate(demo.meta.slug)
  const [isPrinted, print] = useState(false)
  useEffect(() => {
    const [before, after] = [() => print(true), () => print(false)]
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return isPrinted ? <Paper {...late} link={permalink()} /> : null
}

function Paper({ told, qr, link }: ReturnType<typeof useLate> & { link: string }) {
  const { demo } = useSession()
  const params = useDemo((state) => state.params)
  return (
    <section className="handout">
      <p className="handout-values">
        {shownParams(demo, params).map((name) => {
          const spec = demo.params[name]
          return spec && <span key={name}>{`${spec.label}: ${valueText(spec, params[name])}`}</span>
        })}
      </p>
      <ol>
        {(told ?? []).map(({ id, title, text, ask, say, see, why }) => (
          <li key={id}>
            <h3>
              <RichText text={title} />
            </h3>
            <p>
              <RichText text={text} /> {ask && <RichText text={ask} />}
            </p>
            <p>
              <strong>
                {messages.lesson.now} <RichText text={say} />.
              </strong>{' '}
              <RichText text={see} /> <RichText text={why} />
            </p>
          </li>
        ))}
      </ol>
      <div className="handout-link">
        {qr && <Code qr={qr} link={link} />}
        <a href={link}>{link}</a>
      </div>
    </section>
  )
}

/** The link as a QR code; nothing if the link is too long. */
function Code({ qr: { qrOf, qrPath }, link }: { qr: typeof import('@/qr'); link: string }) {
  const rows = qrOf(link)
  if (rows === null) return null
  return (
    <svg viewBox={`-2 -2 ${rows.length + 4} ${rows.length + 4}`} aria-hidden="true">
      <path d={qrPath(rows)} />
    </svg>
  )
}
