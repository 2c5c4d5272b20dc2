// What the element shows around a frame, and its few texts.

/** A page in another language may change them: `customElements.get('momentarium-demo').words.start = '…'`. */
export const words = {
  start: 'Start',
  use: 'Enter to use, Escape to leave',
  silent: 'The demo does not answer.',
  none: 'No demo answers here: its name or address is wrong, or this page forbids frames.',
  other: 'The picture shows the demo’s default state.',
}

/**
 * A frame that is not ready is drawn invisibly: browsers give no time to hidden frames. The transition reports a change of the page's colours. A dark
 * picture keeps its own ground on white paper.
 */
const css = `:host{display:block;position:relative;aspect-ratio:16/10;margin:auto;transition:color 1ms}
:host([hidden]),figcaption,p:empty,.live p,:host([live=never]) :is(button,p){display:none}
figure{position:absolute;inset:0;margin:0;display:grid;grid-template:minmax(0,1fr) auto/100%;font:14px/1.4 system-ui,sans-serif;text-align:center}
img,iframe,button{grid-area:1/1;width:100%;height:100%;border:0}
img{object-fit:contain}
iframe{opacity:0}
.live img,:host([covered]) iframe{visibility:hidden}
.live iframe{opacity:1}
button{z-index:1;background:none;padding:10px;font:inherit;display:flex;align-items:end;justify-content:center}
span,p{padding:4px 12px;border-radius:99px;background:#17171d;color:#fff}
.live button,.busy button{pointer-events:none}
.live span,.busy span{opacity:0}
button:focus-visible{outline:3px solid #2457d6}
button:focus-visible span{opacity:1}
.failed figcaption,:host([live=never]) figcaption{display:block}
p{grid-area:1/1;z-index:1;margin:0 auto auto}
a{color:inherit}
:host([covered]) img{visibility:visible}
:host([covered]) p:not(:empty){display:block}
@media print{iframe,button,p{display:none!important}img{visibility:visible!important;background:light-dark(#0000,#111);print-color-adjust:exact}figcaption{display:block}}`

let sheet: CSSStyleSheet | undefined

/** Builds the inside of an element, without texts. Nothing here needs permission from the page's policy: no styles in the page, no HTML from text. */
export function build(root: ShadowRoot): void {
  sheet ??= new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  const put = (parent: Node, name: string, attributes: object = {}) =>
    parent.appendChild(Object.assign(document.createElement(name), attributes))
  const figure = put(root, 'figure')
  put(put(figure, 'button', { type: 'button' }), 'span')
  put(figure, 'img')
  put(figure, 'p')
  const caption = put(figure, 'figcaption', { part: 'caption' })
  put(caption, 'b')
  caption.append(' ')
  put(caption, 'a', { target: '_blank' })
  put(caption, 'slot', { name: 'caption' })
}
