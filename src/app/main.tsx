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

// A static host answers with this page where there is none: a frame then says so in the frame's own way.
if (/\/embed\//.test(location.pathname)) import('@/embed/main')
else {
  keepFocus()
  createRoot(document.getElementById('root') as HTMLElement).render(<App />)
}
