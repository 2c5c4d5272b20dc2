import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it, vi } from 'vitest'
import { changeSlide, removeSlide, slideOf } from './format'

/** The module as one tab has it: its own memory, the same storage. */
async function tab() {
  vi.resetModules()
  const store = await import('./store')
  await store.loadLectures()
  const now = () => store.lectureOf(store.lectures.getState())!
  return {
    ...store,
    now,
    names: () =>
      now()
        .lecture.slides.map(({ title }) => title)
        .join(''),
  }
}
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

it('keeps what is added, through a reload', async () => {
  const first = await tab()
  expect(first.lectures.getState().all).toEqual([])
  expect(await first.addToLecture(slideOf({ title: 'A' }), 'Mine')).toEqual({ count: 1, kept: true })
  await first.addToLecture(slideOf({ title: 'B' }), 'Mine')
  const again = await tab()
  expect(again.names()).toBe('AB')
  expect(again.now().lecture.title).toBe('Mine')
})

it('loses nothing of two tabs that change the same lecture', async () => {
  const one = await tab()
  await one.addToLecture(slideOf({ title: 'A' }), '')
  const other = await tab()
  const { id, lecture } = one.now()
  const slide = lecture.slides[0]!.id
  await Promise.all([
    one.change(id, changeSlide(slide, { notes: 'from one' })),
    other.addToLecture(slideOf({ title: 'B' }), ''),
    one.addToLecture(slideOf({ title: 'C' }), ''),
  ])
  const kept = (await tab()).now().lecture
  expect(new Set(kept.slides.map(({ title }) => title))).toEqual(new Set(['A', 'B', 'C']))
  expect(kept.slides.find(({ title }) => title === 'A')?.notes).toBe('from one')
  await vi.waitFor(() => expect(one.names()).toContain('B')) // it has heard of it
})

it('takes back and brings back, letters of one field together', async () => {
  const { change, undo, redo, now, names, addToLecture } = await tab()
  await addToLecture(slideOf({ title: 'A' }), '')
  const { id, lecture } = now()
  const slide = lecture.slides[0]!.id
  for (const title of ['x', 'xy', 'xyz']) change(id, changeSlide(slide, { title }), 'title')
  await change(id, removeSlide(slide))
  undo()
  expect(names()).toBe('xyz')
  undo()
  expect(names()).toBe('A')
  redo()
  expect(names()).toBe('xyz')
  redo()
  expect(names()).toBe('')
  undo()
  await vi.waitFor(async () => expect((await tab()).names()).toBe('xyz'))
})

it('brings back a lecture that was removed', async () => {
  const { addToLecture, removeLecture, addLecture, lectures, now } = await tab()
  await addToLecture(slideOf({ title: 'A' }), 'Mine')
  await removeLecture(now().id)
  expect(lectures.getState().all).toEqual([])
  await addLecture(lectures.getState().removed!)
  expect((await tab()).now().lecture.title).toBe('Mine')
})

it('goes on in memory where nothing can be stored, and says why', async () => {
  globalThis.indexedDB = {
    open: () => {
      throw new DOMException('no', 'SecurityError')
    },
  } as unknown as IDBFactory
  const { addToLecture, names, lectures } = await tab()
  expect(await addToLecture(slideOf({ title: 'A' }), '')).toEqual({ count: 1, kept: false })
  await addToLecture(slideOf({ title: 'B' }), '')
  expect(names()).toBe('AB')
  expect(lectures.getState().trouble).toBe('denied')
})
