// Every kind of parameter has a control with a name, a value and its sentence. What they do is tested in the browser.
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { choice, events, integer, number, numbers, point, seed, text, toggle } from '@/contract'
import { NumberField, NumberSlider } from './numberControl'
import {
  ChoiceControl,
  EventsControl,
  NumbersControl,
  PointControl,
  SeedControl,
  TextControl,
  ToggleControl,
} from './otherControls'

const nothing = () => {}
const common = { name: 'thing', describedBy: 'doc', onChange: () => true }
const base = { label: 'Thing', doc: 'What it is.' }

it('draws a number as slider and field, with its named values in reach', () => {
  const spec = number({ ...base, default: 1, min: 0.01, max: 100, scale: 'log', unit: 'm' })
  const hints = {
    marks: [
      { value: 10, label: 'best' },
      { value: 1e9, label: 'far' },
    ],
  }
  const slider = renderToStaticMarkup(
    <NumberSlider {...common} spec={spec} value={1} hints={hints} onBegin={nothing} onEnd={nothing} />,
  )
  expect(slider).toContain('aria-valuetext="1 m"')
  expect(slider).toContain('aria-label="Thing: best, 10"')
  expect(slider).not.toContain('far')
  const outside = renderToStaticMarkup(
    <NumberSlider {...common} spec={spec} value={500} hints={{}} onBegin={nothing} onEnd={nothing} />,
  )
  expect(outside).toContain('outside the slider')
  expect(
    renderToStaticMarkup(<NumberField {...common} spec={integer({ ...base, default: 3, min: 1, max: 9 })} value={3} />),
  ).toContain('value="3"')
})

it('draws choice, toggle, point and seed', () => {
  const options = renderToStaticMarkup(
    <ChoiceControl {...common} spec={choice({ ...base, options: { a: 'Ann', b: 'Bob' }, default: 'a' })} value="b" />,
  )
  expect(options.match(/type="radio"/g)).toHaveLength(2)
  expect(options).toMatch(/checked=""[^>]*\/><span>Bob/)
  expect(renderToStaticMarkup(<ToggleControl {...common} spec={toggle({ ...base, default: true })} value={true} />)).toContain(
    'checked',
  )
  const place = renderToStaticMarkup(
    <PointControl
      {...common}
      spec={point({ ...base, default: [0, 0], min: [-1, -1], max: [1, 1], step: 0.01 })}
      value={[0.5, -0.25]}
    />,
  )
  expect(place).toContain('aria-label="Thing, horizontal"')
  expect(place).toContain('value="−0.25"')
  expect(renderToStaticMarkup(<SeedControl {...common} spec={seed({ ...base, default: 7 })} value={7} />)).toContain('New seed')
})

it('draws a row of numbers as a field for each, and what adds up makes room', () => {
  const spec = numbers({ ...base, names: ['A', 'B'], default: [0.5, 0.5], min: 0, max: 1, step: 0.01, sum: 1 })
  const drawn = renderToStaticMarkup(<NumbersControl {...common} spec={spec} value={[0.25, 0.75]} />)
  expect(drawn).toContain('aria-label="Thing, A"')
  expect(drawn).toContain('value="0.75"')
  const onChange = vi.fn()
  const { children } = NumbersControl({ ...common, spec, value: [0.25, 0.75], onChange }).props
  children[0].props.children[1].props.onChange(0.5, 'typed:thing.0')
  expect(onChange).toHaveBeenCalledWith([0.5, 0.5], 'typed:thing.0')
})

it('shows the named end of a slider as a tick to press', () => {
  const end = { value: Number.POSITIVE_INFINITY, word: 'exact', text: '∞' }
  const spec = integer({ ...base, default: 30, min: 10, max: 300, end })
  const drawn = renderToStaticMarkup(
    <NumberSlider {...common} spec={spec} value={end.value} hints={{}} onBegin={nothing} onEnd={nothing} />,
  )
  expect(drawn).toContain('aria-valuetext="∞"')
  expect(drawn).toContain('>∞</button>')
  expect(drawn).not.toContain('outside')
})

it('draws a text as a field that passes on every letter', () => {
  const spec = text({ ...base, default: '', most: 40 })
  const drawn = renderToStaticMarkup(<TextControl {...common} spec={spec} value="off with" />)
  expect(drawn).toMatch(/Thing<\/span><input type="text"[^>]*maxLength="40"[^>]*value="off with"/)
  const onChange = vi.fn()
  const { children } = TextControl({ ...common, spec, value: 'off with', onChange }).props
  children[1].props.onChange({ target: { value: 'off with h' } })
  expect(onChange).toHaveBeenCalledWith('off with h', 'text:thing')
})

it('adds and removes events at the step on screen', () => {
  const spec = events({ ...base, default: [], strength: { label: 'Strength', min: -1, max: 1, default: 0.5 }, most: 1 })
  const onChange = vi.fn()
  const empty = EventsControl({ name: 'kicks', spec, value: [], step: 12, onChange })
  const [, button] = (empty as { props: { children: [unknown, { props: { onClick(): void; disabled: boolean } }] } }).props
    .children
  button.props.onClick()
  expect(onChange).toHaveBeenCalledWith([{ step: 12, strength: 0.5 }], 'add:kicks')
  const full = renderToStaticMarkup(
    <EventsControl name="kicks" spec={spec} value={[{ step: 3, strength: 1 }]} step={12} onChange={nothing} />,
  )
  expect(full).toContain('Remove the one at step 3')
  expect(full).toContain('disabled')
})
