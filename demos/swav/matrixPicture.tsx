// The codes of a batch: a row for each star, a column for each sample, with both sums as bars and their targets as lines.
import type { Plane, Window } from '@/contract'
import { Label, rampColor, Segment, usePlot } from '@/views'
import { hues } from '@/views/hues'
import { shares } from './bench'
import { oursColour, type Scene } from './looks'

const RIGHT = 0.2 // width of the bars of the stars, of the matrix
const TOP = 0.42 // height of the bars of the samples, of the matrix
const MOST_SHARE = 3 // fair shares: bars end there
const LEFT = 0.045 // of the matrix, for the numbers of the stars

interface Content {
  codes: Float64Array
  samples: number
  prototypes: number
  /** Blob of each sample; none by hand. */
  blobs: Int32Array | null
}
function contentOf({ frame }: Scene): Content | null {
  const { samples, prototypes } = frame.shape
  if (frame.bench) return { codes: frame.bench, samples, prototypes, blobs: null }
  if (!frame.training) return null
  const { codes, blobs } = frame.training.watched
  return { codes: codes[0], samples, prototypes, blobs }
}

export function matrixWindow({ frame }: Scene): Window {
  const { samples, prototypes } = frame.shape
  return [
    [-LEFT * samples, (1 + RIGHT) * samples],
    [-0.09 * prototypes, (1 + TOP) * prototypes],
  ]
}

export function paintMatrix(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const content = contentOf(scene)
  if (!content) return
  const { palette, params } = scene
  const { codes, samples, prototypes, blobs } = content
  const color = oursColour(palette, params.tab === 'bench' ? { codes: 'sinkhorn', rounds: 3 } : params)
  const ramp = Array.from({ length: 33 }, (_, k) => rampColor([palette.paper, color], (k / 32) ** 0.7))
  const box = (x: number, y: number, w: number, h: number) => {
    const [left, top] = [plane.x(x), plane.y(y + h)]
    ctx.fillRect(left, top, plane.x(x + w) - left, plane.y(y) - top)
  }
  const gap = 0.04
  const inset = samples > 40 ? 0 : gap
  for (let i = 0; i < samples; i++) {
    for (let k = 0; k < prototypes; k++) {
      ctx.fillStyle = ramp[Math.round(Math.min(codes[i * prototypes + k]!, 1) * 32)]!
      box(i + inset, prototypes - 1 - k + gap, 1 - 2 * inset, 1 - 2 * gap)
    }
    ctx.fillStyle = blobs ? hues(palette)[blobs[i]!]! : palette.soft
    box(i, -0.08 * prototypes, 1, 0.05 * prototypes)
  }
  const found = shares(codes, content)
  ctx.fillStyle = color
  ctx.globalAlpha = 0.75
  for (const [k, share] of found.stars.entries())
    box(samples * 1.015, prototypes - 1 - k + 0.18, (samples * (RIGHT - 0.03) * Math.min(share, MOST_SHARE)) / MOST_SHARE, 0.64)
  for (const [i, share] of found.samples.entries())
    box(i + 0.12, prototypes * 1.03, 0.76, (prototypes * (TOP - 0.1) * Math.min(share, MOST_SHARE)) / MOST_SHARE)
  ctx.globalAlpha = 1
}

export function Matrix(scene: Scene) {
  const content = contentOf(scene)
  const { plane } = usePlot()
  if (!content) return null
  const { palette, words, params, format } = scene
  const { samples, prototypes, codes } = content
  const x = samples * (1.015 + (RIGHT - 0.03) / MOST_SHARE)
  const y = prototypes * (1.03 + (TOP - 0.1) / MOST_SHARE)
  const picked = Math.min(params.picked, samples - 1)
  const over = shares(codes, content).stars
  const isTall = plane.y(0) - plane.y(1) > 11
  return (
    <>
      <Segment from={[x, 0]} to={[x, prototypes]} color={palette.ink} />
      <Segment from={[0, y]} to={[samples, y]} color={palette.ink} />
      {isTall &&
        over.map((share, k) => (
          <g key={k}>
            <Label at={[0, prototypes - k - 0.5]} dx={-5} dy={4} anchor="end" small color={palette.soft}>
              {`${k + 1}`}
            </Label>
            {share > MOST_SHARE && (
              <Label at={[samples * (1 + RIGHT), prototypes - k - 0.5]} dx={-4} dy={4} anchor="end" small>
                {`×${format(share, 2)}`}
              </Label>
            )}
          </g>
        ))}
      {!content.blobs || params.tab !== 'train' ? null : (
        <Segment from={[picked + 0.5, prototypes]} to={[picked + 0.5, prototypes * 1.03]} color={palette.ink} width={2.5} />
      )}
      <Label at={[0, prototypes * (1 + TOP)]} dx={2} dy={13} small color={palette.soft}>
        {words.sampleSums}
      </Label>
      <Label at={[samples * (1 + RIGHT), prototypes * (1 + TOP)]} dx={-4} dy={13} anchor="end" small color={palette.soft}>
        {words.starSums}
      </Label>
    </>
  )
}

/** A press on a column picks its sample. */
export function pressMatrix([x]: readonly [number, number], scene: Scene): Record<string, unknown> | null {
  const { samples } = scene.frame.shape
  return scene.frame.training && x >= 0 && x < samples ? { picked: Math.floor(x) } : null
}
