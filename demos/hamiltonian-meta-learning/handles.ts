// The body that is to be followed, its momentum, and observations that can be put anywhere.
import { type Handle, type Placed, type Point, sameValue } from '@/contract'
import { observed } from './networks/adaptation'
import { reachOf } from './networks/landscape'
import { clouds } from './networks/tasks'
import { launchOf, MOST_PAINTED, type Params } from './params'
import type { View } from './presets'
import { AIM, arrowOf, fromPanel, isInPanel, panelsOf, toPanel } from './views/places'

type Drag = Handle<Params, View>

const neat = (v: number) => Math.round(v * 1e6) / 1e6 + 0
const clamp = (v: number, most: number) => Math.min(Math.max(v, -most), most)
const FASTEST = 2
const CLOSEST = 0.3 // to the centre of gravity

const placed = (list: readonly Placed[], index: number, at: Point): readonly Placed[] =>
  [...list.filter((one) => one.index !== index), { index, at }].sort((a, b) => a.index - b.index)

/** The nearest place at which a state can be observed or begin: in the picture, and off the centre of gravity. */
function allowed(p: Params, [x, y]: Point): Point {
  const most = 0.97 * reachOf(p.law)
  const [cx, cy] = [clamp(x, most), clamp(y, most)]
  const distance = Math.hypot(cx, cy)
  if (clouds[p.law].core === undefined || distance >= CLOSEST) return [neat(cx), neat(cy)]
  return distance < 1e-9 ? [CLOSEST, 0] : [neat((cx * CLOSEST) / distance), neat((cy * CLOSEST) / distance)]
}

// --- the body ---------------------------------------------------------------------------------------------------------------------------------------

const body = (p: Params, to: Point): Partial<Params> => ({ launch: placed(p.launch, 0, allowed(p, to)) })
const momentum = (p: Params, [x, y]: Point): Partial<Params> => {
  const [[qx, qy]] = launchOf(p)
  return { launch: placed(p.launch, 1, [neat(clamp((x - qx) / AIM, FASTEST)), neat(clamp((y - qy) / AIM, FASTEST))]) }
}
/** The two handles of the body in a picture; `to` and `from` go from the q-plane to its window and back. */
const bodyHandles = (
  view: View,
  tab: Params['tab'],
  to: (p: Params, at: Point) => Point,
  from: (p: Params, at: Point) => Point,
): readonly [Drag, Drag] => [
  {
    label: 'start of the body',
    view,
    invite: 'drag me',
    moves: ['launch'],
    when: (p) => p.tab === tab,
    at: (p) => to(p, arrowOf(p)[0]),
    move: (at, p) => body(p, from(p, at)),
  },
  {
    label: 'momentum of the body',
    view,
    quiet: true,
    moves: ['launch'],
    when: (p) => p.tab === tab,
    at: (p) => to(p, arrowOf(p)[1]),
    move: (at, p) => momentum(p, from(p, at)),
  },
]
const truthPanel = (p: Params) => panelsOf(p)[0]!
const [start, aim] = bodyHandles(
  'landscapes',
  'adapt',
  (p, at) => toPanel(truthPanel(p), p.law, at),
  (p, at) => fromPanel(truthPanel(p), p.law, at),
)
const [rollStart, rollAim] = bodyHandles(
  'orbits',
  'roll',
  (_, at) => at,
  (_, at) => at,
)

// --- observations -----------------------------------------------------------------------------------------------------------------------------------

/** Observations with handles: all of a few, otherwise those that were painted. */
const FEW = 8
export const isLoose = (p: Params, index: number): boolean =>
  index < p.points && (p.points <= FEW || p.painted.some((one) => one.index === index))

const observation = (index: number): Drag => ({
  label: `observation ${index + 1}`,
  view: 'landscapes',
  quiet: true,
  moves: ['painted'],
  when: (p) => p.tab === 'adapt' && isLoose(p, index),
  at(p) {
    const { states } = observed(p)
    return toPanel(truthPanel(p), p.law, [states[4 * index]!, states[4 * index + 1]!])
  },
  move: (to, p) => ({ painted: placed(p.painted, index, allowed(p, fromPanel(truthPanel(p), p.law, to))) }),
})

/** A press on a q-plane puts the next observation there; when all have been put, it moves the nearest. */
export function painted(at: Point, p: Params): Partial<Params> | null {
  const panel = panelsOf(p).find((centre) => isInPanel(centre, at))
  if (p.tab !== 'adapt' || panel === undefined) return null
  const place = allowed(p, fromPanel(panel, p.law, at))
  const most = Math.min(p.points, MOST_PAINTED)
  const next = Array.from({ length: most }, (_, k) => k).find((k) => !p.painted.some(({ index }) => index === k))
  const far = ({ at: [x, y] }: Placed) => Math.hypot(x - place[0], y - place[1])
  const index = next ?? p.painted.filter((one) => one.index < most).toSorted((a, b) => far(a) - far(b))[0]?.index
  if (index === undefined) return null
  const list = placed(p.painted, index, place)
  return sameValue(list, p.painted) ? null : { painted: list }
}

export const handles: Readonly<Record<string, Drag>> = {
  ...Object.fromEntries(Array.from({ length: MOST_PAINTED }, (_, k) => [`point${k}`, observation(k)])),
  aim,
  start,
  rollAim,
  rollStart,
}
