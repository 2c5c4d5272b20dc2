// The program: momentarium shot|film|data SLUG … -o FILE, list, help.
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { Misuse, readCommand } from './command'

const HELP = `momentarium shot SLUG [--PARAMETER VALUE …] -o fig.svg     a picture: .png, .svg, .webp
momentarium film SLUG [--PARAMETER VALUE …] -o clip.mp4    a film: .mp4, .webm, .gif, .zip of pictures
momentarium data SLUG [--PARAMETER VALUE …] -o run.csv     numbers: .csv, .json with everything
momentarium list                                           all demos
momentarium help SLUG                                      the parameters of a demo

State:    every parameter of the demo, --t STEP, --view NAME, --step STOP of the lesson
Picture:  --width PX --height PX --dpr 2 --theme light|dark|projector|contrast --caption --transparent
Film:     --of run|lesson --from STEP --to STEP --fps 30 --speed 1
Numbers:  --of run, or the name of a map (.csv)`

/** Writes the whole file or none. */
function write(file: string, content: string | Buffer): void {
  const part = `${file}.part`
  try {
    writeFileSync(part, content)
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw new Error(`“${file}” could not be written: ${(error as Error).message}`)
  }
}

async function run(words: readonly string[]): Promise<void> {
  const [first, slug] = words
  if (first === undefined || first === '--help' || first === '-h' || (first === 'help' && slug === undefined))
    return console.log(HELP)
  if (first === 'list') return console.log((await (await import('./numbers')).list()).join('\n'))
  if (first === 'help') return console.log((await (await import('./numbers')).optionsOf(slug as string)).join('\n'))
  const command = readCommand(words)
  const { numbers, stateOf } = await import('./numbers')
  if (command.kind === 'data') {
    const { text, notes } = await numbers(command)
    write(command.file, text)
    return tell(command.file, notes)
  }
  const { notes } = await stateOf(command)
  const made = await (await import('./picture')).picture(command, new URL('demos/', import.meta.url))
  write(command.file, made.bytes)
  tell(command.file, [...notes, ...made.notes])
}
function tell(file: string, notes: readonly string[]): void {
  for (const note of notes) console.error(note)
  console.log(file)
}

run(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message)
  process.exitCode = error instanceof Misuse ? 2 : 1
})
