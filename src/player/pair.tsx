// Two states side by side: their large views, what differs between them, and ways to exchange them or to end.
import { ArrowLeftRight, X } from 'lucide-react'
import { type AnyDemo, type AnyView, type Params, sameValue } from '@/contract'
import { Live } from '@/controls/tex'
import { valueText } from '@/controls/values'
import { messages } from '@/messages'
import { SessionContext, useDemo, useSession } from '@/session/context'
import { type Session, shownParams } from '@/session/session'
import { type StageProps, useOrder, View, ViewChoice } from './stage'

const MOST = 4 // values in a heading

/** What `params` has otherwise than `other`, as a visitor reads it; values that no control shows are left out. */
function differences(demo: AnyDemo, params: Params, other: Params): string {
  const tab = demo.tabs ? [demo.tabs.by] : []
  const found = [...tab, ...shownParams(demo, params)].flatMap((key) => {
    const spec = demo.params[key]
    if (spec === undefined || sameValue(params[key], other[key])) return []
    if (spec.kind === 'toggle') return [messages.compare.toggled(spec.label, params[key] === true)]
    return [`${spec.label} ${valueText(spec, params[key])}`]
  })
  return found.length > MOST ? `${found.slice(0, MOST).join(' · ')} …` : found.join(' · ')
}

interface PairProps extends StageProps {
  kept: Session
  hasWays: boolean
}

export function Pair({ views, kept, hasWays }: PairProps) {
  const session = useSession()
  const order = useOrder({ views })
  const name = order[0]
  const [params, other] = useDemo((state) => [state.params, state.kept ?? state.params] as const)
  if (name === undefined) return null
  const own = differences(session.demo, params, other)
  return (
    <>
      {hasWays && (
        <div className="pair-ways">
          {order.length > 1 && <ViewChoice names={[...order].sort()} shown={name} />}
          <button type="button" className="pill-button" onClick={session.swap}>
            <ArrowLeftRight aria-hidden="true" />
            {messages.compare.swap}
          </button>
          <button type="button" className="pill-button" onClick={() => session.keep(null)}>
            <X aria-hidden="true" />
            {messages.compare.end}
          </button>
        </div>
      )}
      <Side letter="A" text={own || messages.compare.invite} name={name} views={views} />
      <SessionContext value={kept}>
        <Side letter="B" text={differences(session.demo, other, params) || messages.compare.kept} name={name} views={views} />
      </SessionContext>
    </>
  )
}

/** `name`: the view that is wanted; a state in another tab shows its own. */
function Side({ letter, text, name, views }: StageProps & { letter: string; text: string; name: string }) {
  const order = useOrder({ views })
  const shown = order.includes(name) ? name : (order[0] ?? name)
  return (
    <section className="side" data-side={letter} aria-label={`${letter}: ${text}`}>
      <h3>
        <span className="letter">{letter}</span> <Live>{text}</Live>
      </h3>
      <View key={shown} name={shown} view={views[shown] as AnyView} large />
    </section>
  )
}
