// `momentarium/1`: every message between a demo and the page that holds it, declared once. Validation (./read), types, the published schema.json
// and v1.d.ts, and docs/protocol.md follow from the tables of this file.
import * as z from 'zod/mini'
import {
  about,
  byName,
  cid,
  type Field,
  flag,
  LONGEST_TEXT,
  list,
  named,
  nonce,
  notes,
  number,
  oneOf,
  params,
  positive,
  readouts,
  scale,
  seed,
  slug,
  stateSchema,
  stepRef,
  t,
  text,
  theme,
  token,
  ui,
  view,
  whole,
} from './fields'
import type { PROTOCOL } from './name'
import { FORMATS } from './name'

type Fields = Readonly<Record<string, Field>>
type BodyOf<F extends Fields> = keyof F extends never ? object : z.infer<z.ZodMiniObject<F, z.core.$strip>>
export interface Declaration<F extends Fields = Fields> {
  /** What it is for, in a sentence or two. */
  says: string
  fields: F
  example: BodyOf<F>
  /** Type of the answer, if there is one. */
  answer?: 'ok' | 'state' | 'description' | 'captured'
}
const message = <F extends Fields>(declaration: Declaration<F>) => declaration

/** Before the port, on the window. */
const windowTable = {
  hello: message({
    says: 'The frame is there: at once when its script runs, and after each `ping`. To any origin, for it tells nothing.',
    fields: { slug: z.optional(slug), cid: z.optional(cid) },
    example: { slug: 'heavy-ball' },
  }),
  ping: message({ says: 'The host asks for another `hello`.', fields: { cid: z.optional(cid) }, example: {} }),
  connect: message({
    says: 'The host answers `hello`, with one end of a `MessageChannel` as the only transferred port. The frame takes the first one, from its parent only; all else goes through the port.',
    fields: { nonce, cid: z.optional(cid) },
    example: { nonce: 'k3J9x' },
  }),
}

/** From the host, on the port. */
const hostTable = {
  set: message({
    says: 'Changes parameters, place and looks. What cannot be used is left as it is or brought into its range, and `notes` of the answer say so.',
    answer: 'ok',
    fields: {
      params: z.optional(params),
      words: z.optional(
        about(
          'Words of the frame’s address, as texts; null takes one away: it is then as if it had never been there. Changes of the element’s attributes come like this.',
          byName(z.nullable(z.string().check(z.maxLength(LONGEST_TEXT))), 'texts', /^.{1,64}$/),
        ),
      ),
      seed: z.optional(seed),
      t: z.optional(t),
      view: z.optional(view),
      ui: z.optional(ui),
      theme: z.optional(theme),
      lang: z.optional(about('Language of the page around, BCP 47; there is one so far.', text(35))),
      scale: z.optional(scale),
      undoable: z.optional(about('Whether the visitor can undo it; default: no.', flag())),
    },
    example: { params: { beta: 0.5, start: [-1.5, 1] }, t: 12 },
  }),
  get: message({
    says: 'Asks for state and readouts. Answered once the picture is that of the state.',
    answer: 'state',
    fields: {},
    example: {},
  }),
  restore: message({
    says: 'Back to a state that `get` has answered.',
    answer: 'ok',
    fields: { state: stateSchema },
    example: { state: { slug: 'heavy-ball', v: 1, params: { beta: 0.5 }, seed: 0, t: 12, view: 'valley' } },
  }),
  player: message({
    says: 'The player’s buttons. `seek` goes to `t`; `step` and `back` go `n` steps.',
    answer: 'ok',
    fields: {
      do: about('What to press.', oneOf('play', 'pause', 'toggle', 'step', 'back', 'seek', 'reset', 'end')),
      t: z.optional(t),
      n: z.optional(about('How many steps; default 1.', whole(1, 1_000_000))),
      speed: z.optional(about('Speed from now on; 1 is the demo’s own.', positive(64))),
    },
    example: { do: 'seek', t: 40 },
  }),
  lecture: message({
    says: 'To a lecture step, which is a place of its own: the same state, whichever way one came. `next` at the last step and `prev` at the first change nothing. A deed of the step that is shown is done before the eyes.',
    answer: 'ok',
    fields: {
      do: about('`goto` needs a step; without one it is the first.', oneOf('goto', 'next', 'prev')),
      step: z.optional(stepRef),
      by: z.optional(
        about('`next` and `prev` go by whole steps, or from scene to deed to answer; default: stop.', oneOf('stop', 'phase')),
      ),
      keep: z.optional(about('Change only what the step names, and keep the visitor’s own values; default: no.', flag())),
    },
    example: { do: 'goto', step: 'wedge' },
  }),
  observe: message({
    says: 'Asks for `values` of these parameters and readouts, now and whenever they change, instead of those observed before; an empty list ends it. `description` names them all.',
    answer: 'ok',
    fields: {
      keys: about('Names of number parameters and readouts.', list(text(64), 64, 'names')),
      hz: z.optional(about('Most answers a second; default 10.', positive(30))),
    },
    example: { keys: ['beta', 'rate'] },
  }),
  describe: message({
    says: 'Asks what the demo has: parameters with their ranges, readouts, views, lecture steps, the paper.',
    answer: 'description',
    fields: {},
    example: {},
  }),
  capture: message({
    says: 'Asks for a picture of what is on screen, a film, or data. `csv` has all steps of the run, or the numbers of a map, `data` all of them as JSON; both are answered when they are computed. `json` is the state. `frames` is a zip of numbered pictures. A film goes by the clock of the run: the same state gives the same film; where no codec is there it is a GIF, and `notes` say so. A picture has the theme that is shown; asking for another is a problem.',
    answer: 'captured',
    fields: {
      format: about('What to make.', oneOf(...FORMATS)),
      of: z.optional(about('Of a film `run` or `lesson`; of `csv` `run` or the name of a map. Default: run.', token())),
      whole: z.optional(
        about('All of the frame, with its margins and the words of an open stop, when its maps are finished.', flag()),
      ),
      caption: z.optional(about('With title, values and link under the picture.', flag())),
      from: z.optional(about('First step of a film.', whole(0))),
      to: z.optional(about('Last step of a film.', t)),
      fps: z.optional(about('Frames a second; default 30.', whole(1, 60))),
      speed: z.optional(about('Times the pace of the demo.', number(0.05, 64))),
      loop: z.optional(about('Whether a GIF begins again.', flag())),
      width: z.optional(about('Pixels, the height in proportion; default: as on screen.', whole(16, 8192))),
      height: z.optional(about('Pixels, where no width is given.', whole(16, 8192))),
      dpr: z.optional(about('Times as many pixels.', number(0.5, 4))),
      theme: z.optional(theme),
      transparent: z.optional(about('Without the ground; default: as it is shown.', flag())),
    },
    example: { format: 'png', width: 800 },
  }),
  visibility: message({
    says: 'Whether the frame is in sight, and whether its clock may run. A clock that was stopped by this goes on after it.',
    answer: 'ok',
    fields: { visible: about('Whether it is in sight.', flag()), active: z.optional(about('Default: as `visible`.', flag())) },
    example: { visible: true, active: false },
  }),
  focus: message({
    says: 'Puts the focus on the first or last control, or on the first thing to drag.',
    answer: 'ok',
    fields: { where: about('Where to put it.', oneOf('first', 'last', 'canvas')) },
    example: { where: 'first' },
  }),
  activate: message({
    says: 'Starts a frame that waits with its poster (`poster=1`). Messages before wait for it, at most 120.',
    answer: 'ok',
    fields: {},
    example: {},
  }),
}

const keyFields = {
  key: about('As in KeyboardEvent.', text(32)),
  code: z.optional(about('As in KeyboardEvent.', text(32))),
  keyCode: z.optional(about('As in KeyboardEvent: decks still ask for it.', whole(0, 255))),
  shift: z.optional(about('Whether Shift is held.', flag())),
  alt: z.optional(about('Whether Alt is held.', flag())),
  ctrl: z.optional(about('Whether Control is held.', flag())),
  meta: z.optional(about('Whether Meta or Command is held.', flag())),
}

/** From the frame, on the port. */
const frameTable = {
  ready: message({
    says: 'The first picture is drawn. Problems of the address follow as `problem`.',
    fields: {
      nonce,
      slug,
      title: about('Its title.', text(200)),
      version: about('Version of the software.', z.string()),
      steps: about('Lecture steps.', named('steps')),
      ratio: about('Width over height that suits it.', z.number().check(z.gt(0))),
      minWidth: about('Least width that suits it, CSS pixels.', whole(0)),
      caps: about('What it can do; `capture:png` and so on name the formats.', z.array(z.string())),
      poster: about('File of the poster, from the frame’s address.', z.string()),
    },
    example: {
      nonce: 'k3J9x',
      slug: 'heavy-ball',
      title: 'The heavy ball',
      version: '1.0',
      steps: [{ id: 'fence', title: 'A fence' }],
      ratio: 1.6,
      minWidth: 280,
      caps: ['keys', 'resize', 'steps', 'capture', 'capture:png'],
      poster: 'poster.webp',
    },
  }),
  ok: message({
    says: 'Done, with the values that are used.',
    fields: {
      params: z.optional(params),
      t: z.optional(t),
      step: z.optional(stepRef),
      index: z.optional(about('Lecture step from 0; -1: none.', z.int())),
      count: z.optional(about('Number of lecture steps.', whole(0))),
      atEnd: z.optional(about('Whether there is no lecture step after it.', flag())),
      keys: z.optional(about('What is observed.', z.array(z.string()))),
      notes: z.optional(notes),
    },
    example: {
      params: { beta: 1.2 },
      t: 12,
      notes: [{ field: 'beta', given: '7', used: '1.2', message: 'beta: 7 is out of range; using 1.2' }],
    },
  }),
  state: message({
    says: 'Answers `get`.',
    fields: {
      state: stateSchema,
      query: z.optional(about('The same as words of the address.', text(LONGEST_TEXT))),
      readouts: z.optional(readouts),
      notes: z.optional(notes),
    },
    example: {
      state: { slug: 'heavy-ball', v: 1, params: { beta: 0.5 }, seed: 0, t: 12, view: 'valley' },
      query: 'beta=0.5&t=12',
      readouts: { gap: 0.031 },
    },
  }),
  description: message({
    says: 'Answers `describe`.',
    fields: {
      description: about(
        'slug, title, version; params: label, doc, default and range of each; outputs: readouts with label and unit; views; steps; citation. Names to observe are the outputs and the number parameters.',
        z.record(z.string(), z.unknown()),
      ),
      notes: z.optional(notes),
    },
    example: { description: { slug: 'heavy-ball', outputs: [{ key: 'gap', label: 'Gap', unit: '' }] } },
  }),
  captured: message({
    says: 'Answers `capture`.',
    fields: {
      mime: about('Its type, such as image/png.', z.string()),
      name: z.optional(about('A name for the file.', text(120))),
      data: about('The bytes: an ArrayBuffer, transferred.', z.unknown()),
      query: z.optional(about('The state that a picture shows, as words of the address.', text(LONGEST_TEXT))),
      notes: z.optional(notes),
    },
    example: { mime: 'image/png', name: 'heavy-ball.png', data: 'ArrayBuffer', query: 'beta=0.5&t=12' },
  }),
  progress: message({
    says: 'The answer takes its time: once a second until it comes.',
    fields: { done: about('Share that is done; 0 where nobody knows.', number(0, 1)) },
    example: { done: 0.4 },
  }),
  problem: message({
    says: 'What was asked cannot be done (`re` says which message), or something else is wrong.',
    fields: {
      code: about(
        'bad-message, unknown-message, too-large, flood, unknown-step, other-demo, capture; unknown-parameter, bad-parameter (of the address); unknown-demo, load, disk.',
        token(),
      ),
      message: about('What is wrong, in one sentence.', text(1000)),
      fatal: about('Whether the demo does not run.', flag()),
      field: z.optional(about('The field that is meant.', z.string())),
      given: z.optional(about('What was given, as text.', z.string())),
      allowed: z.optional(about('What would do.', z.string())),
    },
    example: {
      code: 'bad-message',
      message: 'set: seed cannot be -1; it is a whole number from 0 to 4294967295.',
      fatal: false,
      field: 'seed',
      given: '-1',
      allowed: 'a whole number from 0 to 4294967295',
    },
  }),
  change: message({
    says: 'Parameters have changed. At most ten times a second, the last change always.',
    fields: { params, source: about('Who changed them.', oneOf('user', 'host', 'lecture', 'link')) },
    example: { params: { beta: 0.7 }, source: 'user' },
  }),
  time: message({
    says: 'Another step is shown, or the player has started or stopped. At most ten times a second, the last one always.',
    fields: {
      t,
      playing: about('Whether it plays.', flag()),
      converged: z.optional(about('Whether the run has come to rest.', flag())),
    },
    example: { t: 12, playing: true, converged: false },
  }),
  step: message({
    says: 'A lecture step is shown, in one of its phases.',
    fields: {
      step: z.optional(stepRef),
      index: about('From 0.', whole(0)),
      count: about('How many there are.', whole(1)),
      title: z.optional(about('Its title.', text(200))),
      text: z.optional(about('The words of the phase, with the values on screen.', text(2000))),
    },
    example: { step: 'wedge:answer', index: 2, count: 7, title: 'A wedge', text: 'Both walls of the wedge …' },
  }),
  values: message({
    says: 'What `observe` asked for.',
    fields: { values: about('Numbers by name; null where there is none.', z.record(z.string(), z.nullable(z.number()))) },
    example: { values: { beta: 0.7, rate: 0.93 } },
  }),
  resize: message({
    says: 'The content wants this height.',
    fields: {
      height: about('CSS pixels.', number(0, 20_000)),
      ratio: z.optional(about('Width over height that suits it.', z.number().check(z.gt(0)))),
    },
    example: { height: 560, ratio: 1.6 },
  }),
  key: message({
    says: 'A key that the demo has no use for is pressed, with `keys=up`; Escape and `.` always.',
    fields: keyFields,
    example: { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, shift: false, alt: false, ctrl: false, meta: false },
  }),
  keyup: message({
    says: 'That key is let go. If the focus has left the frame since it was pressed, the page hears that itself.',
    fields: keyFields,
    example: { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, shift: false, alt: false, ctrl: false, meta: false },
  }),
  edge: message({
    says: 'Tab has left the last control, or Shift+Tab the first.',
    fields: { dir: about('Which way.', oneOf('next', 'prev')) },
    example: { dir: 'next' },
  }),
  activate: message({ says: 'The visitor has started a frame that waited with its poster.', fields: {}, example: {} }),
}

export const tables = { window: windowTable, host: hostTable, frame: frameTable } as const
export type Tables = typeof tables

/** Messages without their envelope, by type. */
export type HostBodies = { [K in keyof Tables['host']]: BodyOf<Tables['host'][K]['fields']> }
export type FrameBodies = { [K in keyof Tables['frame']]: BodyOf<Tables['frame'][K]['fields']> }

type Envelope = { m: typeof PROTOCOL; id?: number; re?: number }
export type MessageOf<T> = {
  [K in keyof T]: T[K] extends { fields: infer F extends Fields } ? Envelope & { type: K } & BodyOf<F> : never
}[keyof T]
export type WindowMessage = MessageOf<Tables['window']>
export type HostMessage = MessageOf<Tables['host']>
export type FrameMessage = MessageOf<Tables['frame']>
export type State = z.infer<typeof stateSchema>
export type Ui = z.infer<typeof ui>
export type Values = z.infer<typeof params>
export type Told = z.infer<typeof notes>[number]
