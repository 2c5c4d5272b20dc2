// Numbers at this step, as a table, and the numbers of maps; hidden readouts are for drawing only.
import { memo } from 'react'
import type { NumberText } from '@/contract'
import { Tex } from '@/controls/tex'
import { messages } from '@/messages'
import { useInTurn, useSession } from '@/session/context'
import { isListed, numberNamed, pictureIn, readoutText } from './values'

export function Readouts() {
  const { demo } = useSession()
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
        <thead className="hidden">
          <tr>
            <th scope="col">{messages.readoutName}</th>
            <th scope="col">{messages.readoutValue}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, value }) => (
            <Row key={name} name={name} number={numberNamed(demo, name)} text={readoutText(demo, name, value)} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Row = memo(function Row({ name, number, text }: { name: string; number: NumberText | undefined; text: string }) {
  return (
    <tr data-readout={name}>
      <th scope="row">
        {number?.symbol && <Tex source={number.symbol} />}
        {number?.label}
      </th>
      <td className="tabular" translate="no">
        {text}
        {number?.unit && <span className="unit">{number.unit}</span>}
      </td>
    </tr>
  )
})
