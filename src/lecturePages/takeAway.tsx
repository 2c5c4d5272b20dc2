// The ways out of a lecture: a link, a file, decks, a page, paper.
import { useState } from 'react'
import { Live } from '@/controls/tex'
import { type Lecture, writeLecture } from '@/lecture/format'
import { packed } from '@/lecture/share'
import { texts } from '@/lecture/texts'
import { messages } from '@/messages'
import { copyText } from '@/player/copy'
import { save } from './save'

const EXPORTS = {
  reveal: { file: 'html', load: async () => (await import('@/lecture/exports')).revealDeck },
  slidev: { file: 'md', load: async () => (await import('@/lecture/exports')).slidevDeck },
  page: { file: 'html', load: async () => (await import('@/lecture/exports')).webPage },
} as const

export function TakeAway({ lecture, onPrint }: { lecture: Lecture; onPrint(): void }) {
  const [said, say] = useState<string | null>(null)
  const site = new URL(import.meta.env.BASE_URL, location.href).href.replace(/\/$/, '')
  const title = lecture.title || texts.untitled
  const link = async () => {
    const word = await packed(writeLecture(lecture))
    if (word === null) return say(texts.linkLong)
    const address = `${site}/lecture/#l=${word}`
    say((await copyText(address)) ? messages.copied : messages.copyFailed(address))
  }
  const take = async (kind: keyof typeof EXPORTS) => {
    const { file, load } = EXPORTS[kind]
    save((await load())({ ...lecture, title }, site), `${title}.${kind}.${file}`)
  }
  return (
    <details className="take-away">
      <summary className="pill-button">{texts.takeAway}</summary>
      <div className="take-away-list">
        <button type="button" className="plain-button" onClick={link}>
          {texts.link}
        </button>
        <button type="button" className="plain-button" onClick={() => save(writeLecture(lecture), `${title}.json`)}>
          {texts.saveFile}
        </button>
        {(Object.keys(EXPORTS) as (keyof typeof EXPORTS)[]).map((kind) => (
          <button key={kind} type="button" className="plain-button" onClick={() => take(kind)}>
            {texts.exports[kind]}
          </button>
        ))}
        <button type="button" className="plain-button" onClick={onPrint}>
          {texts.exports.print}
        </button>
        <p role="status">
          <Live>{said}</Live>
        </p>
      </div>
    </details>
  )
}
