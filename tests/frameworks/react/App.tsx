// The code of docs/embedding.md for React, as a project would write it.
import { useRef, useState } from 'react'
import type { MomentariumElement } from './v1'

export function App() {
  const demo = useRef<MomentariumElement>(null)
  const [beta, setBeta] = useState(0.5)
  const [query, setQuery] = useState('beta=0.9&t=4')
  const [told, setTold] = useState('')
  return (
    <>
      <momentarium-demo
        id="a"
        ref={demo}
        demo="heavy-ball"
        beta={beta}
        step="wedge"
        ui="player"
        links={0}
        onmomentarium-change={({ detail }) => setTold(detail.source)}
      />
      <momentarium-demo id="b" demo="heavy-ball" query={query} params={{ start: [1, -1] }} />
      <button type="button" onClick={() => setBeta(0.7)}>
        beta
      </button>
      <button type="button" onClick={() => setQuery('beta=0.6&t=9')}>
        query
      </button>
      <button type="button" onClick={() => demo.current?.step(3)}>
        step
      </button>
      <output>{told}</output>
    </>
  )
}

// @ts-expect-error there is no such level of interface
export const wrong = <momentarium-demo demo="heavy-ball" ui="everything" />
// @ts-expect-error a demo has a name
export const nameless = <momentarium-demo />
