// Numbers at this step, as a table; hidden readouts are for drawing only.
import { memo } from 'react'
import type { AnyDemo } from '@/contract'
import { Tex } from '@/controls/tex'
import { messages } from '@/messages'
import { useInTurn, useSession } from '@/session/context'
import { isListed, pictureIn, readoutText } from './values'

export function Readouts() {
  const { demo } = useSession()
  const picture = useInTurn(pictureIn)
  const current = (name: string) => picture?.series[name]?.[picture.step]
  const shown = Object.entries(demo.readouts).filter(([name]) => isListed(demo, picture, name))
  if (shown.length === 0) return null
  return (
    <section className="readouts" aria-label={messages.readouts}>
      <h2>{messages.readouts}</h2>
      <table>
        <thead className="hidden">
          <tr>
            <th scope="col">{messages.readoutName}</th>
            <th scope="col">{messages.readoutValue}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([name, readout]) => (
            <Row key={name} name={name} readout={readout} text={readoutText(demo, name, current(name))} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Row = memo(function Row({ name, readout, text }: { name: string; readout: AnyDemo['readouts'][string]; text: string }) {
  return (
    <tr data-readout={name}>
      <th scope="row">
        {readout.symbol && <Tex source={readout.symbol} />}
        {readout.label}
      </th>
      <td className="tabular" translate="no">
        {text}
        {readout.unit && <span className="unit">{readout.unit}</span>}
      </td>
    </tr>
  )
})
