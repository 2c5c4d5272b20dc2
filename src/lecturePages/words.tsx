// Text of a slide. What reads Markdown and TeX comes when there is a text; until then the text stands as it was typed.
import { memo } from 'react'
import { useLoaded } from '@/controls/part'

const load = () => import('@/lecture/markdown').then((m) => m.toHtml)

export const Words = memo(function Words({ text }: { text: string }) {
  const { value: toHtml } = useLoaded(text === '' ? null : load)
  if (text === '') return null
  if (toHtml === null) return <div className="words">{text}</div>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: src/lecture/markdown.ts lets no HTML of the text through
  return <div className="words" dangerouslySetInnerHTML={{ __html: toHtml(text) }} />
})
