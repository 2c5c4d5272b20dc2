// The address of what is on the wall, to be read by the cameras of a class. No server is in between: each plays for itself.
import { useLoaded } from '@/controls/part'
import { texts } from '@/lecture/texts'
import { messages } from '@/messages'

const load = () => import('@/qr').then((m) => m.qrOf)

export function Code({ link, onClose }: { link: string; onClose(): void }) {
  const { value: qrOf } = useLoaded(load)
  const rows = qrOf?.(link)
  return (
    <div className="walk-code" role="dialog" aria-label={texts.walk.codeTitle}>
      {rows ? (
        <svg viewBox={`-4 -4 ${rows.length + 8} ${rows.length + 8}`} role="img" aria-label={link}>
          <rect x={-4} y={-4} width={rows.length + 8} height={rows.length + 8} fill="#fff" />
          <path d={rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')} />
        </svg>
      ) : (
        qrOf && <p>{texts.walk.codeLong}</p>
      )}
      <a href={link}>{link}</a>
      <button type="button" className="pill-button" onClick={onClose}>
        {messages.close}
      </button>
    </div>
  )
}
