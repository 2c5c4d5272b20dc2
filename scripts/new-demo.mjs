// npm run new-demo SLUG: a small, complete demo with its golden numbers, to be changed into yours part by part.
import { install } from './lib/install.mjs'
import { create, goldenFilesOf, refusal } from './lib/newDemo.mjs'
import { root, runNode, stop } from './lib/run.mjs'

const slug = process.argv[2]
const why = refusal(slug, `${root}/demos`)
if (why) stop(why)
await install()
const files = create(slug, root)
const code = files.filter((file) => file.endsWith('.ts') || file.endsWith('.tsx')) // imports are sorted by their names
await runNode('node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...code)
console.log(`demos/${slug} is there, and passes npm run check-demo ${slug}. Next:
  1. npm run dev, then open http://localhost:5173/d/${slug}
  2. meta.ts: the paper, its topics and one sentence for the card
  3. model.ts: the equations; model.test.ts: what is true of them
  4. demo.ts: readouts, presets, claims; lesson.ts: the stops; views.tsx: the pictures
  5. ${Object.values(goldenFilesOf(slug)).join(', ')}: numbers from elsewhere; mutants.ts: what they notice
  6. README.md: the derivation, what is simplified, the sources
  7. npx biome check --write demos/${slug}, then npm run check-demo ${slug}
  8. npm run build, npm run pictures-of ${slug}: look at every stop; npm run thumbnails ${slug}`)
