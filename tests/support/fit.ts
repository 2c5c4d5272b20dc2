// What does not fit in a frame of a demo.

/** In the frame. */
export function misfitsInFrame(): string[] {
  const found: string[] = []
  const { scrollWidth } = document.documentElement
  if (scrollWidth > innerWidth) found.push(`is ${scrollWidth} px wide`)
  const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
  const [tabs, view, large, player] = ['.tabs', '.view.large', '.large .plot', '.transport'].map(box)
  if (tabs && view && tabs.bottom > view.top) found.push('the tabs cover the pictures')
  if (large && player && large.bottom > player.top + 1)
    found.push(`the large picture ends ${large.bottom - player.top} px below the player`)
  if (large && large.top > innerHeight - 60) found.push(`the large picture begins at ${large.top} px`)
  for (const inset of document.querySelectorAll('.plot circle[r]:not(.handle circle)')) {
    const [mark, plot] = [inset, inset.closest('.plot')].map((one) => one?.getBoundingClientRect())
    if (mark && plot && mark.width > 24 && mark.width < plot.width && mark.right > plot.right + 1 && mark.left < plot.right)
      found.push('an inset is cut off')
  }
  for (const view of document.querySelectorAll('.view')) {
    const { width, height } = view.querySelector('.plot')?.getBoundingClientRect() ?? { width: 0, height: 0 }
    const isShown = getComputedStyle(view).display !== 'none'
    if (isShown && (width < 100 || height < 80))
      found.push(`“${view.querySelector('figcaption')?.textContent}” has ${width} × ${height} px`)
  }
  return found
}
