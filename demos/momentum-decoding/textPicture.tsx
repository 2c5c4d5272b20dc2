// Both texts, word by word; under a word the depth of its pick, from new (no mark) to five in a row.
import type { Palette, PlotView } from '@/contract'
import { rampColor } from '@/views'
import { usePlot } from '@/views/parts'
import { againstName, methodName, type Scene, wordsOf } from './looks'
import type { Said } from './model'
import { textWidth } from './textWidth'

const SIZE = 13.5 // px
const LINE = 25 // px
const NAME = 18 // px above each text
const ROOM = 9 // px at the end of a line for a mark, since no line begins with one
const HOT = 5 // depth of the strongest colour

/** Background of a word: the hotter, the deeper its pick repeats. */
const heatOf = (palette: Palette, depth: number) => rampColor(palette.field, (Math.min(depth, HOT) - 1) / (HOT - 1))

interface Placed {
  place: number
  text: string
  depth: number
  isPrefix: boolean
  isNewest: boolean
  x: number
  line: number
  width: number
}
const isMark = (word: string) => /^[.,;:!?)]$/.test(word)

/** Words broken into lines. */
function setIn(width: number, { tokens, depths }: Said, start: number, words: readonly string[], size: number): Placed[] {
  let [x, line] = [0, 0]
  return Array.from(tokens, (id, k) => {
    const text = words[id]!
    const own = textWidth(text, size)
    const gap = k === 0 || isMark(text) ? 1.5 : 0.36 * size
    if (x + gap + own > width - ROOM && x > 0 && !isMark(text)) {
      x = 0
      line++
    } else x += gap
    const set = { place: k, text, depth: depths[k]!, isPrefix: k < start, isNewest: k === tokens.length - 1, x, line, width: own }
    x += own
    return set
  })
}

function Paragraph({ scene, said, name, color, top, lines }: ParagraphProps) {
  const { plane, palette } = usePlot()
  const [left, size] = [plane.x(0), SIZE * palette.text]
  const set = setIn(plane.width - 2, said, scene.frame.start, wordsOf(scene), size)
  const skipped = Math.max(0, (set.at(-1)?.line ?? 0) + 1 - lines) // the end matters most
  return (
    <>
      <text x={left} y={top + 12 * palette.text} fill={color} stroke="none" className="mark-label bold">
        {skipped > 0 ? `${name} …` : name}
      </text>
      {set
        .filter(({ line }) => line >= skipped)
        .map(({ place, text, depth, isPrefix, isNewest, x, line, width }) => {
          const y = top + NAME * palette.text + (line - skipped) * LINE * palette.text
          return (
            <g key={place}>
              {depth > 0 && !isPrefix && (
                <>
                  <rect
                    x={left + x - 1.5}
                    y={y + 1}
                    width={width + 3}
                    height={LINE * palette.text - 3}
                    rx={3}
                    fill={heatOf(palette, depth)}
                  />
                  {depth > 1 && (
                    <text
                      x={left + x + width / 2}
                      y={y + LINE * palette.text - 3.5}
                      textAnchor="middle"
                      fill={palette.ink}
                      fontSize={8 * palette.text}
                    >
                      {depth}
                    </text>
                  )}
                </>
              )}
              <text
                x={left + x}
                y={y + size}
                fontSize={size}
                fontWeight={isNewest ? 700 : 450}
                fontStyle={isPrefix ? 'italic' : undefined}
                fill={isNewest ? color : palette.ink}
                opacity={isPrefix ? 0.72 : 1}
                textLength={text.length > 2 ? width : undefined}
                lengthAdjust="spacingAndGlyphs"
              >
                {text}
              </text>
            </g>
          )
        })}
    </>
  )
}
interface ParagraphProps {
  scene: Scene
  said: Said
  name: string
  color: string
  top: number
  lines: number
}

function Texts(scene: Scene) {
  const { plane, palette } = usePlot()
  const { frame } = scene
  const top = plane.y(1)
  const each = plane.height / 2
  const lines = Math.max(1, Math.floor((each - NAME * palette.text) / (LINE * palette.text)))
  return (
    <>
      <Paragraph scene={scene} said={frame.momentum} name={methodName(scene)} color={palette.method} top={top} lines={lines} />
      <Paragraph scene={scene} said={frame.other} name={againstName(scene)} color={palette.base} top={top + each} lines={lines} />
    </>
  )
}

export const text: PlotView<Scene> = {
  kind: 'plot',
  window: [
    [0, 1],
    [0, 1],
  ],
  draw: (scene) => <Texts {...scene} />,
}
