// Which picture to show while no demo runs. None shows another state without saying so.
import type { Picture } from './picture'

export interface Choice {
  src: string
  /** Whether it shows the requested state. */
  shows: boolean
  /** The state that it shows, if the demo has told it. */
  query?: string
}

/** Best first; the last may show another state, the demo's default. `made` by a frame, `own`: named by the page, `at`: of the host. */
export function choices(
  asked: string,
  made: Picture | undefined,
  own: string | undefined,
  at: (file: string) => string,
): Choice[] {
  const [, step, done] = /^step=([\w-]+)((?::|%3A)(?:deed|answer))?$/.exec(asked) ?? []
  return [
    ...(made ? [{ ...made, shows: true }] : []),
    ...(own ? [{ src: own, shows: true }] : []),
    ...(step ? [{ src: at(`steps/${step}${done ? '.deed' : ''}.webp`), shows: true }] : []),
    { src: at('poster.webp'), shows: asked === '' },
  ]
}

export function isPicture(src: string): Promise<boolean> {
  const image = new Image()
  image.src = src
  return image.decode().then(
    () => true,
    () => false,
  )
}
