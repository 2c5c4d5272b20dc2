// Particles of ODE and SDE in the plane, over the true density at that time.
import type { Plane, PlotView, Window } from '@/contract'
import { logDensityJet, noisyMixture, startJet } from '@/domains/diffusion/noisyMixture'
import { clipped, Label, paintBands, rampColor, sampled } from '@/views'
import { LOOKS, type Scene } from '../looks'
import { blob } from '../plane'

const WINDOW: Window = [
  [-3.6, 3.6],
  [-3.6, 3.6],
]
const CELL = 10 // px between samples of the density
const SHARES = [0.03, 0.12, 0.3, 0.5, 0.75]

function paintDensity(ctx: CanvasRenderingContext2D, { params, frame, palette }: Scene, plane: Plane): void {
  if (params.tab !== 'plane') return
  const noisy = noisyMixture(blob, frame.t)
  const jet = startJet(2)
  const place = [0, 0]
  const [columns, rows] = [Math.max(24, Math.round(plane.width / CELL)), Math.max(24, Math.round(plane.height / CELL))]
  const values = sampled(
    (x, y) => {
      place[0] = x
      place[1] = y
      logDensityJet(noisy, place, 0, jet)
      return Math.exp(jet.value)
    },
    plane.window,
    columns,
    rows,
  )
  const highest = values.reduce((most, v) => Math.max(most, v), 0)
  paintBands(ctx, plane, {
    values,
    columns,
    rows,
    levels: SHARES.map((share) => share * highest),
    color: (index) => rampColor(palette.field, index / (SHARES.length - 1)),
  })
}

function paintParticles(ctx: CanvasRenderingContext2D, { frame, palette }: Scene, plane: Plane): void {
  const { plane: particles } = frame
  if (!particles) return
  const size = 1.6 * palette.weight ** 0.5
  clipped(ctx, plane, () => {
    ctx.globalAlpha = 0.65
    for (const [x, look, half] of [
      [particles.ode, LOOKS.ode, size],
      [particles.sde, LOOKS.sde, size],
    ] as const) {
      ctx.fillStyle = look.color(palette)
      ctx.beginPath()
      for (let i = 0; i < x.length; i += 2) {
        const [px, py] = [plane.x(x[i]!), plane.y(x[i + 1]!)]
        if (look === LOOKS.ode) ctx.rect(px - half, py - half, 2 * half, 2 * half)
        else {
          ctx.moveTo(px + half, py)
          ctx.arc(px, py, half, 0, 2 * Math.PI)
        }
      }
      ctx.fill()
    }
    ctx.globalAlpha = 1
  })
}

export const cloud: PlotView<Scene> = {
  kind: 'plot',
  window: WINDOW,
  equal: true,
  backdrop: { key: ({ params, frame }) => [params.tab, frame.t], paint: paintDensity },
  marks: paintParticles,
  draw: ({ params, palette, words, frame, format }) =>
    params.tab === 'plane' ? (
      <>
        <Label at={[-3.6, 3.6]} dx={8} dy={16} bold color={LOOKS.ode.color(palette)}>
          {words.ode}
        </Label>
        <Label at={[-3.6, 3.6]} dx={8} dy={34} bold color={LOOKS.sde.color(palette)}>
          {words.sde}
        </Label>
        <Label at={[3.6, 3.6]} dx={-8} dy={16} anchor="end" small>
          {`t = ${format(frame.t, 2)}`}
        </Label>
      </>
    ) : null,
}
