// Everything for slides that show no live page, in one zip: picture, clip, the steps of the lesson, link, QR code, the demo as one file, and how to use them.
import { qrOf, qrPath } from '@/qr'
import { zipped } from './filmFile'
import type { ExportFrame, Taken } from './frame'
import { kitText } from './texts'

const QUIET = 4 // modules around the code

/** A QR code as a file, dark on white; null if the text is too long. */
function qrSvg(text: string): string | null {
  const rows = qrOf(text)
  if (rows === null) return null
  const size = rows.length + 2 * QUIET
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-QUIET} ${-QUIET} ${size} ${size}" width="${10 * size}" height="${10 * size}"><rect x="${-QUIET}" y="${-QUIET}" width="${size}" height="${size}" fill="#fff"/><path d="${qrPath(rows)}"/></svg>`
}

interface Kit {
  slug: string
  title: string
  link: string
  /** Ids of the stops of the lesson. */
  stops: readonly string[]
  frame: ExportFrame
  width: number
  /** The demo as one file; null if this site has none. */
  page: File | null
}

/** `tell` reports the share that is done. */
export async function slideKit(
  { slug, title, link, stops, frame, width, page }: Kit,
  tell: (done: number) => void,
): Promise<Taken> {
  const files: Record<string, Uint8Array> = {}
  const put = async (path: string, file: Blob) => {
    files[path] = new Uint8Array(await file.arrayBuffer())
  }
  const parts = stops.length + 4 // the clip counts for three
  const notes: string[] = []
  await put('poster.png', (await frame.take({ format: 'png', whole: true, width })).file)
  tell(1 / parts)
  const clip = await frame.take({ format: 'mp4', whole: true, width }, (done) => tell((1 + 3 * done) / parts))
  const clipName = `clip.${clip.file.name.split('.').at(-1)}`
  await put(clipName, clip.file)
  notes.push(...clip.notes)
  if (stops.length > 0) await frame.ask('set', { words: { show: 'stop' } })
  for (const [index, stop] of stops.entries()) {
    await frame.ask('lecture', { do: 'goto', step: `${stop}:answer` })
    const { file } = await frame.take({ format: 'png', whole: true, width })
    await put(`steps/${String(index + 1).padStart(2, '0')}.png`, file)
    tell((4 + index + 1) / parts)
  }
  if (page !== null) await put(`${slug}.html`, page)
  const qr = qrSvg(link)
  const encode = (text: string) => new TextEncoder().encode(text)
  if (qr !== null) files['qr.svg'] = encode(qr)
  files['link.txt'] = encode(`${link}\n`)
  files['read-me.txt'] = encode(
    kitText({ slug, title, link, clip: clipName, hasSteps: stops.length > 0, hasPage: page !== null, hasQr: qr !== null }),
  )
  return { file: new File([await zipped(files)], `${slug}-slides.zip`, { type: 'application/zip' }), notes }
}
