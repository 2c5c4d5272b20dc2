import { createRoot } from 'react-dom/client'
import { App } from './App'

await customElements.whenDefined('momentarium-demo') // objects can be assigned then
createRoot(document.getElementById('app') as HTMLElement).render(<App />)
