// The element that other people's decks use, in our own pages: frames that are loaded ahead, given back, and gone on with where they were.
import { useEffect, useState } from 'react'
import type { Slide } from '@/lecture/format'
import { hasDemo } from '@/registry'

const base = import.meta.env.BASE_URL
/** Its script keeps its name in the build; the dev server has the source. */
const script = import.meta.env.DEV ? '/src/host/element.ts' : `${base}embed/v1.js`
let coming: Promise<unknown> | undefined

/** Whether the element is there. */
export function useElement(): boolean {
  const [isThere, set] = useState(() => customElements.get('momentarium-demo') !== undefined)
  useEffect(() => {
    coming ??= import(/* @vite-ignore */ script)
    coming.then(
      () => set(true),
      () => {
        coming = undefined // no network; the next page tries again
      },
    )
  }, [])
  return isThere
}

export const isKnown = ({ demo }: Slide): boolean => demo !== undefined && hasDemo(demo)
/** Folder of the demo's frame, as an address of its own. */
export const frameOf = (slug: string): string => new URL(`${base}embed/${slug}/`, location.href).href
export const pageOf = ({ demo, query }: Pick<Slide, 'demo' | 'query'>): string => `${base}d/${demo}/${query ? `?${query}` : ''}`
