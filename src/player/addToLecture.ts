import { messages } from '@/messages'
import { writePlace } from '@/session/address'
import { useSession } from '@/session/context'

/** Puts the state on screen into the visitor's lecture; resolves to a sentence about it. What keeps lectures is loaded when it is asked for. */
export function useAddToLecture(): () => Promise<string> {
  const { demo, store } = useSession()
  return async () => {
    const state = store.getState()
    const title = demo.lecture[state.lecture ?? -1]?.title ?? demo.meta.title
    const slide = { demo: demo.meta.slug, query: writePlace(demo, state), title }
    try {
      const [{ addToLecture }, { slideOf }] = await Promise.all([import('@/lecture/store'), import('@/lecture/format')])
      const { count, kept } = await addToLecture(slideOf(slide), messages.lecture.title)
      return kept ? messages.lecture.added(count) : messages.lecture.notKept
    } catch {
      return messages.missingPart
    }
  }
}
