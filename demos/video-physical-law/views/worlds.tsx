// The three worlds of the paper, with the velocity and the radius on screen: rolling, a head-on collision, a horizontal throw.
import type { PlotView, Point } from '@/contract'
import { Circle, Label, Segment } from '@/views'
import type { Scene } from '../looks'
import { collided, thrown } from '../world/motions'

const SIDE = 10 // of the paper's world
const [ROLL, HIT, DROP] = [1.8, 5.7, 10.6] // heights
const TOP = 11.8
const OTHER = { x: 6.2, v: -1, r: 1 } // the second ball
const ARROW = 0.6 // of time

export const worlds: PlotView<Scene> = {
  kind: 'plot',
  equal: true,
  window: [
    [0, SIDE],
    [0, TOP],
  ],
  x: { ticks: [] },
  y: { ticks: [] },
  draw({ params, palette, words, format }) {
    const { velocity: v, radius: r } = params
    const first = 6.2 - OTHER.r - r // the balls touch
    const [after, otherAfter] = collided(v, OTHER.v, r, OTHER.r)
    const arrow = (at: Point, speed: number, color: string, lift: number) => (
      <Segment from={[at[0], at[1] + lift]} to={[at[0] + ARROW * speed, at[1] + lift]} color={color} width={2} arrow />
    )
    return (
      <>
        {[0, 1, 2, 3].map((k) => (
          <Circle key={k} at={[1.7 + 0.4 * v * k, ROLL]} radius={r} stroke={palette.method} opacity={1 - 0.22 * (3 - k)} />
        ))}
        <Circle at={[first, HIT]} radius={r} stroke={palette.method} />
        <Circle at={[OTHER.x, HIT]} radius={OTHER.r} stroke={palette.base} />
        {arrow([first, HIT], v, palette.faint, 0.3)}
        {arrow([OTHER.x, HIT], OTHER.v, palette.faint, 0.3)}
        {arrow([first, HIT], after, palette.method, -0.3)}
        {arrow([OTHER.x, HIT], otherAfter, palette.base, -0.3)}
        {thrown(1, DROP, v, 18).map(([x, y], k) =>
          k % 3 === 0 && y > HIT + 2.2 ? <Circle key={k} at={[x, y]} radius={r / 3} stroke={palette.method} /> : null,
        )}
        <Label at={[0.2, ROLL + 1.7]} small italic color={palette.soft}>
          {words.rolling}
        </Label>
        <Label at={[0.2, HIT + 1.75]} small italic color={palette.soft}>
          {`${words.collision}, ${words.after}: ${format(after, 2)} · ${format(otherAfter, 2)}`}
        </Label>
        <Label at={[0.2, DROP + 0.75]} small italic color={palette.soft}>
          {words.throwing}
        </Label>
      </>
    )
  },
}
