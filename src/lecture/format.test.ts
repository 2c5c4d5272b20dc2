import { expect, it } from 'vitest'
import {
  addSlides,
  changeSlide,
  type Lecture,
  MOST_SLIDES,
  moveSlide,
  readLecture,
  removeSlide,
  slideOf,
  takeBack,
  writeLecture,
} from './format'

const lecture: Lecture = {
  title: 'Thursday',
  slides: [
    slideOf({ demo: 'heavy-ball', query: 'beta=0.9', title: 'A', notes: 'slowly' }),
    slideOf({ title: 'B', text: '$x^2$ <script>alert(1)</script>' }),
    slideOf({ demo: 'gone', title: 'C' }),
  ],
}
const without = ({ title, slides }: Lecture) => ({ title, slides: slides.map(({ id: _, ...slide }) => slide) })
const names = ({ slides }: Lecture) => slides.map(({ title }) => title).join('')
const [a, b, c] = lecture.slides.map(({ id }) => id) as [string, string, string]

it('is read as it was written', () => {
  const { lecture: read, notes } = readLecture(writeLecture(lecture))
  expect(notes).toEqual([])
  expect(without(read!)).toEqual(without({ ...lecture, slides: lecture.slides.map((slide) => ({ demo: undefined, ...slide })) }))
})

it('reads what is whole of half a file', () => {
  const text = writeLecture(lecture)
  const { lecture: read, notes } = readLecture(text.slice(0, text.indexOf('"C"')))
  expect(names(read!)).toBe('AB')
  expect(notes).toEqual([{ why: 'cut', kept: 2 }])
})

it.each(['', 'no', 'null', '[]', '{"momentarium":"lecture"}', '{"slides":[]}', '{"momentarium":"demo","slides":[]}'])(
  'says that %j is no lecture',
  (text) => {
    expect(readLecture(text)).toEqual({ lecture: null, notes: [{ why: 'unreadable' }] })
  },
)

it('leaves out what is no slide, and says which', () => {
  const slides = [{ title: 'A' }, 7, { demo: '../../x' }, { title: 'B', other: 1 }, { title: 5 }, { text: 'x'.repeat(30_000) }]
  const { lecture: read, notes } = readLecture(JSON.stringify({ momentarium: 'lecture', version: 1, slides }))
  expect(names(read!)).toBe('AB')
  expect(notes).toEqual([{ why: 'dropped', places: [2, 3, 5, 6] }])
})

it('reads what it knows of a newer version, and as many slides as a lecture has', () => {
  const slides = Array.from({ length: MOST_SLIDES + 1 }, () => ({ title: 'A', sound: true }))
  const { lecture: read, notes } = readLecture(JSON.stringify({ momentarium: 'lecture', version: 2, title: 4, slides }))
  expect(read!.slides.length).toBe(MOST_SLIDES)
  expect(read!.title).toBe('')
  expect(notes).toEqual([
    { why: 'newer', version: 2 },
    { why: 'dropped', places: [MOST_SLIDES + 1] },
  ])
})

it('is edited by the names of its slides', () => {
  expect(names(moveSlide(a, 2)(lecture))).toBe('BCA')
  expect(names(moveSlide(c, 0)(lecture))).toBe('CAB')
  expect(names(moveSlide(c, -5)(lecture))).toBe('CAB')
  expect(names(moveSlide('none', 0)(lecture))).toBe('ABC')
  expect(names(removeSlide(b)(lecture))).toBe('AC')
  expect(names(changeSlide(b, { title: 'X' })(lecture))).toBe('AXC')
  expect(names(addSlides([slideOf({ title: 'N' })], a)(lecture))).toBe('ANBC')
  expect(names(addSlides([slideOf({ title: 'N' })])(lecture))).toBe('ABCN')
})

it('takes back one change and leaves those of others', () => {
  const removed = removeSlide(b)(lecture)
  const others = addSlides([slideOf({ title: 'N' })], a)(changeSlide(c, { title: 'Z' })(removed))
  expect(names(takeBack(lecture, removed)(others))).toBe('ANBZ')
  const moved = moveSlide(c, 0)(lecture)
  expect(names(takeBack(lecture, moved)(moved))).toBe('ABC')
  const changed = changeSlide(a, { title: 'Q' })(lecture)
  expect(names(takeBack(lecture, changed)(removeSlide(b)(changed)))).toBe('AC')
})
