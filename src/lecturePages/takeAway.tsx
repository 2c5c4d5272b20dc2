// The ways out of a lecture: a link, a file, decks, a page, paper.
import { useState } from 'react'
import { Live } from '@/controls/tex'
import { type Lecture, writeLecture } from '@/lecture/format'
import { packed } from '@/lecture/share'
import { texts } from '@/lecture/texts'
import { messages } from '@/messages'
import { copyText } from '@/player/copy'
import { save } from '@/player/save'
import { hasDemo } from '@/registry'

/** By kind: ending of the file, and its maker. */
const EXPORTS: Readonly<
  Record<'reveal' | 'slidev' | 'page' | 'file', { file: string; make(lecture: Lecture, site: string): Promise<string> }>
> = {
  reveal: { file: 'html', make: async (lecture, site) => (await import('@/lecture/exports')).revealDeck(lecture, site) },
  slidev: { file: 'md', make: async (lecture, site) => (await import('@/lecture/exports')).slidevDeck(lecture, site) },
  page: { file: 'html', make: async (lecture, site) => (await import('@/lecture/exports')).webPage(lecture, site) },
  file: { file: 'html', make: oneFile },
}

/** Slugs of the demos of a lecture, those that exist. */
const demosIn = ({ slides }: Lecture) => [
  ...new Set(slides.flatMap(({ demo }) => (demo === undefined || !hasDemo(demo) ? [] : [demo]))),
]

/** The lecture with its demos, for a hall without a network. */
async function oneFile(lecture: Lecture, site: string): Promise<string> {
  const { lectureFile } = await import('@/lecture/oneFile')
  const { demoFile } = await import('@/export/oneFile')
  const files = await Promise.all(
    demosIn(lecture).map(async (slug) => [
      slug,
      await demoFile(site, slug, { missing: texts.noFiles, unreachable: texts.noNetwork }),
    ]),
  )
  return lectureFile(lecture, Object.fromEntries(files))
}

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
    const { file, make } = EXPORTS[kind]
    try {
      save(await make({ ...lecture, title }, site), `${title}.${kind}.${file}`)
    } catch (error) {
      say((error as Error).message)
    }
  }
  const keepOffline = async () => {
    const { canKeep, keep } = await import('@/serviceWorker/kept')
    if (!canKeep()) return say(texts.cannotKeep)
    try {
      const bytes = await keep(demosIn(lecture), (share) => say(texts.keeping(share)))
      say(texts.keptOffline(`${(bytes / 1e6).toFixed(1)} MB`))
    } catch {
      say(texts.notKeptOffline)
    }
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
        <button type="button" className="plain-button" onClick={keepOffline}>
          {texts.keepOffline}
        </button>
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
