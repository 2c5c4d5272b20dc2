// Numbers at this step, as a table, and the numbers of maps; hidden readouts are for drawing only.
import { memo } from 'react'
import type { NumberText } from '@/contract'
import { Tex } from '@/controls/tex'
import { messages } from '@/messages'
import { SessionContext, useInTurn, useSession } from '@/session/context'
import type { Session } from '@/session/session'
import { useKept } from './compared'
import { isListed, numberNamed, pictureIn, readoutText } from './values'

export function Readouts() {
  const { demo } = useSession()
  const kept = useKept()
  const picture = useInTurn(pictureIn)
  const current = (name: string) => picture?.series[name]?.[picture.step]
  const ofMaps = Object.entries(picture?.summary ?? {}).filter(([, value]) => !Number.isNaN(value))
  const shown = [
    ...Object.keys(demo.readouts).flatMap((name) => (isListed(demo, picture, name) ? [{ name, value: current(name) }] : [])),
    ...ofMaps.map(([name, value]) => ({ name, value })),
  ]
  if (shown.length === 0) return null
  return (
    <section className="readouts" aria-label={messages.readouts}>
      <h2>{messages.readouts}</h2>
      <table>
        <thead className={kept ? undefined : 'hidden'}>
          <tr>
            <th scope="col">{kept ? '' : messages.readoutName}</th>
            <th scope="col">{kept ? 'A' : messages.readoutValue}</th>
            {kept && <th scope="col">B</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, value }) => (
            <Row key={name} name={name} number={numberNamed(demo, name)} text={readoutText(demo, name, value)} kept={kept} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  name: string
  number: NumberText | undefined
  text: string
  kept: Session | null
}

const Row = memo(function Row({ name, number, text, kept }: RowProps) {
  return (
    <tr data-readout={name}>
      <th scope="row">
        {number?.symbol && <Tex source={number.symbol} />}
        {number?.label}
      </th>
      <Cell text={text} unit={number?.unit} />
      {kept && (
        <SessionContext value={kept}>
          <KeptCell name={name} unit={number?.unit} />
        </SessionContext>
      )}
    </tr>
  )
})

const Cell = ({ text, unit }: { text: string; unit: string | undefined }) => (
  <td className="tabular" translate="no">
    {text}
    {unit && <span className="unit">{unit}</span>}
  </td>
)

function KeptCell({ name, unit }: { name: string; unit: string | undefined }) {
  const { demo } = useSession()
  const picture = useInTurn(pictureIn)
  const value = name in demo.readouts ? picture?.series[name]?.[picture.step] : picture?.summary?.[name]
  return <Cell text={readoutText(demo, name, value)} unit={unit} />
}
