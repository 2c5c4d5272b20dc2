// What the build makes of a demo's data and texts (scripts/vite/typeset.ts).

interface TypesetReadme {
  /** HTML before the first section. */
  intro: string
  sections: { id: string; title: string; html: string }[]
}

/** TeX source → HTML with MathML; equations have the key `display:` + source. */
declare module '*?tex' {
  const html: Record<string, string>
  export default html
}
/** 32-bit floats of a file (scripts/vite/floats.ts). */
declare module '*.f32' {
  const numbers: Float32Array<ArrayBuffer>
  export default numbers
}
declare module '*.md?html' {
  const readme: TypesetReadme
  export default readme
}
