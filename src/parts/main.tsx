// The part gallery of the dev server: every example in every theme.
import { createRoot } from 'react-dom/client'
import type { AnyScene, PlotView } from '@/contract'
import { THEMES } from '@/views'
import { Plot } from '@/views/plot'
import '@/styles/base.css'
import '@/styles/page.css'
import '@/styles/parts.css' // after the others
import { type Example, examples } from './examples'

function Shown({ example }: { example: Example }) {
  const { parts, says, draw, ...geometry } = example
  const view: PlotView<AnyScene> = { kind: 'plot', ...geometry, draw: ({ palette }) => draw(palette) }
  return (
    <section>
      <h2>{parts.join(', ')}</h2>
      <p>{says}</p>
      {Object.values(THEMES).map((palette) => (
        <figure key={palette.name} style={{ background: palette.paper }}>
          <Plot view={view} scene={{ palette } as AnyScene} alt={`${parts[0]}, ${palette.name}`} />
        </figure>
      ))}
    </section>
  )
}

createRoot(document.getElementById('root')!).render(examples.map((example) => <Shown key={example.parts[0]} example={example} />))
