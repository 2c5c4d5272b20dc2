// Imports point down: numerics ← domains ← model.ts ← demo.ts, and contract ← engine ← player ← app.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { faults } from '../support/imports'

/** Sources under a folder of the project; `as`: the folder that they are treated as being in. */
function sourcesIn(folder: string, as = folder): [path: string, text: string][] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => [`${as}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')])
}

it('points down in src, in every demo and in the template', () => {
  const files = new Map([...sourcesIn('src'), ...sourcesIn('demos'), ...sourcesIn('scripts/template', 'demos/template')])
  expect(files.size).toBeGreaterThan(20)
  expect(faults(files)).toEqual([])
})

const clean = {
  'src/numerics/vector.ts': "export * from './scalar'",
  'src/contract/views.ts': "import type { ReactNode } from 'react'",
  'src/engine/host.ts': "import { merge } from '@/contract'\nconst soon = performance.now() + 8",
  'src/app/theme.ts': '// Math.random, eval(x) and ~demos in a comment\nconst at = Date.now()',
  'src/registry/index.ts': "const metas = import.meta.glob('~demos/*/meta.ts')",
  'demos/a/demo.ts': "import { params } from './model'\nconst code = 'model.eval()'",
  'demos/a/model.ts': "import { shape } from './shape'\nimport { extent } from 'd3'",
  'demos/a/shape.ts': "import { dot } from '@/numerics/vector'",
  'demos/a/paint.ts': "import { Curve } from '@/views'",
  'demos/a/views.tsx':
    "import { line } from 'd3'\nimport { Suspense } from 'react'\nimport type demo from './demo'\nimport { paint } from './paint'",
  'demos/b/model.test.ts': "import { params } from '../a/model'\nimport { render } from 'react-dom'",
}

it('takes a tree that is in order', () => {
  expect(faults(new Map(Object.entries(clean)))).toEqual([])
})

it.each([
  ['src/numerics/vector.ts', "import { Schema } from '@/contract'", 'numerics may not import contract'],
  ['src/numerics/vector.ts', "export { x } from '../domains/optim/x'", 'numerics may not import domains'],
  ['src/domains/optim/x.ts', "import type { Params } from '~demos/a/model'", 'mentions demos/'],
  ['src/domains/optim/x.ts', "const load = () => import('@/engine')", 'domains may not import engine'],
  ['src/contract/schema.ts', "import { useMemo } from 'react'", 'without this package'],
  ['src/contract/schema.ts', "import type { Scale } from 'd3-scale'", 'without this package'],
  ['src/engine/host.ts', "import { play } from '@/player/clock'", 'engine may not import player'],
  ['src/engine/host.ts', "import { Vector3 } from 'three'", 'without this package'],
  ['src/controls/panel.tsx', "import { App } from '@/app/main'", 'controls may not import app'],
  ['src/player/page.tsx', "const all = import.meta.glob('~demos/*/meta.ts')", 'mentions demos/'],
  ['src/player/page.tsx', "const one = import.meta.glob('../../demos/*/meta.ts')", 'mentions demos/'],
  ['src/gallery/card.tsx', "import * as d3 from 'd3'", 'd3 by its names only'],
  ['src/gallery/card.tsx', "import d3 from 'd3'", 'd3 by its names only'],
  ['src/gallery/card.tsx', "import { z } from 'zod'", 'only zod/mini'],
  ['src/extra/thing.ts', 'export const x = 1', 'extra is no layer'],
  ['demos/a/model.ts', "import { Suspense } from 'react'", 'model runs in workers'],
  ['demos/a/model.ts', "import demo from './demo'", 'model may not import demo'],
  ['demos/a/shape.ts', "import { Curve } from '@/views'", 'model may not import views'],
  ['demos/a/shape.ts', 'export const t = Date.now()', 'reads a clock'],
  ['demos/a/views.tsx', "import { Player } from '@/player'", 'drawing may not import player'],
  ['demos/b/model.ts', "import { step } from '../a/model'", 'demos do not import each other'],
  ['demos/b/views.tsx', "import type { Frame } from '~demos/a/model'", 'demos do not import each other'],
  ['demos/b/views.tsx', 'const x = Math.random()', 'uses Math.random'],
  ['src/formula/compile.ts', 'const f = new Function("x", "return x")', 'uses new Function'],
  ['src/formula/compile.ts', 'const y = eval(text)', 'uses eval'],
])('names %s with %j', (path, text, why) => {
  const planted = { ...clean, [path]: `${clean[path as keyof typeof clean] ?? ''}\n${text}` }
  const found = faults(new Map(Object.entries(planted)))
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(path)
  expect(found[0]).toContain(why)
})
