// What could not be used of a link: the first few, one sentence each.
import type { Note } from '@/contract'
import { messages } from '@/messages'

const MOST = 8 // more would bury the page

export function NoteList({ notes }: { notes: readonly Note[] }) {
  return (
    <ul>
      {notes.slice(0, MOST).map((note) => (
        <li key={note.key + note.given}>{messages.noted(note)}</li>
      ))}
      {notes.length > MOST && <li>{messages.andMore(notes.length - MOST)}</li>}
    </ul>
  )
}
