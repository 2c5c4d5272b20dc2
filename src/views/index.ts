export { clipped } from './clip'
export * from './field'
export * from './parts'
export { THEMES, type ThemeName } from './tokens'
