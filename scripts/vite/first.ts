// A page before its scripts run: paper and ink of the theme of the link, the stored one or the system's, so that nothing flashes.
import { STORED } from '../../src/app/stored.ts'
import { THEMES } from '../../src/views/tokens.ts'
import { hashOf } from '../lib/headers.mjs'

type ThemeName = keyof typeof THEMES
const look = (name: ThemeName) =>
  `{color-scheme:${name === 'dark' ? 'dark' : 'light'};background:${THEMES[name].paper};color:${THEMES[name].ink}}`
const STYLE = [
  `:root${look('light')}`,
  `@media (prefers-color-scheme:dark){:root:not([data-theme])${look('dark')}}`,
  ...(Object.keys(THEMES) as ThemeName[]).map((name) => `:root[data-theme=${name}]${look(name)}`),
].join('')

/** A link's theme has priority over the visitor's; frames store none. */
const SCRIPT = `{let t=new URLSearchParams(location.search).get('theme');const n=${JSON.stringify(Object.keys(THEMES))};
if(t!=='auto'&&!n.includes(t)&&!location.pathname.includes('/embed/'))try{t=JSON.parse(localStorage.getItem('${STORED}')).theme}catch{}
if(n.includes(t))document.documentElement.dataset.theme=t}`

/** For the policy, which names every script within a page. */
export const firstHash = hashOf(SCRIPT)
export const firstLook = `<style>${STYLE}</style><script>${SCRIPT}</script>`
