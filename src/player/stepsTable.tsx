// What the curves show, as a table over the steps: for screen readers, and for copying.
import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { AnyDemo } from '@/contract'
import { Live } from '@/controls/tex'
import type { RunPicture } from '@/engine'
import { formatNumber } from '@/format'
import { messages } from '@/messages'
import { useInTurn, useSession } from '@/session/context'
import { copyText } from './copy'
import { isListed, pictureIn, readoutText } from './values'

const ROWS = 10 // between the first step and the last

/** First and last step, some between them at equal distances, and the current one. */
const stepsOf = ({ step, last }: RunPicture): number[] =>
  [...new Set([...Array.from({ length: ROWS + 1 }, (_, k) => Math.round((k * last) / ROWS)), step])].sort((a, b) => a - b)

/** Every step with full precision, in columns separated by tabs: for a spreadsheet. */
function wholeText(demo: AnyDemo, { series, last }: RunPicture, names: readonly string[]): string {
  const head = [messages.step, ...names.map((name) => demo.readouts[name]?.label ?? name)]
  const rows = Array.from({ length: last + 1 }, (_, step) => [step, ...names.map((name) => series[name]?.[step] ?? '')])
  return [head, ...rows].map((row) => row.join('\t')).join('\n')
}

export function StepsTable() {
  const [open, setOpen] = useState(false)
  return (
    <details className="steps-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{messages.stepsTable}</summary>
      {open && <Table />}
    </details>
  )
}

function Table() {
  const { demo } = useSession()
  const picture = useInTurn(pictureIn)
  const [copied, setCopied] = useState(false)
  if (picture === null) return null
  const names = Object.keys(demo.readouts).filter((name) => isListed(demo, picture, name))
  const copy = async () => setCopied(await copyText(wholeText(demo, picture, names))) // otherwise the table can be selected
  return (
    <>
      <button type="button" className="pill-button" onClick={copy}>
        <Copy aria-hidden="true" />
        <Live>{copied ? messages.copiedText : messages.copySteps}</Live>
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={messages.stepsTable}>
        <table>
          <thead>
            <tr>
              <th scope="col">{messages.step}</th>
              {names.map((name) => (
                <th key={name} scope="col">
                  {demo.readouts[name]?.label}
                  {demo.readouts[name]?.unit && <span className="unit">{demo.readouts[name]?.unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular" translate="no">
            {stepsOf(picture).map((step) => (
              <tr key={step} aria-current={step === picture.step ? 'step' : undefined}>
                <th scope="row">{formatNumber(step, 9)}</th>
                {names.map((name) => (
                  <td key={name}>{readoutText(demo, name, picture.series[name]?.[step])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
