// Every demo, and the template for the next one.
import type { AnyDemo, AnyView } from '@/contract'
import { loadDemo, loadViews, slugs } from '@/registry'
import { demosToTest } from '../support/demos'

export interface Found {
  slug: string
  /** From the root of the project. */
  folder: string
  demo: AnyDemo
  views: Readonly<Record<string, AnyView>>
}

export async function everyDemo(): Promise<Found[]> {
  const template = {
    slug: 'template',
    folder: 'scripts/template',
    demo: (await import('../../scripts/template/demo')).default as AnyDemo,
    views: (await import('../../scripts/template/views')).default as Readonly<Record<string, AnyView>>,
  }
  const found = await Promise.all(
    slugs()
      .filter((slug) => demosToTest().includes(slug))
      .map(async (slug) => ({ slug, folder: `demos/${slug}`, demo: await loadDemo(slug), views: await loadViews(slug) })),
  )
  return [...found, template]
}
