// Which picture stands where no demo runs. None stands for a state that it does not show without saying so.
import type { Picture } from './picture'

export interface Choice {
  src: string
  /** Whether it shows the state that is asked for. */
  shows: boolean
  /** The state that it shows, where the demo has said it. */
  query?: string
}

/** In order of preference; the last may show another state, the demo's default. `made` by a frame, `own`: named by the page, `at`: of the host. */
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
