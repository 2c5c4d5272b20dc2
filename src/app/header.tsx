import { Keyboard, Presentation, SunMoon, X } from 'lucide-react'
import { useEffect } from 'react'
import { Link, useLocation, useRoute } from 'wouter'
import { useStore } from 'zustand'
import { useLoaded } from '@/controls/part'
import { Live } from '@/controls/tex'
import { messages } from '@/messages'
import { metaOf } from '@/registry'
import { HelpSheet, openHelp } from './help'
import { present, togglePresent } from './present'
import { isThemeChoice, settings } from './theme'

export function Header() {
  const [onDemo, route] = useRoute('/d/:slug')
  const { theme, linked, presenting } = useStore(settings)
  const { value: meta } = useLoaded(onDemo ? metaOf(route.slug) : null)
  const [path] = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is not presented
  useEffect(() => present(false), [path])
  return (
    <header className="site">
      <Link href="/" className="brand">
        {messages.brand}
      </Link>
      {meta && <span className="topic">{messages.topics[meta.topics[0]]}</span>}
      <span className="spacer" />
      <Link href="/lecture" className="site-link">
        {messages.lecture.page}
      </Link>
      <Link href="/claims" className="site-link">
        {messages.claimsPage}
      </Link>
      {meta && (
        <button type="button" className="pill-button present" aria-pressed={presenting} onClick={togglePresent}>
          {presenting ? <X aria-hidden="true" /> : <Presentation aria-hidden="true" />}
          <Live>{presenting ? messages.leavePresent : messages.present}</Live>
        </button>
      )}
      <label className="pill-button theme-choice">
        <SunMoon aria-hidden="true" />
        <span className="hidden">{messages.theme}</span>
        <select
          value={linked ?? theme}
          onChange={(event) =>
            isThemeChoice(event.target.value) && settings.setState({ theme: event.target.value, linked: null })
          }
        >
          {Object.entries(messages.themes).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="pill-button" onClick={openHelp}>
        <Keyboard aria-hidden="true" />
        {messages.help}
      </button>
      <HelpSheet />
    </header>
  )
}
