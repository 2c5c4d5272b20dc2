// The words of an open stop as HTML that a picture can hold: letters and formulas with their looks written out.
const HTML = 'http://www.w3.org/1999/xhtml'
const LOOKS = 'color font-family font-size font-weight font-style line-height text-align'.split(' ')
/** What a film or a picture says beside the figure; what is only for the hand is left out. */
const WORDS =
  '.lesson-words > h2, .lesson-text, .lesson-guess legend, .lesson-guess .pill > span, .lesson-deed, .lesson-did, .lesson-see, .lesson-why'

export interface Block {
  element: Element
  html: Element
}

/** Blocks in `outer` that are in sight. */
export const blocksOf = (outer: Element): Block[] =>
  [...outer.querySelectorAll(WORDS)].flatMap((element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 ? [{ element, html: copyOf(element, 'div') }] : []
  })

function looksOf(element: Element): string {
  const styles = getComputedStyle(element)
  return LOOKS.map((name) => `${name}:${styles.getPropertyValue(name)}`).join(';')
}

/** A formula keeps its MathML, which needs no style sheet; icons are left out. */
function copyOf(element: Element, name: string): Element {
  const copy = document.createElementNS(HTML, name)
  copy.setAttribute('style', `${looksOf(element)};margin:0;padding:${getComputedStyle(element).padding}`)
  for (const node of element.childNodes) {
    if (node instanceof Text) copy.append(node.data)
    else if (node instanceof HTMLElement && getComputedStyle(node).display !== 'none') {
      const math = node.querySelector('math')
      if (node.classList.contains('katex') && math !== null) copy.append(formulaOf(math))
      else copy.append(copyOf(node, 'span'))
    }
  }
  return copy
}

function formulaOf(math: Element): Element {
  const copy = math.cloneNode(true) as Element
  for (const source of copy.querySelectorAll('annotation')) source.remove()
  return copy
}
