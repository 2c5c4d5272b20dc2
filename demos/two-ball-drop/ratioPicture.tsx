// The plane of the test: squared ratio of times across, ratio of drops up. Gravity of any strength is the diagonal.
import type { Point, Window } from '@/contract'
import { Curve, Dot, Dots, Label, Region, Segment } from '@/views'
import { type Assumption, broken, type Trouble, trouble } from './broken'
import { campaignOf } from './campaign'
import { makerColour, type Scene } from './looks'
import { exactPoint, theWorld } from './world'

const isLog = ({ params }: Scene) => params.axes === 'log'
const isCampaign = ({ params }: Scene) => params.tab === 'campaign'
const LEAST = 1e-3 // of a ratio, on logarithmic axes
/** A point of the plane in the coordinates of the axes. */
const put = (scene: Scene, [times, heights]: Point): Point =>
  isLog(scene) ? [Math.log10(Math.max(times, LEAST)), Math.log10(Math.max(heights, LEAST))] : [times, heights]

const SIZES = [4, 6, 9, 14, 20, 40, 100] as const
const reach = (value: number) => SIZES.find((size) => value < 0.92 * size) ?? 100

const both = (from: number, to: number): Window => [
  [from, to],
  [from, to],
]
export function ratioWindow(scene: Scene): Window {
  if (isLog(scene)) return isCampaign(scene) ? [[-1.6, 1.6], both(-1.1, 1.1)[1]] : both(-1.2, 1.2)
  if (isCampaign(scene)) return both(0, 6)
  const [times, heights] = exactPoint(theWorld(scene.params))
  return both(0, Math.max(...[times, heights].map((value) => (Number.isFinite(value) ? reach(value) : SIZES[0]))))
}

const BROKEN: Readonly<Record<Assumption, 'brokenPitch' | 'brokenDepth' | 'brokenAir' | 'brokenSlopes'>> = {
  pitch: 'brokenPitch',
  depth: 'brokenDepth',
  air: 'brokenAir',
  slopes: 'brokenSlopes',
}
const TROUBLE: Readonly<Record<Trouble, 'troubleCoarse' | 'troubleCreeps' | 'troubleBounces' | 'troubleUnseen'>> = {
  coarse: 'troubleCoarse',
  creeps: 'troubleCreeps',
  bounces: 'troubleBounces',
  unseen: 'troubleUnseen',
}

/** Which assumption broke, in words, in the corner below the diagonal. */
function Verdict(scene: Scene) {
  const { params, palette, words } = scene
  const problem = trouble(params)
  const found = broken(params).filter((which) => !(isCampaign(scene) && which === 'slopes'))
  const lines = [
    ...found.map((which) => words[BROKEN[which]]),
    ...(found.length === 0 ? [words.nothingBroken] : []),
    ...(problem && !isCampaign(scene) ? [words[TROUBLE[problem]]] : []),
  ]
  const [[, right], [bottom]] = ratioWindow(scene)
  return lines.map((text, row) => (
    <Label
      key={text}
      at={[right, bottom]}
      dx={-6}
      dy={-8 - 16 * (lines.length - 1 - row)}
      anchor="end"
      small
      bold={found.length > 0}
      color={found.length > 0 ? palette.method : palette.soft}
    >
      {text}
    </Label>
  ))
}

function Diagonal(scene: Scene) {
  const { palette, words } = scene
  const [[, right], [, top]] = ratioWindow(scene)
  const far = 200
  const [from, to] = isLog(scene)
    ? ([
        [-9, -9],
        [9, 9],
      ] as const)
    : ([
        [0, 0],
        [far, far],
      ] as const)
  const end = Math.min(right, top)
  const share = isCampaign(scene) ? 0.62 : 0.85
  const at: Point = [share * end, share * end]
  return (
    <>
      <Segment from={from} to={to} color={palette.ink} width={1.5} />
      <Label at={at} dx={-8} dy={-4} anchor="end" italic>
        {words.diagonal}
      </Label>
    </>
  )
}

/** Point and error box of the film so far; before the landings, pale, those of the whole film. */
function Live(scene: Scene) {
  const { params, palette, series, step, last, words, frame } = scene
  const color = palette.method
  if (params.balls === 'one') {
    const [[, right], [, top]] = ratioWindow(scene)
    return (
      <Label at={[0.6 * right, 0.3 * top]} anchor="middle" italic>
        {words.oneBall}
      </Label>
    )
  }
  const at = [series.times[step]!, series.heights[step]!] as const
  const now = at.every((value) => value > 0)
  const final = [series.times[last]!, series.heights[last]!] as const
  const exact = exactPoint(theWorld(params))
  const { box } = frame
  const corners =
    box &&
    ([
      [box.times[0], box.heights[0]],
      [box.times[1], box.heights[0]],
      [box.times[1], box.heights[1]],
      [box.times[0], box.heights[1]],
    ] as const)
  return (
    <>
      {corners && (
        <Region rings={[corners.map((corner) => put(scene, corner))]} fill={color} opacity={0.12} stroke={color} param="fps" />
      )}
      {exact.every((value) => value > 0) && (
        <g opacity={now ? 1 : 0.35}>
          <Dot at={put(scene, exact)} color={palette.ink} r={3} />
          <Label at={put(scene, exact)} dx={exact[0] < at[0] ? -8 : 8} dy={13} anchor={exact[0] < at[0] ? 'end' : 'start'} small>
            {words.exact}
          </Label>
        </g>
      )}
      {now ? (
        <>
          <Dot at={put(scene, at)} color={color} r={6} />
          <Label
            at={put(scene, at)}
            dx={exact[0] < at[0] ? 10 : -10}
            dy={-8}
            anchor={exact[0] < at[0] ? 'start' : 'end'}
            bold
            color={color}
          >
            {words.point}
          </Label>
        </>
      ) : (
        final.every((value) => value > 0) && (
          <g opacity={0.3}>
            <Dot at={put(scene, final)} color={color} r={5} />
          </g>
        )
      )}
    </>
  )
}

const SAMPLES = Array.from({ length: 121 }, (_, k) => 10 ** (-2 + k / 30)) // squared ratios of times, 0.01 to 100

function Curved({ scene, of, color, dash }: { scene: Scene; of: (times: number) => number; color: string; dash?: string }) {
  const points = SAMPLES.map((times): Point => [times, of(times)]).filter(([, heights]) => heights > 0)
  const placed = points.map((point) => put(scene, point))
  return <Curve xs={placed.map((p) => p[0])} ys={placed.map((p) => p[1])} color={color} width={1.75} dash={dash} />
}

function Cloud(scene: Scene) {
  const { params, palette, words, format, step, steps } = scene
  const { cloud, fit } = campaignOf(params)
  const color = makerColour(palette, params.maker)
  const [[left, right], [bottom, top]] = ratioWindow(scene)
  if (cloud === null || fit === null) {
    return (
      <Label at={[(left + right) / 2, bottom + 0.3 * (top - bottom)]} anchor="middle" italic>
        {words.unread}
      </Label>
    )
  }
  const placed = Array.from(cloud.times, (times, k) => put(scene, [times, cloud.heights[k]!]))
  const { slope, intercept, exponent, scatter } = fit
  const line = (times: number) => slope * times + intercept
  const power = (times: number) => times ** (1 / exponent)
  const drawn = Number.isFinite(exponent) && Math.abs(exponent) > 0.02
  const end = 10 ** right
  const linePlace = put(scene, isLog(scene) ? [end, line(end)] : [right, line(right)])
  const powerPlace = put(scene, isLog(scene) ? [end, power(end)] : [right, power(right)])
  const inside = ([x, y]: Point): Point => [x, Math.min(Math.max(y, bottom), top)]
  return (
    <>
      <Dots
        xs={placed.map((p) => p[0])}
        ys={placed.map((p) => p[1])}
        to={Math.round((step / steps) * placed.length) - 1}
        color={color}
        r={2.4}
        opacity={0.6}
        square={params.maker !== 'earth'}
      />
      <Curved scene={scene} of={line} color={palette.soft} dash="7 4" />
      {drawn && <Curved scene={scene} of={power} color={color} />}
      <Label at={inside(linePlace)} dx={-6} dy={linePlace[1] > powerPlace[1] ? -8 : 16} anchor="end" small>
        {`${words.straight}: ${words.slope} = ${format(slope, 2)}`}
      </Label>
      {drawn && (
        <Label at={inside(powerPlace)} dx={-6} dy={linePlace[1] > powerPlace[1] ? 16 : -8} anchor="end" small bold color={color}>
          {`${words.power}: ${words.exponent} = ${format(exponent, 2)}, ${words.scatter} ${format(scatter, 2)}`}
        </Label>
      )}
      {params.maker !== 'earth' && (
        <Label at={[left, top]} dx={8} dy={14} small italic>
          {words.standIn}
        </Label>
      )}
    </>
  )
}

export function Ratio(scene: Scene) {
  return (
    <>
      <Diagonal {...scene} />
      {isCampaign(scene) ? <Cloud {...scene} /> : <Live {...scene} />}
      {(!isCampaign(scene) || scene.params.maker === 'earth') && <Verdict {...scene} />}
    </>
  )
}
