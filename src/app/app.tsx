import { type ComponentType, useEffect, useState } from 'react'
import { Route, Switch, useParams } from 'wouter'
import type { Palette } from '@/contract'
import { part } from '@/controls/part'
import { messages } from '@/messages'
import { PaletteContext } from '@/session/context'
import { THEMES } from '@/views'
import { ErrorPage } from './errorPage'
import { Header } from './header'
import { present } from './present'
import { followTheme, isThemeChoice, settings } from './theme'

/** A page that comes when it is asked for. Its place is there at once, so that the focus has somewhere to go. */
const page = <P extends object>(load: () => Promise<ComponentType<P>>) => part(load, <main id="main" aria-busy="true" />)

const DemoRoute = page(() => import('./demoRoute').then((m) => m.DemoRoute))
const Gallery = page(() => import('@/gallery/gallery').then((m) => m.Gallery))
const LecturePage = page(() => import('@/lecturePages/lecturePage').then((m) => m.LecturePage))
const SpeakerPage = page(() => import('@/lecturePages/speaker').then((m) => m.SpeakerPage))
const TourRoute = page(() => import('@/lecturePages/tourRoute').then((m) => m.TourRoute))
const ClaimsPage = page(() => import('@/gallery/claimsPage').then((m) => m.ClaimsPage))

// A link may ask for a theme. It holds for this page and is not stored as the visitor's choice.
const asked = new URLSearchParams(location.search).get('theme')
if (isThemeChoice(asked)) settings.setState({ linked: asked })

export function App() {
  const [palette, setPalette] = useState<Palette>(THEMES.light)
  useEffect(() => followTheme(setPalette), [])
  return (
    <PaletteContext value={palette}>
      <a className="skip" href="#main">
        {messages.skip}
      </a>
      <Header />
      <Switch>
        <Route path="/">
          <Gallery />
        </Route>
        <Route path="/d/:slug" component={Demo} />
        <Route path="/lecture">
          <LecturePage present={present} />
        </Route>
        <Route path="/lecture/speaker">
          <SpeakerPage />
        </Route>
        <Route path="/t/:slug">{({ slug }) => <TourRoute key={slug} slug={slug} present={present} />}</Route>
        <Route path="/claims">
          <ClaimsPage />
        </Route>
        <Route>
          <ErrorPage message={messages.unknownPage} meant={location.pathname.split('/').filter(Boolean).at(-1)} />
        </Route>
      </Switch>
    </PaletteContext>
  )
}

function Demo() {
  const { slug = '' } = useParams<{ slug: string }>()
  return <DemoRoute key={slug} slug={slug} />
}
