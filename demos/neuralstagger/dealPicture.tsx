// The deal: every pixel of the joined picture flies to its hand and back; beside it are the time slots of the window.
import type { Plane, PlotView, Point } from '@/contract'
import { split } from '@/domains/fluids/stagger'
import { Curve, Label, Region, Segment, usePlot } from '@/views'
import { diverging, paintField, shadeOf } from '@/views/pixels'
import { LEVER_Y } from './handles'
import { dealOf, fullOf, handColor, type Scene } from './looks'

const SLOT = 0.165 // side of a picture in the column of time
const SLOT_X = 1.07
const PITCH = 0.205

/** Lower left corner of a picture in the column of time; 0: the known start. */
const slotAt = (index: number): Point => [SLOT_X, 1 - SLOT - index * PITCH]

function paintDeal(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane) {
  const { params, frame, palette } = scene
  const { side, s, joined, known, answers } = frame
  const shades = diverging(palette)
  const most = fullOf(scene)
  const deal = dealOf(side, s, params.deal)
  if (s === 1 || params.deal === 0) {
    paintField(ctx, plane, shades, { values: joined, side, most }, [deal.x(0, 0), deal.y(0, 0)], side * deal.pixel)
  } else if (params.deal === 1) {
    const n = side / s
    const hands = new Float64Array(side * side)
    split(joined, side, s, hands)
    for (let a = 0; a < s; a++) {
      for (let b = 0; b < s; b++) {
        const values = hands.subarray((a * s + b) * n * n, (a * s + b + 1) * n * n)
        paintField(ctx, plane, shades, { values, side: n, most }, [deal.x(a, b), deal.y(a, b)], n * deal.pixel)
      }
    }
  } else {
    const size = Math.ceil(plane.x(deal.pixel) - plane.x(0))
    for (let i = 0; i < side; i++) {
      for (let j = 0; j < side; j++) {
        ctx.fillStyle = shades.css[shadeOf(shades, joined[i * side + j]!, most)]!
        const top = plane.y(deal.y(i, j) + deal.pixel)
        ctx.fillRect(Math.round(plane.x(deal.x(i, j))), Math.round(top), size, size)
      }
    }
  }
  for (const [index, values] of [known, ...answers].entries()) {
    paintField(ctx, plane, shades, { values, side, most }, slotAt(index), SLOT)
  }
}

const rectangle = (x: number, y: number, size: number): Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
]

function Deal(scene: Scene) {
  const { params, frame, palette, words } = scene
  const { plane } = usePlot()
  const { side, s, answers, slot } = frame
  const n = side / s
  const deal = dealOf(side, s, params.deal)
  const hands = Array.from({ length: s * s }, (_, hand) => ({ hand, a: Math.floor(hand / s), b: hand % s }))
  const isDealt = params.deal > 0.995 && s > 1
  const roomy = plane.x(n * deal.pixel) - plane.x(0) > 60
  return (
    <>
      {/* the s × s block in the upper left corner, one pixel for each hand, followed as it moves */}
      {hands.map(({ hand, a, b }) => (
        <Region
          key={hand}
          rings={[rectangle(deal.x(a, side - s + b), deal.y(a, side - s + b), deal.pixel)]}
          stroke={handColor(palette, hand, s)}
          width={2.25}
        />
      ))}
      {isDealt &&
        hands.map(({ hand, a, b }) => (
          <g key={hand}>
            <Region
              rings={[rectangle(deal.x(a, b), deal.y(a, b), n * deal.pixel)]}
              stroke={handColor(palette, hand, s)}
              width={s > 4 ? 1.25 : 2.25}
            />
            {roomy && (
              <Label at={[deal.x(a, b), deal.y(a, b)]} dx={6} dy={-7} small bold>
                {`${words.player} ${(s - 1 - b) * s + a + 1}`}
              </Label>
            )}
          </g>
        ))}
      <Segment from={[0, LEVER_Y]} to={[1, LEVER_Y]} color={palette.faint} width={2.5} param="deal" />
      <Segment from={[0, LEVER_Y]} to={[params.deal, LEVER_Y]} color={palette.method} width={2.5} param="deal" />
      <Label at={[0, LEVER_Y]} dy={24} param="deal">
        {words.collected}
      </Label>
      <Label at={[1, LEVER_Y]} dy={24} anchor="end" param="deal">
        {words.dealt}
      </Label>
      {[0, ...answers.map((_, index) => index + 1)].map((index) => {
        const [x, y] = slotAt(index)
        return (
          <g key={index} data-param="slots">
            <Region
              rings={[rectangle(x, y, SLOT)]}
              stroke={index === slot ? palette.method : palette.line}
              width={index === slot ? 2.5 : 1}
            />
            <Label
              at={[x + SLOT, y + SLOT / 2]}
              dx={6}
              dy={4}
              small
              bold={index === slot}
              color={index === slot ? palette.method : palette.soft}
            >
              {index === 0 ? words.now : `+${index === 1 ? '' : index}Δt`}
            </Label>
          </g>
        )
      })}
      {answers.length > 0 && <Bracket from={slotAt(1)} to={slotAt(answers.length)} color={palette.soft} />}
      <Label at={[SLOT_X, slotAt(answers.length)[1]]} dy={16} small color={palette.soft}>
        {words.atOnce}
      </Label>
    </>
  )
}

/** The slots that work at the same time. */
function Bracket({ from, to, color }: { from: Point; to: Point; color: string }) {
  const x = SLOT_X - 0.022
  return (
    <Curve xs={[x + 0.012, x, x, x + 0.012]} ys={[from[1] + SLOT, from[1] + SLOT, to[1], to[1]]} color={color} width={1.25} />
  )
}

export const deal: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.scene === 'fluid',
  window: [
    [-0.03, 1.4],
    [-0.22, 1.02],
  ],
  equal: true,
  marks: paintDeal,
  draw: (scene) => <Deal {...scene} />,
}
