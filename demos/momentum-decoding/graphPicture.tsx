// The graph of all words said so far: arrows from each word to the next, the round it is caught in, and the candidates for the next word.
import type { PlotView, Point } from '@/contract'
import { Label } from '@/views'
import { usePlot } from '@/views/parts'
import { Arrow } from './arrows'
import { freePlace, halfWidth, type Layout, type Place } from './layout'
import { againstName, isHand, layoutOf, methodName, type Scene, windowOf, wordsOf } from './looks'
import type { Said } from './model'

const SHOWN = 6 // candidates with an arrow
const RECENT = 10 // steps for which an arrow stays firm
const CROWDED = 0.8 // px on screen per px of the layout: in smaller pictures only newer words are written out
const WRITTEN = 24 // this many of them

interface Edge {
  from: number
  to: number
  count: number
  /** Token at which it was last walked. */
  newest: number
}
function edgesOf({ tokens }: Said): Edge[] {
  const edges = new Map<string, Edge>()
  for (let k = 1; k < tokens.length; k++) {
    const [from, to] = [tokens[k - 1]!, tokens[k]!]
    const key = `${from}>${to}`
    const edge = edges.get(key) ?? { from, to, count: 0, newest: k }
    edge.count++
    edge.newest = k
    edges.set(key, edge)
  }
  return [...edges.values()]
}
const widthOf = (count: number) => Math.min(1.3 + 0.7 * Math.sqrt(count - 1), 4.5)

function Walk({ said, layout, color, under }: { said: Said; layout: Layout; color: string; under?: boolean }) {
  const { tokens, period } = said
  const first = tokens.length - 1 - period // tokens of the round begin here
  return edgesOf(said).map(({ from, to, count, newest }) => {
    const [a, b] = [layout.get(from), layout.get(to)]
    if (a === undefined || b === undefined) return null
    const isRound = period > 0 && newest > first
    const age = tokens.length - 1 - newest
    return (
      <g key={`${from}>${to}`}>
        {isRound && <Arrow from={a} to={b} color={color} width={11} opacity={0.2} outside={under} headless />}
        <Arrow
          from={a}
          to={b}
          color={color}
          width={widthOf(count)}
          opacity={age < RECENT || isRound ? 0.95 : 0.45}
          dash={under ? '7 3' : undefined}
          outside={under}
        />
      </g>
    )
  })
}

/** The place of a candidate: its word's, or a free one beside the last word. */
function ghostsOf(scene: Scene, layout: Layout): (Place & { word: number; isNew: boolean; isPick: boolean; score: number })[] {
  const { frame, step, last } = scene
  const { tokens } = frame.momentum
  const words = wordsOf(scene)
  const current = layout.get(tokens[tokens.length - 1] ?? -1)
  if (current === undefined) return []
  const said = new Set([...tokens, ...(scene.params.other ? frame.other.tokens : [])])
  const pick = frame.candidates[frame.pick]?.word
  const hasPlace = (word: number) => said.has(word) || (word === pick && step < last) || isHand(scene.params)
  const taken = [...layout].filter(([id]) => hasPlace(id)).map(([, place]) => place)
  const [[x0, x1], [y0, y1]] = windowOf(layout)
  const shown = frame.candidates.filter((_, c) => c < SHOWN || c === frame.pick)
  return shown.map(({ word, score }) => {
    const about = { word, isNew: !said.has(word), isPick: word === pick, score }
    const known = hasPlace(word) ? layout.get(word) : undefined
    if (known !== undefined) return { ...known, ...about }
    const free = freePlace(halfWidth(words[word]!), current, taken)
    const inside = {
      ...free,
      x: Math.min(Math.max(free.x, x0 + free.half), x1 - free.half),
      y: Math.min(Math.max(free.y, 14 - y1), -14 - y0),
    }
    taken.push(inside)
    return { ...inside, ...about }
  })
}

function Word({
  place,
  text,
  color,
  bold,
  boxed,
}: {
  place: Place
  text: string
  color: string
  bold?: boolean
  boxed?: string
}) {
  const { plane, palette } = usePlot()
  const [x, y] = [plane.x(place.x), plane.y(-place.y)]
  const size = palette.text
  return (
    <>
      <rect
        x={x - place.half * size}
        y={y - 10.5 * size}
        width={2 * place.half * size}
        height={21 * size}
        rx={10.5 * size}
        fill={boxed ?? palette.paper}
        fillOpacity={boxed ? 1 : 0.82}
      />
      <text
        x={x}
        y={y + 4.3 * size}
        textAnchor="middle"
        fill={color}
        stroke="none"
        className={bold ? 'mark-label bold' : 'mark-label'}
      >
        {text}
      </text>
    </>
  )
}

/** Words still to be said, and the path there, pale. */
function Future({ scene, layout, visited }: { scene: Scene; layout: Layout; visited: ReadonlySet<number> }) {
  const { plane, palette } = usePlot()
  const { series, step, last } = scene
  const steps = Array.from({ length: Math.max(0, last - step) }, (_, k) => step + k)
  return (
    <g opacity={0.3}>
      {steps.map((k) => {
        const [a, b] = [layout.get(series.word[k]!), layout.get(series.word[k + 1]!)]
        return a && b && <Arrow key={k} from={a} to={b} color={palette.method} width={1} opacity={0.55} headless />
      })}
      {[...layout]
        .filter(([id]) => !visited.has(id))
        .map(([id, { x, y }]) => (
          <circle key={id} cx={plane.x(x)} cy={plane.y(-y)} r={3} fill={palette.method} />
        ))}
    </g>
  )
}

function Graph(scene: Scene) {
  const { plane } = usePlot()
  const { frame, params, palette, words, format, series, step } = scene
  const layout = layoutOf(scene)
  const texts = wordsOf(scene)
  const { tokens } = frame.momentum
  const current = tokens[tokens.length - 1]
  const here = layout.get(current ?? -1)
  const ghosts = ghostsOf(scene, layout)
  const mine = new Set(tokens)
  const others = params.other ? new Set(frame.other.tokens) : new Set<number>()
  const visited = isHand(params) ? [...layout.keys()] : [...layout.keys()].filter((id) => mine.has(id) || others.has(id))
  const [[x0, x1], [y0, y1]] = plane.window
  const isCrowded = Math.min(plane.width / (x1 - x0), plane.height / (y1 - y0)) < CROWDED * palette.text
  const written = new Set([...tokens.subarray(-WRITTEN), ...frame.other.tokens.subarray(-WRITTEN)])
  const corner: Point = [x0, y1]
  const told = (name: string, nodes: number, diversity: number | undefined, { period }: Said) =>
    [
      `${name}: ${format(nodes, 3)} ${words.distinct}`,
      Number.isFinite(diversity) && `${words.diversity} ${format(Math.round(100 * diversity!) / 100, 2)}`,
      period > 0 && `${words.round} ${format(period, 3)}`,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <>
      <Future scene={scene} layout={layout} visited={new Set(visited)} />
      {params.other && <Walk said={frame.other} layout={layout} color={palette.base} under />}
      <Walk said={frame.momentum} layout={layout} color={palette.method} />
      {here &&
        ghosts.map((ghost) => (
          <Arrow
            key={ghost.word}
            from={here}
            to={ghost}
            color={ghost.isPick ? palette.method : palette.soft}
            width={0.9 + 6 * Math.min(Math.max(0, ghost.score), 1)}
            opacity={ghost.score > 0 ? 0.75 : 0.4}
            dash="3 4"
          />
        ))}
      {ghosts
        .filter(({ isNew }) => isNew && !isHand(params))
        .map((ghost) => (
          <Word key={ghost.word} place={ghost} text={texts[ghost.word]!} color={ghost.isPick ? palette.method : palette.faint} />
        ))}
      {visited
        .filter((id) => id !== current)
        .map((id) => {
          const place = layout.get(id)!
          if (isCrowded && !isHand(params) && !written.has(id)) {
            return <circle key={id} cx={plane.x(place.x)} cy={plane.y(-place.y)} r={2.6} fill={palette.soft} />
          }
          const color = mine.has(id) ? palette.ink : others.has(id) ? palette.base : palette.faint
          return <Word key={id} place={place} text={texts[id]!} color={color} />
        })}
      {here && current !== undefined && (
        <Word place={here} text={texts[current]!} color={palette.paper} bold boxed={palette.method} />
      )}
      <Label at={corner} dx={8} dy={17 * palette.text} color={palette.method} bold small>
        {told(methodName(scene), series.nodes[step]!, series.diversity[step], frame.momentum)}
      </Label>
      {params.other && (
        <Label at={corner} dx={8} dy={34 * palette.text} color={palette.base} bold small>
          {told(againstName(scene), series.otherNodes[step]!, series.otherDiversity[step], frame.other)}
        </Label>
      )}
      {frame.unknown.length > 0 && (
        <Label at={[x0, y0]} dx={8} dy={-8} color={palette.soft} small italic>
          {`${words.unknown} ${frame.unknown.slice(0, 5).join(' ')}`}
        </Label>
      )}
      {here === undefined && (
        <Label at={[(x0 + x1) / 2, (y0 + y1) / 2]} anchor="middle" color={palette.soft} italic>
          {words.nothing}
        </Label>
      )}
    </>
  )
}

const NEAR = 0.07 // of the picture: a press this close to a word means it

export const graph: PlotView<Scene> = {
  kind: 'plot',
  window: (scene) => windowOf(layoutOf(scene)),
  draw: (scene) => <Graph {...scene} />,
  /** A press on a word starts from it. */
  press([x, y], scene) {
    const layout = layoutOf(scene)
    const [[x0, x1], [y0, y1]] = windowOf(layout)
    const off = ({ x: u, y: v }: Place) => Math.hypot((x - u) / (x1 - x0), (y + v) / (y1 - y0))
    const said = new Set([...scene.frame.momentum.tokens, ...(scene.params.other ? scene.frame.other.tokens : [])])
    const known = [...layout].filter(([id]) => isHand(scene.params) || said.has(id))
    const [nearest] = known.sort(([, a], [, b]) => off(a) - off(b))
    if (nearest === undefined || off(nearest[1]) > NEAR) return null
    const word = wordsOf(scene)[nearest[0]]!
    return isHand(scene.params) ? { letters: word } : { prefix: word }
  },
}
