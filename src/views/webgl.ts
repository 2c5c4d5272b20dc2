// How this browser draws 3D; tested once, without keeping the context.

/** `software`: the processor draws, as on machines without graphics hardware. */
export type Webgl = 'none' | 'software' | 'hardware'

let known: Webgl | null = null

export function webgl(): Webgl {
  known ??= asked()
  return known
}

function asked(): Webgl {
  const context = document.createElement('canvas').getContext('webgl2')
  if (context === null) return 'none'
  const info = context.getExtension('WEBGL_debug_renderer_info')
  const renderer = info ? String(context.getParameter(info.UNMASKED_RENDERER_WEBGL)) : ''
  context.getExtension('WEBGL_lose_context')?.loseContext()
  return /swiftshader|llvmpipe|software|basic render/i.test(renderer) ? 'software' : 'hardware'
}
