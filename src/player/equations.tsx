// The method's equations, typeset in the build. Symbols light up with their controls: see ./lighting.
import { tabOf } from '@/contract'
import { Tex } from '@/controls/tex'
import { messages } from '@/messages'
import { useDemo, useSession } from '@/session/context'

export function Equations() {
  const { demo } = useSession()
  const tab = useDemo(({ params }) => tabOf(demo, params))
  const shown = demo.equations?.filter(({ tabs }) => tab === undefined || (tabs?.includes(tab) ?? true)) ?? []
  if (shown.length === 0) return null
  return (
    <section className="equations" aria-label={messages.equations}>
      {shown.map((equation) => (
        <Tex key={equation.tex} source={`display:${equation.tex}`} label={equation.spoken} />
      ))}
    </section>
  )
}
