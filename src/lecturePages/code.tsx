// The address of what is on the wall, to be read by the cameras of a class. No server is in between: each plays for itself.
import { useLoaded } from '@/controls/part'
import { texts } from '@/lecture/texts'
import { messages } from '@/messages'

const load = () => import('@/qr')

export function Code({ link, onClose }: { link: string; onClose(): void }) {
  const { value: qr } = useLoaded(load)
  const rows = qr?.qrOf(link)
  return (
    <div className="walk-code" role="dialog" aria-label={texts.walk.codeTitle}>
      {qr && rows ? (
        <svg viewBox={`-4 -4 ${rows.length + 8} ${rows.length + 8}`} role="img" aria-label={link}>
          <rect x={-4} y={-4} width={rows.length + 8} height={rows.length + 8} fill="#fff" />
          <path d={qr.qrPath(rows)} />
        </svg>
      ) : (
        qr && <p>{texts.walk.codeLong}</p>
      )}
      <a href={link}>{link}</a>
      <button type="button" className="pill-button" onClick={onClose}>
        {messages.close}
      </button>
    </div>
  )
}
