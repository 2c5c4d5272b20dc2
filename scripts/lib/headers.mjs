// The headers of the site in one place: for `_headers`, for `npm start` and for every server of the tests. docs/hosting.md says why.
import { createHash } from 'node:crypto'

/**
 * Runs before anything is loaded: adds a second policy with this host in the place of every host; both hold. In the sandboxed frames of other
 * people's pages the origin is opaque, and `'self'` is nothing in WebKit; the build does not know where it will be served.
 */
export const NARROW =
  "{const wide=document.querySelector('meta[http-equiv]'),own=wide.cloneNode();own.content=wide.content.replaceAll('http: https:',location.origin);wide.after(own)}"
/** Modules cannot be loaded from files: pages opened from disk say what to do. */
export const FROM_DISK =
  "if(location.protocol==='file:')addEventListener('DOMContentLoaded',()=>{document.getElementById('from-disk').hidden=false})"
/** A script within a page, as its policy names it. */
export const hashOf = (code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`
const FROM = "'self' http: https:"

/** Content-Security-Policy of our pages. `scripts`: hashes of those within them; `ancestors`: who may frame the page; null: anybody. */
export const policy = (scripts, ancestors) =>
  [
    "default-src 'none'",
    `script-src ${FROM} ${scripts.join(' ')}`,
    `style-src ${FROM} 'unsafe-inline'`,
    `img-src ${FROM} data: blob:`,
    `font-src ${FROM} data:`,
    `connect-src ${FROM}`,
    `worker-src ${FROM} blob:`,
    "manifest-src 'self'",
    ...(ancestors === null ? [] : [`frame-ancestors ${ancestors}`]),
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** For what other people's pages load: from any origin, even isolated ones. Workers are bound by the policy of their page. */
export const EMBEDDED = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}
const SOON = 'public, max-age=300, stale-while-revalidate=86400'
const PAGES = ['', 'index.html', 'd/*', 't/*', 'lecture/*', 'claims/*', 'licences/*']

/** Path, or the beginning of paths before a star → headers. Only one rule applies to a path. */
export const headerRules = (base, scripts) => ({
  [`${base}embed/*`]: { 'Content-Security-Policy': policy(scripts, null), ...EMBEDDED, 'Cache-Control': SOON },
  [`${base}assets/*`]: { ...EMBEDDED, 'Cache-Control': 'public, max-age=31536000, immutable' },
  ...Object.fromEntries(
    PAGES.map((path) => [base + path, { 'Content-Security-Policy': policy(scripts, "'none'"), 'Cache-Control': SOON }]),
  ),
})

/** Headers of one path. */
export function headersOf(rules, path) {
  const fits = (rule) => (rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule)
  return Object.entries(rules).find(([rule]) => fits(rule))?.[1] ?? {}
}

/** Sends the headers with every answer, except for caching: whoever builds again wants to see it. */
export const sendHeaders = (base, scripts) => {
  const rules = headerRules(base, scripts)
  return (request, response, next) => {
    const { 'Cache-Control': _, ...headers } = headersOf(rules, new URL(request.url, 'http://localhost').pathname)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    next()
  }
}
