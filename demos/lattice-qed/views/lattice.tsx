// Sites with charges, links with field, squares with loops: one sample, means, the tree alone, or a draw at random with the sites where it breaks the law.
import type { PlotView, Point, Window } from '@/contract'
import { addLoops, chargeAt, gaussError, type Lattice, treeFlux } from '@/domains/gauge/lattice'
import { Dot, Label, Region, rampColor, Segment, usePlot } from '@/views'
import { pressed } from '../handles'
import { NO_LINK, type Params } from '../params'
import { cutoffOf, isOnLattice, latticeIn, staticsOf } from '../system'
import type { Scene } from './scene'

const GAP = 0.2 // between a site and the arrows that end there
const SQUARE = 0.26 // half of the side of a coloured square
const RADIUS = { free: 3.5, charge: 11, fixed: 15, refused: 19, cross: 13, sign: 5 } // px
const LEAST = 0.02 // smaller means are not drawn

const siteOf = ({ columns }: Lattice, i: number): Point => [i % columns, Math.floor(i / columns)]

/** What is drawn: field on the links, charges of matter, loops or ⟨cos⟩ of the squares, and whether the law holds at each site. */
interface Shown {
  flux: number[]
  charge: number[]
  turns: readonly number[] | null
  cos: readonly number[]
  broken: readonly number[]
}
function shownIn({ params, frame }: Scene): Shown | null {
  const lattice = latticeIn(params)
  const found = frame.lattice
  if (found === null || found.means.flux.length !== lattice.links.length) return null
  const { cos } = found.means
  const charges = (occupation: number) => Array.from({ length: lattice.sites }, (_, i) => chargeAt(lattice, occupation, i))
  const statics = staticsOf(params)
  if (params.drawn === 'mean')
    return { flux: [...found.means.flux], charge: [...found.means.charge], turns: null, cos, broken: [] }
  if (params.drawn === 'random') {
    const { occupation, flux } = found.anything
    const errors = statics.map((_, i) => gaussError(lattice, occupation, statics, flux, 0, i))
    return { flux: Array.from(flux), charge: charges(occupation), turns: null, cos, broken: errors }
  }
  const sample = found[params.sampler]
  const isTree = params.drawn === 'tree'
  const flux = isTree ? treeFlux(lattice, sample.occupation, statics) : Array.from(sample.flux)
  const byHand = handLoops(params, lattice)
  addLoops(lattice, byHand, flux)
  const turns = byHand.map((l, k) => l + (isTree ? 0 : sample.loops[k]!))
  return { flux, charge: charges(sample.occupation), turns, cos, broken: [] }
}
const handLoops = ({ loops }: Params, { plaquettes }: Lattice) => plaquettes.map((_, k) => Math.round(loops[k] ?? 0))

function Squares({ shown, lattice, palette, format }: { shown: Shown; lattice: Lattice } & Pick<Scene, 'palette' | 'format'>) {
  return shown.cos.map((cos, k) => {
    const [x, y] = [k + 0.5, 0.5]
    const corner = (dx: number, dy: number): Point => [x + SQUARE * dx, y + SQUARE * dy]
    const turns = shown.turns?.[k] ?? null // means and draws at random have none
    const text =
      turns === null
        ? format(Math.round(100 * cos) / 100 + 0, 2)
        : turns === 0
          ? '0'
          : `${turns > 0 ? '↺' : '↻'} ${Math.abs(turns)}`
    return (
      <g key={`${lattice.columns} ${k}`}>
        <Region
          rings={[[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]]}
          fill={rampColor(palette.field, Math.min(Math.max((1 - cos) / 2, 0), 1))}
          opacity={0.7}
          param="loops"
        />
        {shown.broken.length === 0 && (
          <Label
            at={[x, y]}
            dy={4}
            anchor="middle"
            small={turns === 0 || turns === null}
            color={turns ? palette.ink : palette.soft}
          >
            {text}
          </Label>
        )}
      </g>
    )
  })
}

function Links({ shown, lattice, palette }: { shown: Shown; lattice: Lattice } & Pick<Scene, 'palette'>) {
  return lattice.links.map(([a, b], link) => {
    const [from, to] = [siteOf(lattice, a), siteOf(lattice, b)]
    const way: Point = [to[0] - from[0], to[1] - from[1]]
    const field = shown.flux[link]!
    const [tail, head] = field < 0 ? [to, from] : [from, to]
    const sign = field < 0 ? -1 : 1
    const at = (end: Point, by: number): Point => [end[0] + sign * by * way[0], end[1] + sign * by * way[1]]
    return (
      <g key={`${lattice.columns} ${link}`}>
        <Segment from={from} to={to} color={palette.line} width={1.5} />
        {Math.abs(field) >= LEAST && (
          <Segment
            from={at(tail, GAP)}
            to={at(head, -GAP)}
            color={palette.method}
            width={1 + 2.5 * Math.min(Math.abs(field), 4)}
            arrow
          />
        )}
        {Math.abs(field) > 1.5 && (
          <Label at={[(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]} dx={9} dy={-7} small bold color={palette.method}>
            {Math.abs(Math.round(field))}
          </Label>
        )}
      </g>
    )
  })
}

const signed = (q: number) => (q > 0 ? `+${q}` : `−${-q}`)
const colourOf = (q: number, palette: Scene['palette']) => (q > 0 ? palette.base3 : palette.base)

function Sites({
  shown,
  lattice,
  statics,
  palette,
}: { shown: Shown; lattice: Lattice; statics: number[] } & Pick<Scene, 'palette'>) {
  return shown.charge.map((q, i) => {
    const at = siteOf(lattice, i)
    const s = statics[i]!
    return (
      <g key={`${lattice.columns} ${i}`}>
        <Dot at={at} color={palette.faint} r={RADIUS.free} />
        {s !== 0 && (
          <>
            <Dot at={at} color={colourOf(s, palette)} r={RADIUS.fixed} param={s > 0 ? 'plus' : 'minus'} />
            <Dot at={at} color={palette.raised} r={RADIUS.fixed - 3} />
            <Label at={at} dx={s > 0 ? -21 : 21} dy={5} anchor={s > 0 ? 'end' : 'start'} bold color={colourOf(s, palette)}>
              {signed(s)}
            </Label>
          </>
        )}
        {Math.abs(q) >= LEAST && (
          <>
            <Dot at={at} color={colourOf(q, palette)} r={Math.max(RADIUS.free + 0.5, RADIUS.charge * Math.sqrt(Math.abs(q)))} />
            {Math.abs(q) > 0.3 && <Strokes at={at} ways={q > 0 ? PLUS : MINUS} size={RADIUS.sign} color={palette.paper} />}
          </>
        )}
        {(shown.broken[i] ?? 0) !== 0 && <Strokes at={at} ways={CROSS} size={RADIUS.cross} color={palette.ink} />}
      </g>
    )
  })
}

type Way = readonly [x: number, y: number]
const MINUS: readonly Way[] = [[1, 0]]
const PLUS: readonly Way[] = [...MINUS, [0, 1]]
const CROSS: readonly Way[] = [
  [0.7, 0.7],
  [0.7, -0.7],
]
/** Short strokes through a site, `size` px to both sides. */
function Strokes({ at: [x, y], ways, size, color }: { at: Point; ways: readonly Way[]; size: number; color: string }) {
  const { plane } = usePlot()
  const unit = size / Math.abs(plane.x(1) - plane.x(0))
  return ways.map(([dx, dy]) => (
    <Segment
      key={`${dx} ${dy}`}
      from={[x - dx * unit, y - dy * unit]}
      to={[x + dx * unit, y + dy * unit]}
      color={color}
      width={2.25}
    />
  ))
}

/** A bare unit on a link: at both ends the law would be broken. */
function Refused({ params, lattice, palette, words }: { lattice: Lattice } & Pick<Scene, 'params' | 'palette' | 'words'>) {
  const link = lattice.links[params.bare]
  if (params.bare === NO_LINK || link === undefined) return null
  const [from, to] = link.map((i) => siteOf(lattice, i)) as [Point, Point]
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  return (
    <g className="flash" key={params.bare} data-refused={params.bare}>
      <Segment from={from} to={to} color={palette.ink} width={2.5} dash="4 4" arrow />
      {[from, to].map((at) => (
        <Strokes key={`${at}`} at={at} ways={CROSS} size={RADIUS.refused} color={palette.ink} />
      ))}
      <Dot at={middle} color={palette.ink} r={5} square param="bare" />
      <Label at={middle} dy={-11} anchor="middle" bold>
        {words.refused}
      </Label>
    </g>
  )
}

const windowFor = ({ params }: Scene): Window => [
  [-0.62, latticeIn(params).columns - 0.38],
  [-0.75, 1.85],
]

function Picture(scene: Scene) {
  const { params, series, step, palette, words, format } = scene
  const shown = shownIn(scene)
  if (shown === null) return null
  const lattice = latticeIn(params)
  const [[left, right], [bottom, top]] = windowFor(scene)
  const squared = shown.flux.reduce((sum, e) => sum + e * e, 0)
  const isBeyond = params.drawn !== 'random' && shown.flux.some((e) => Math.abs(e) > cutoffOf(params) + 1e-9)
  const cost = `${words.cost}: ${format((params.ge2 / 2) * squared, 3)}${isBeyond ? `, ${words.beyond}` : ''}`
  const counts = [
    `${format(series.samples[step]!, 6)} ${words.ofSamples} ${format(series.broken[step]!, 6)}`,
    `${format(series.tried[step]!, 6)} ${words.ofRandom} ${format(series.hits[step]!, 6)}`,
  ]
  return (
    <>
      <Squares shown={shown} lattice={lattice} palette={palette} format={format} />
      <Links shown={shown} lattice={lattice} palette={palette} />
      <Sites shown={shown} lattice={lattice} statics={staticsOf(params)} palette={palette} />
      <Refused params={params} lattice={lattice} palette={palette} words={words} />
      <Label at={[left, top]} dx={8} dy={17} bold color={params.drawn === 'random' ? palette.ink : palette.method}>
        {words[params.drawn]}
      </Label>
      {(params.drawn === 'sample' || params.drawn === 'tree') && (
        <Label at={[right, top]} dx={-8} dy={17} anchor="end" small>
          {cost}
        </Label>
      )}
      <Label at={[left, bottom]} dx={8} dy={-9} small color={palette.method}>
        {counts[0]}
      </Label>
      <Label at={[right, bottom]} dx={-8} dy={-9} anchor="end" small color={palette.base}>
        {counts[1]}
      </Label>
    </>
  )
}

export const lattice: PlotView<Scene> = {
  kind: 'plot',
  window: windowFor,
  equal: true,
  when: ({ params }) => isOnLattice(params),
  press: (at, { params }) => pressed(at, params),
  draw: (scene) => (isOnLattice(scene.params) ? <Picture {...scene} /> : null),
}
