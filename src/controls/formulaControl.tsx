// A formula typed by the visitor, checked while typing; a bad one gets a message at the place of the mistake, and the last good one stays.
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { type FormulaSpec, longest } from '@/contract'
import { FormulaError, prepareFormula } from '@/formula'
import { messages } from '@/messages'
import { type CompiledFormula, compiledFormula, hasFormula } from '@/numerics/formula'
import { Missing, useLoaded } from './part'
import { Live } from './tex'
import { loadTypesetting } from './typeset'

interface Props {
  name: string
  spec: FormulaSpec
  value: string
  describedBy?: string
  onChange(value: string, source: string): void
}
const QUIET = 250 // ms without typing before the text is checked

export function FormulaControl({ name, spec, value, describedBy, onChange }: Props) {
  const [draft, setDraft] = useState(value)
  const [problem, setProblem] = useState<{ message: string; at: number | null } | null>(null)
  const [checking, setChecking] = useState(false)
  const [made, setMade] = useState<CompiledFormula | null>(null)
  const newest = useRef(value)
  const noteId = useId()

  // The value may also change elsewhere: undo, a preset, a link.
  useEffect(() => {
    if (newest.current === value) return
    newest.current = value
    setDraft(value)
    setProblem(null)
  }, [value])

  useEffect(() => {
    let stale = false
    const check = async () => {
      setChecking(!hasFormula(draft))
      try {
        const compiled = await prepareFormula(draft, spec.variables)
        if (stale) return
        setProblem(null)
        setMade(compiled)
        newest.current = draft
        onChange(draft, `formula:${name}`)
      } catch (error) {
        if (stale) return
        setProblem({
          message: error instanceof Error ? error.message : String(error),
          at: error instanceof FormulaError ? error.at : null,
        })
        if (hasFormula(newest.current)) setMade(compiledFormula(newest.current))
      } finally {
        if (!stale) setChecking(false)
      }
    }
    const timer = setTimeout(check, draft === newest.current ? 0 : QUIET)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [draft, spec, name, onChange])

  return (
    <div className="formula">
      <label>
        <span className="control-label">{spec.label}</span>
        <input
          type="text"
          value={draft}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          maxLength={longest(spec) + 20}
          aria-invalid={problem !== null}
          aria-describedby={problem ? noteId : describedBy}
          onChange={(event) => setDraft(event.target.value)}
        />
      </label>
      {problem && (
        <p className="field-note" role="status" id={noteId}>
          {problem.at !== null && (
            <code aria-hidden="true">
              {draft.slice(Math.max(0, problem.at - 12), problem.at)}
              <mark>{draft.slice(problem.at, problem.at + 1) || '\u00a0'}</mark>
              {draft.slice(problem.at + 1, problem.at + 12)}
            </code>
          )}
          <Live>{problem.message}</Live>
        </p>
      )}
      {checking && <p className="field-note">{messages.checking}</p>}
      {made && !problem && <Gradient compiled={made} />}
    </div>
  )
}

/** The gradient found, typeset; KaTeX loads with the first formula. */
function Gradient({ compiled }: { compiled: CompiledFormula }) {
  const { value: typeset, failed, again } = useLoaded(loadTypesetting)
  const html = useMemo(() => {
    const rows = compiled.tex.gradient.map((tex, index) => `\\partial_{${compiled.variables[index]}} f &= ${tex}`)
    return typeset?.(`\\begin{aligned}${rows.join('\\\\')}\\end{aligned}`) ?? ''
  }, [compiled, typeset])
  if (failed) return <Missing again={again} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="gradient" aria-label={messages.gradientIs} tabIndex={0}>
      <span className="control-label">{messages.gradientIs}</span>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by KaTeX, which escapes what it is given */}
      <span dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  )
}
