// What visitors read where they make and show a lecture: no page of a demo loads it.
import { cut } from '@/messages'
import type { LectureNote } from './format'

const noted = (note: LectureNote): string => {
  switch (note.why) {
    case 'unreadable':
      return 'This is no lecture of Momentarium, or nothing of it can be read; your own lectures are as they were.'
    case 'newer':
      return `This lecture was made by a newer version (${note.version}); what this one knows of it was read.`
    case 'cut':
      return `The end of this lecture is missing; ${note.kept === 1 ? '1 slide was' : `${note.kept} slides were`} read.`
    case 'dropped':
      return note.places.length === 1
        ? `Slide ${note.places[0]} could not be read and was left out.`
        : `${note.places.length} slides could not be read and were left out: ${cut(note.places.join(', '))}.`
  }
}

export const texts = {
  title: 'My lectures',
  untitled: 'Untitled lecture',
  lede: 'States of demos and pages of text, in your order. It stays in this browser; nothing is sent anywhere.',
  empty: 'Nothing here yet. Open a demo, set it as you want to show it, and press “Add to lecture”.',
  demos: 'See all demos',
  noted,
  trouble: {
    denied: 'This browser keeps nothing for this site. Save the lecture as a file before you leave.',
    full: 'This browser has no room left. Save the lecture as a file before you leave.',
  },
  missingDemo: (slug: string) => `There is no demo called “${cut(slug)}” here. The slide is kept.`,

  choose: 'Lecture',
  name: 'Title of the lecture',
  create: 'New lecture',
  openFile: 'Open a file',
  saveFile: 'Save as a file',
  remove: 'Remove lecture',
  removed: (title: string) => `“${cut(title)}” was removed.`,
  bringBack: 'Bring it back',

  addPage: 'Add a page of text',
  slides: 'Slides',
  slide: (place: number, title: string) => `Slide ${place}: ${title}`,
  pageOfText: 'Page of text',
  edit: 'Edit',
  done: 'Done',
  up: 'Move up',
  down: 'Move down',
  drag: 'Drag, or Alt with the arrow keys, to change the order',
  moved: (place: number, count: number) => `Now slide ${place} of ${count}.`,
  delete: 'Delete',
  fields: { title: 'Title', text: 'Text: Markdown, TeX between dollars', notes: 'Notes for the speaker' },
  openState: 'Open this state',

  present: 'Present',
  speaker: 'Speaker’s window',
  link: 'Copy link',
  linkLong: 'This lecture is too long for a link. Save it as a file and send that.',
  exports: {
    reveal: 'reveal.js deck',
    slidev: 'Slidev deck',
    page: 'Web page',
    file: 'One file, without a network',
    print: 'Print or PDF',
  },
  takeAway: 'Take it away',
  keepOffline: 'Keep it for where there is no network',
  keeping: (share: number) => `Fetching, ${Math.round(100 * share)} %`,
  keptOffline: (size: string) => `This lecture runs without a network now (${size}).`,
  notKeptOffline: 'It could not be kept: there is no network, or no place for it. What was kept before is still there.',
  cannotKeep: 'This browser keeps nothing from an address like this one; save the lecture as one file instead.',
  noFiles: 'This site was built without the one-file demos.',
  noNetwork: 'There is no network.',
  drawing: (count: number) => (count === 1 ? 'Drawing the last picture for print…' : `Drawing ${count} pictures for print…`),

  shared: 'A lecture that was shared with you. It is read from its link and kept nowhere.',
  keep: 'Keep it in my lectures',
  kept: 'It is in your lectures now.',
  begin: 'Begin',

  walk: {
    label: 'Lecture',
    place: (place: number, count: number) => `${place} of ${count}`,
    next: 'Next',
    back: 'Back',
    overview: 'Overview',
    leave: 'Leave',
    tools: 'Tools',
    laser: 'Laser pointer',
    pen: 'Pen',
    wipe: 'Wipe',
    black: 'Black screen',
    code: 'QR code: everybody plays with what is on the wall',
    codeLong: 'This address is too long for a QR code:',
    codeTitle: 'Play with it',
    keys: 'Arrows or Page keys turn slides, L laser, D pen, W wipe, B black screen, Q code, S speaker’s window, Escape leaves',
  },
  speakerView: {
    title: 'Speaker',
    waiting: 'Present a lecture in the other window; this one follows.',
    next: 'Next picture',
    end: 'The end',
    time: 'Time',
    restart: 'Start the clock again',
    noNotes: 'No notes for this slide.',
  },
  tour: {
    minutes: (count: number) => `about ${count} minutes`,
    stops: (count: number) => `${count} stops`,
    questions: 'After it you can answer',
    begin: 'Start the tour',
    own: 'Make it my lecture',
    missing: (slug: string) => `There is no tour called “${cut(slug)}”.`,
  },
}
