/** TeX to HTML at run time, for what the build cannot know. Never throws: bad TeX is shown as its source in red by KaTeX. */
export async function typeset(tex: string): Promise<string> {
  const { default: katex } = await import('katex')
  return katex.renderToString(tex, { output: 'htmlAndMathml', throwOnError: false, displayMode: true, trust: false })
}
