// "Embed": the state on screen for a page or a deck, with a running preview. Loaded on request.
import { Check, Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Live } from '@/controls/tex'
import { kitTexts } from '@/export/texts'
import { messages } from '@/messages'
import { writePlace } from '@/session/address'
import { useSession } from '@/session/context'
import { copyText } from './copy'
import { embedCode, frameAddress, HOSTS, type HostKind } from './embedCode'
import { Select } from './select'

const SIZES = ['640 × 400', '960 × 600', '1280 × 720'] as const
const LEVELS = Object.keys(messages.embed.levels) as (keyof typeof messages.embed.levels)[]

interface EmbedDialogProps {
  permalink(): string
  onClose(): void
  /** Opens the kit for slides that show no live page. */
  onKit(): void
}
export function EmbedDialog({ permalink, onClose, onKit }: EmbedDialogProps) {
  const { demo, store } = useSession()
  const dialog = useRef<HTMLDialogElement>(null)
  const [host, setHost] = useState<HostKind>('iframe')
  const [ui, setUi] = useState<string>('player')
  const [theme, setTheme] = useState('auto')
  const [size, setSize] = useState<string>(SIZES[1])
  const [steps, setSteps] = useState(demo.lecture.length > 0)
  const [copied, setCopied] = useState(false)
  // The state when the dialog was opened: nothing behind it can be changed.
  const [query] = useState(() => writePlace(demo, store.getState()))
  useEffect(() => dialog.current?.showModal(), [])
  const [width = 960, height = 600] = size.split(' × ').map(Number)
  const { slug, title } = demo.meta
  const site = permalink().split(`/d/${slug}`)[0] as string
  const embedding = { host, site, slug, title, query, ui, theme, width, height, steps }
  const code = embedCode(embedding)
  const copy = async () => {
    if (await copyText(code)) setCopied(true)
    else dialog.current?.querySelector('textarea')?.select()
  }
  const change =
    <T,>(set: (value: T) => void) =>
    (value: NoInfer<T>) => {
      set(value)
      setCopied(false)
    }
  return (
    <dialog ref={dialog} className="embed-dialog" aria-labelledby="embed-title" onClose={onClose}>
      <h2 id="embed-title">{messages.embed.title}</h2>
      <div className="embed-choices">
        <Select
          label={messages.embed.host}
          value={host}
          options={HOSTS}
          names={messages.embed.hosts}
          onChange={change<HostKind>(setHost)}
        />
        {host !== 'markdown' && (
          <>
            <Select
              label={messages.embed.ui}
              value={ui}
              options={LEVELS}
              names={messages.embed.levels}
              onChange={change<string>(setUi)}
            />
            <Select
              label={messages.theme}
              value={theme}
              options={Object.keys(messages.themes)}
              names={messages.themes}
              onChange={change<string>(setTheme)}
            />
            <Select label={messages.embed.size} value={size} options={SIZES} onChange={change<string>(setSize)} />
          </>
        )}
      </div>
      {(host === 'reveal' || host === 'slidev') && (
        <label className="embed-steps">
          <input type="checkbox" checked={steps} onChange={(event) => change<boolean>(setSteps)(event.target.checked)} />
          {messages.embed.steps}
        </label>
      )}
      <p className="soft">
        {kitTexts.noPages}{' '}
        <button type="button" className="link-button" onClick={onKit}>
          {kitTexts.kit}
        </button>
      </p>
      <textarea readOnly rows={7} value={code} aria-label={messages.embed.title} spellCheck={false} />
      <div className="embed-buttons">
        <button type="button" className="pill-button" onClick={copy}>
          {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          <Live>{copied ? messages.copied : messages.embed.copy}</Live>
        </button>
        <button type="button" className="pill-button" onClick={() => dialog.current?.close()}>
          {messages.close}
        </button>
      </div>
      {host !== 'markdown' && (
        <iframe
          key={`${ui} ${theme}`}
          title={messages.embed.preview}
          src={frameAddress(embedding).replace(site, '')}
          sandbox="allow-scripts"
          style={{ aspectRatio: `${width} / ${height}` }}
        />
      )}
    </dialog>
  )
}
