// npm run new-demo SLUG: a small, complete demo, to be changed into yours part by part.
import { create, refusal } from './lib/newDemo.mjs'
import { root, stop } from './lib/run.mjs'

const slug = process.argv[2]
const why = refusal(slug, `${root}/demos`)
if (why) stop(why)
create(slug, `${root}/scripts/template`, `${root}/demos`)
console.log(`demos/${slug} is there, and its tests pass. Next:
  1. npm run dev, then open http://localhost:5173/d/${slug}
  2. meta.ts: the paper, its family and one sentence for the card
  3. model.ts: the equations; model.test.ts: what is true of them
  4. demo.ts: readouts, presets, claims, lecture; views.tsx: the pictures
  5. README.md: the derivation, and what is simplified
  6. npx vitest run --project unit demos/${slug} tests/contract
  7. npm run build && npm run thumbnails ${slug}`)
