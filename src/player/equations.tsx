// The method's equations, typeset in the build. Symbols light up with their controls: see ./lighting.
import { Tex } from '@/controls/tex'
import { messages } from '@/messages'
import { useSession } from '@/session/context'

export function Equations() {
  const { demo } = useSession()
  if (!demo.equations?.length) return null
  return (
    <section className="equations" aria-label={messages.equations}>
      {demo.equations.map((equation) => (
        <Tex key={equation.tex} source={`display:${equation.tex}`} label={equation.spoken} />
      ))}
    </section>
  )
}
