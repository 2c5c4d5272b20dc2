// What is said where a demo is taken away.

/** What making a film may have to say. */
export const filmTexts = {
  noLesson: 'This demo has no lesson.',
  endsAt: (step: number) => `The run ends at step ${step}, and so does the film.`,
  tooLong: (frames: number, most: number) =>
    `This film would have ${frames} frames; at most ${most} can be made: choose a shorter range, a higher speed or fewer frames a second.`,
  noCodec: (format: string) => `This browser makes no ${format.toUpperCase()}; this is a GIF instead.`,
}

/** In the Embed dialog. */
export const kitTexts = {
  noPages: 'PowerPoint, Keynote, Google Slides and LaTeX show no live page:',
  kit: 'take a slide kit',
}

export const texts = {
  title: 'Take away what is on screen',
  what: 'What',
  kinds: { picture: 'Picture', film: 'Film', data: 'Numbers', page: 'One file', kit: 'Slide kit' },
  says: {
    picture: 'As it is on screen, in any size. SVG has letters and lines that other programs can edit.',
    film: 'By the clock of the run: the same state gives the same film, frame by frame.',
    data: 'Computed to the end of the run, with names, units, the link and the paper.',
    page: 'The demo in this state as one HTML file: it opens from a disk, without a network, and can be played with.',
    kit: 'For PowerPoint, Keynote, Google Slides and LaTeX: picture, clip, the stops of the lesson, QR code, link, the demo as one file.',
  },
  format: 'Format',
  pictures: { png: 'PNG', svg: 'SVG', webp: 'WebP' },
  films: { mp4: 'MP4', webm: 'WebM', gif: 'GIF', frames: 'numbered pictures' },
  of: 'Of',
  subjects: { run: 'the run', lesson: 'the lesson' },
  tables: { run: 'the run, step by step (CSV)', data: 'everything (JSON)', map: (name: string) => `${name} (CSV)` },
  width: 'Width, px',
  height: 'Height, px',
  letters: 'Letters',
  letterSizes: { '1280': 'small', '960': 'for slides', '720': 'for the back row' },
  from: 'From step',
  to: 'To step',
  fps: 'Frames a second',
  speed: 'Speed',
  loop: 'Again and again',
  caption: 'With values and link',
  transparent: 'Without ground',
  make: 'Make it',
  cancel: 'Cancel',
  cancelled: 'Nothing was saved.',
  working: (share: number) => `${Math.round(100 * share)} %`,
  saved: (name: string, size: string) => `Saved ${name}, ${size}.`,
  notWhole: (label: string, low: number, high: number) => `${label} is a whole number from ${low} to ${high}.`,
  noPage: 'This site was built without the one-file demos.',
  noNetwork: 'There is no network. What was kept for such a place can be taken away; this demo was not.',
  silent: 'The demo does not answer.',
  backwards: 'From step comes after To step.',
  leftOut: (titles: readonly string[]) => `Not in the picture, which is too small for it: ${titles.join(', ')}.`,
}

interface Kit {
  slug: string
  title: string
  link: string
  clip: string
  hasSteps: boolean
  hasPage: boolean
  hasQr: boolean
}
/** The read-me of a slide kit. */
export const kitText = ({ slug, title, link, clip, hasSteps, hasPage, hasQr }: Kit): string => `${title}

poster.png     the picture
${clip}       the run as a clip${hasSteps ? '\nsteps/         the answers of the lesson, one picture a stop' : ''}${hasQr ? '\nqr.svg         the link, for phones' : ''}
link.txt       the link of this state${hasPage ? `\n${slug}.html   the demo itself: opens without a network` : ''}

PowerPoint     Insert > Video > This Device: ${clip}; as its poster frame: poster.png. A picture or a text box beside it carries the address in link.txt: Insert > Link.
Keynote        Drag ${clip} onto the slide; Format > Movie > Poster Frame. Add a link with Format > Add Link.
Google Slides  Insert > Image > Upload: poster.png, with Insert > Link. Clips: upload ${clip} to Drive, then Insert > Video > Google Drive.
LaTeX          \\href{${link.replace(/[%#&]/g, (sign) => `\\${sign}`)}}{\\includegraphics[width=\\linewidth]{poster.png}}
${hasPage ? `\nDuring the talk, open ${slug}.html in any browser: it needs no network.\n` : ''}`
