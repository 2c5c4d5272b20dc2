import '@/askAgain'
import '@fontsource-variable/inter/opsz.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import 'katex/dist/katex.min.css'
import '@/styles/base.css'
import '@/styles/page.css'
import '@/styles/lesson.css'
import '@/styles/controls.css'
import '@/styles/print.css' // after all others
import { createRoot } from 'react-dom/client'
import { keepFocus } from '@/player/focus'
import { App } from './app'

const REST = 10_000 // ms after the page is there

/** The site's own pages are kept for where there is no network. */
function keepSite(): void {
  if (!('serviceWorker' in navigator) || self !== top) return
  setTimeout(async () => {
    const { renew, startWorker } = await import('@/serviceWorker/kept')
    await startWorker()
      .then(renew)
      .catch(() => {}) // no network, or a browser that keeps nothing: the site works all the same
  }, REST)
}

// A static host serves this page for addresses that do not exist; inside a frame the message looks like a frame.
if (/\/embed\//.test(location.pathname)) import('@/embed/main')
else {
  keepFocus()
  createRoot(document.getElementById('root') as HTMLElement).render(<App />)
  if (import.meta.env.PROD) keepSite()
}
