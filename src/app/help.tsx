// The help sheet, made from the registry of keys.
import { useStore } from 'zustand'
import { messages } from '@/messages'
import { KEYS } from '@/player/keys'
import { settings } from './theme'

const ID = 'help'
export function openHelp(): void {
  const dialog = document.getElementById(ID) as HTMLDialogElement | null
  if (dialog && !dialog.open) dialog.showModal()
}

export function HelpSheet() {
  const singleKeys = useStore(settings, (state) => state.singleKeys)
  return (
    <dialog id={ID} className="help" aria-labelledby="help-title">
      <form method="dialog">
        <h2 id="help-title">{messages.keysTitle}</h2>
        <dl>
          {[
            ...KEYS,
            { shown: 'F or P', does: messages.presentKey, single: true },
            { shown: '?', does: messages.helpKey, single: true },
          ].map(({ shown, does, single }) => (
            <div key={shown} className={single && !singleKeys ? 'off' : undefined}>
              <dt>
                <kbd>{shown}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p>{messages.handleKeys}</p>
        <label className="pill">
          <input type="checkbox" checked={singleKeys} onChange={() => settings.setState({ singleKeys: !singleKeys })} />
          <span>{messages.singleKeys}</span>
        </label>
        <button type="submit" className="pill-button">
          {messages.close}
        </button>
      </form>
    </dialog>
  )
}
