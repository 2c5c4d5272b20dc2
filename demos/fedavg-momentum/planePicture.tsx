// The mean loss from above, the clients' own best places, their local steps in the last round, the paths of the server's models, and where they come to rest.
import type { ReactNode } from 'react'
import type { PlotView, Point, Window } from '@/contract'
import { Curve, Dot, Inset, Label, paintValley, Region, Segment, SpreadLabels, usePlot } from '@/views'
import { LOOKS, nameOf, pathOf, type Scene, shownMethods } from './looks'
import { placeOf } from './model'
import { isRandom, type Method, type Params } from './params'
import { centersOf, curvaturesOf, optimumOf, restError, restOf } from './problem'

const MIDDLE: Point = [0.4, 0.9]
const [HALF_X, HALF_Y] = [4.6, 4]
/** Wider when heterogeneity moves the clients farther away. */
function windowOf({ h }: Pick<Params, 'h'>): Window {
  const [x, y, scale] = [...MIDDLE, Math.max(1, 0.3 + 0.7 * h)]
  return [
    [x - scale * HALF_X, x + scale * HALF_X],
    [y - scale * HALF_Y, y + scale * HALF_Y],
  ]
}

const mix = ([a, b]: Point, [c, d]: Point, share: number): Point => [a + share * (c - a), b + share * (d - b)]
const toStar = ([x, y]: Point, [u, v]: Point) => Math.sqrt((x - u) ** 2 + (y - v) ** 2)

function Star({ at: [x, y], size, color }: { at: Point; size: number; color: string }) {
  const ring = Array.from({ length: 10 }, (_, k): Point => {
    const [turn, radius] = [(Math.PI * k) / 5, k % 2 === 0 ? size : 0.42 * size]
    return [x + radius * Math.sin(turn), y + radius * Math.cos(turn)]
  })
  return <Region rings={[ring]} fill={color} />
}

function Cross({ at: [x, y], size, color }: { at: Point; size: number; color: string }) {
  return (
    <>
      <Segment from={[x - size, y - size]} to={[x + size, y + size]} color={color} width={2.25} />
      <Segment from={[x - size, y + size]} to={[x + size, y - size]} color={color} width={2.25} />
    </>
  )
}

const ROUND = Array.from({ length: 49 }, (_, k): Point => [Math.cos((k * Math.PI) / 24), Math.sin((k * Math.PI) / 24)])
const LEVEL = 0.3 // semi-axis of the contour of a client, where its loss is as steep as 1

/** A contour line of each client's own loss, its dot and its number; those outside the round are pale. */
function Clients({ params, palette, frame, step }: Scene) {
  const curvatures = curvaturesOf(params)
  return centersOf(params).map(([x, y], i) => {
    const ring = ROUND.map(
      ([u, v]): Point => [x + (LEVEL * u) / Math.sqrt(curvatures[i]![0]), y + (LEVEL * v) / Math.sqrt(curvatures[i]![1])],
    )
    const isOut = step > 0 && !frame.who.includes(i)
    return (
      <g key={i} opacity={isOut ? 0.35 : 1}>
        <Region rings={[ring]} stroke={palette.soft} width={1} dash="3 3" />
        <Dot at={[x, y]} color={palette.ink} r={4.5} />
        <Label at={[x, y]} dx={9} dy={-7} bold>
          {i + 1}
        </Label>
      </g>
    )
  })
}

const WALK = 0.8 // of a round: then the server takes the mean

/** The local steps of the picked method's clients, up to the shown part of the round, and then the server's step. */
function Fan(scene: Scene) {
  const { params, frame, palette, words } = scene
  const round = frame.rounds?.[params.picked]
  if (!round || frame.lost[params.picked] !== null) return null
  const color = LOOKS[params.picked].color(palette)
  const walked = Math.min(1, params.within / WALK) * params.local
  const whole = Math.floor(walked)
  const met = Math.max(0, params.within - WALK) / (1 - WALK)
  const [from, to] = [placeOf(round.from), placeOf(round.to)]
  const ends: Point[] = []
  const ways = frame.who.map((client, j) => {
    const offset = j * (params.local + 1)
    const places = Array.from({ length: whole + 1 }, (_, k) => placeOf(round.paths, offset + k))
    if (whole < params.local)
      places.push(mix(placeOf(round.paths, offset + whole), placeOf(round.paths, offset + whole + 1), walked - whole))
    const end = places.at(-1)!
    ends.push(end)
    return (
      <g key={client}>
        <Curve xs={places.map(([x]) => x)} ys={places.map(([, y]) => y)} color={color} width={1.5} opacity={0.75} />
        {places.length < 30 && places.slice(1, -1).map((at, k) => <Dot key={k} at={at} color={color} r={2.2} />)}
        <Segment from={places.at(-2) ?? end} to={end} color={color} width={1.5} arrow />
        {toStar(places[0]!, end) > 0.5 && (
          <Label at={end} dx={6} dy={4} small color={color}>
            {client + 1}
          </Label>
        )}
      </g>
    )
  })
  const mean: Point = [ends.reduce((sum, [x]) => sum + x, 0) / ends.length, ends.reduce((sum, [, y]) => sum + y, 0) / ends.length]
  return (
    <>
      {ways}
      {met > 0 &&
        ends.map((end, j) => (
          <Segment key={frame.who[j]} from={end} to={mix(end, mean, met)} color={palette.soft} width={1} dash="2 3" />
        ))}
      {met > 0 && (
        <>
          <Segment from={from} to={mix(from, to, met)} color={palette.ink} width={2.5} arrow />
          {toStar(from, to) > 0.4 && (
            <Label at={mix(from, to, 0.5)} dx={8} dy={-8} small bold>
              {words.serverStep}
            </Label>
          )}
        </>
      )}
    </>
  )
}

/** The methods with a predicted place of rest. */
const resting = (scene: Scene): Method[] =>
  shownMethods(scene).filter(
    (method) => (method === 'fedavg' || method === 'fedavgM') && Number.isFinite(restError(scene.params, method)),
  )

function Ways({ scene, width = 1.75 }: { scene: Scene; width?: number }) {
  const { palette, frame, step, last } = scene
  return shownMethods(scene).map((method) => {
    const { color, dash } = LOOKS[method]
    const [xs, ys] = pathOf(scene, method)
    const end = frame.lost[method] === null ? step : Math.min(step, frame.lost[method] - 1)
    const look = { xs, ys, color: color(palette), dash }
    return (
      <g key={method}>
        <Curve {...look} from={end} to={last} width={1} opacity={0.28} />
        <Curve {...look} to={end} width={width} />
      </g>
    )
  })
}

/** Draws nothing outside the plot around it. */
function Clipped({ children }: { children: ReactNode }) {
  const { plane, id } = usePlot()
  const [[left], [, top]] = plane.window
  const name = `${id}-enlarged`
  return (
    <>
      <clipPath id={name}>
        <rect x={plane.x(left)} y={plane.y(top)} width={plane.width} height={plane.height} />
      </clipPath>
      <g clipPath={`url(#${name})`}>{children}</g>
    </>
  )
}

const SHARE = 0.36 // of the plot: the enlarged surroundings of the star

/** The surroundings of the star, enlarged, with the crosses and the models there. */
function Enlarged({ scene }: { scene: Scene }) {
  const { params, palette, words, frame, format } = scene
  const { plane } = usePlot()
  const star = optimumOf(params)
  const half = 1.6 * Math.max(0.01, restError(params, 'fedavgM'))
  const size = SHARE * Math.min(plane.height, plane.width)
  const unit = plane.at(1, 0)[0] - plane.at(0, 0)[0]
  const zoom = size / (2 * half) / (1 / unit)
  if (!(zoom > 3)) return null
  const [[, right], [low]] = plane.window
  const [[x0, x1], [y0, y1]] = [
    [star[0] - half, star[0] + half],
    [star[1] - half, star[1] + half],
  ] as const
  const px = (2 * half) / size
  return (
    <Inset
      at={[right, low]}
      size={size}
      whole
      window={[
        [x0, x1],
        [y0, y1],
      ]}
    >
      <Region
        rings={[
          [
            [x0, y0],
            [x1, y0],
            [x1, y1],
            [x0, y1],
          ],
        ]}
        fill={palette.paper}
        stroke={palette.faint}
        width={1}
      />
      <Clipped>
        {' '}
        <Ways scene={scene} width={1} />
        <Star at={star} size={9 * px} color={palette.ink} />
        {resting(scene).map((method) => (
          <Cross key={method} at={restOf(params, method)} size={6 * px} color={LOOKS[method].color(palette)} />
        ))}
        {shownMethods(scene).map((method) => (
          <Dot key={method} at={placeOf(frame.at[method])} color={LOOKS[method].color(palette)} r={3.5} />
        ))}
        <Label at={[x0, y1]} dx={5} dy={14} small italic color={palette.soft}>
          {`${words.enlarged} × ${format(zoom, 2)}`}
        </Label>
      </Clipped>
    </Inset>
  )
}

/** `bare`: without the places of rest, which are computed beforehand. */
function Plane({ bare = false, ...scene }: Scene & { bare?: boolean }) {
  const { params, palette, frame, words } = scene
  const { plane } = usePlot()
  if (params.tab !== 'plane') return null
  const px = plane.at(1, 0)[0] - plane.at(0, 0)[0]
  const star = optimumOf(params)
  const methods = shownMethods(scene)
  return (
    <>
      <Clients {...scene} />
      <Ways scene={scene} width={isRandom(params) ? 0.6 : 1.25} />
      <Fan {...scene} />
      <Star at={star} size={9 * px} color={palette.ink} />
      {!bare &&
        resting(scene).map((method) => (
          <Cross key={method} at={restOf(params, method)} size={5 * px} color={LOOKS[method].color(palette)} />
        ))}
      {methods.map((method) => (
        <Dot
          key={method}
          at={
            method === params.picked && frame.rounds
              ? mix(placeOf(frame.rounds[method].from), placeOf(frame.at[method]), Math.max(0, params.within - WALK) / (1 - WALK))
              : placeOf(frame.at[method])
          }
          color={LOOKS[method].color(palette)}
          r={5}
        />
      ))}
      <SpreadLabels
        labels={[
          ...methods.map((method) => ({
            at: placeOf(frame.at[method]),
            color: LOOKS[method].color(palette),
            text:
              frame.lost[method] === null
                ? nameOf(scene, method)
                : `${nameOf(scene, method)} ${words.fliesOff} ${frame.lost[method]}`,
          })),
          { at: star, color: palette.ink, text: words.optimum },
        ]}
      />
      {params.fedavgM && !isRandom(params) && <Enlarged scene={scene} />}
    </>
  )
}

export const plane: PlotView<Scene> = {
  kind: 'plot',
  equal: true,
  window: ({ params }) => windowOf(params),
  backdrop: {
    key: ({ params }) => [params.tab, optimumOf(params), params.curvature],
    paint: (ctx, { params, palette }, at) => {
      if (params.tab !== 'plane') return
      const [u, v] = optimumOf(params)
      const [a, b] = [0, 1].map((axis) => curvaturesOf(params).reduce((sum, one) => sum + one[axis]!, 0)) as [number, number]
      paintValley(ctx, at, palette, (x, y) => a * (x - u) ** 2 + b * (y - v) ** 2, 0.5)
    },
  },
  draw: (scene) => <Plane {...scene} />,
  waiting: (scene) => <Plane {...scene} bare />,
}
