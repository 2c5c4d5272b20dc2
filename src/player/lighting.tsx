// What belongs together lights up together.
import { useDemo } from '@/session/context'

/** A style that lights up everything linked to the lit parameters: symbols, marks, handles. Unlike a class it survives redrawing. */
export function Lighting() {
  const lit = useDemo((state) => state.lit)
  if (lit.length === 0) return null
  const all = (pattern: (key: string) => string) => lit.map(pattern).join(',')
  return (
    <style>
      {`${all((k) => `.tex [data-param="${k}"],.tex[data-param="${k}"]`)}{background:var(--lit);border-radius:3px;box-shadow:0 0 0 3px var(--lit)}
${all((k) => `.plot :is(path,line,circle)[data-param="${k}"],.plot g[data-param="${k}"] :is(line,circle)`)}{stroke-width:3px}
${all((k) => `.plot text[data-param="${k}"]`)}{text-decoration:underline}
${all((k) => `.handle[data-params~="${k}"] .ring`)}{stroke:var(--method);stroke-width:3}`}
    </style>
  )
}
