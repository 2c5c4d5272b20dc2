/** TeX to HTML at run time, for what the build cannot know. Never throws: bad TeX is shown as its source in red by KaTeX. */
export const loadTypesetting = async () => {
  const { default: katex } = await import('katex')
  return (tex: string) =>
    katex.renderToString(tex, { output: 'htmlAndMathml', throwOnError: false, displayMode: true, trust: false })
}
