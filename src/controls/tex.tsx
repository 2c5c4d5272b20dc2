import { memo, useContext } from 'react'
import { segmentsOf } from '@/contract'
import { TexContext } from '@/session/context'

/** TeX typeset in the build; its source if the build did not see it. */
export const Tex = memo(function Tex({ source, param, label }: { source: string; param?: string; label?: string }) {
  const html = useContext(TexContext)[source]
  const said = label === undefined ? {} : { role: 'math', 'aria-label': label }
  if (html === undefined) {
    return (
      <span className="tex" translate="no" data-param={param} {...said}>
        {source}
      </span>
    )
  }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by KaTeX in the build from the demo's own data
  return <span className="tex" translate="no" data-param={param} {...said} dangerouslySetInnerHTML={{ __html: html }} />
})

/** Text that changes. Page translators replace our text nodes, so new text comes as a new element. */
export const Live = ({ children }: { children: string | null }) => children && <span key={children}>{children}</span>

/** A number and its unit stay on one line. */
const joined = (text: string) => text.replace(/(\d) (?=[%°])/g, '$1\u00a0')

/** Text with TeX between dollars. */
export function RichText({ text }: { text: string }) {
  return segmentsOf(text).map((segment, index) => {
    const key = `${index} ${segment.text}`
    return segment.math ? <Tex key={key} source={segment.text} /> : <span key={key}>{joined(segment.text)}</span>
  })
}
