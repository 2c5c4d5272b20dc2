// Finds Chromium, installs it if possible, launches it. Imports nothing outside Node until a browser is launched.
import { findProgram } from './programs.mjs'

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader', // WebGL without a graphics card
]
const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const WINDOWS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']

/** Where Chromium and Chrome usually are. */
const places = () => [
  ...['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => LINUX.map((name) => `${folder}/${name}`)),
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...WINDOWS.flatMap((name) =>
    ['Chromium', 'Google\\Chrome'].map((app) => `${process.env[name] ?? ''}\\${app}\\Application\\chrome.exe`),
  ),
]

/** Path of a Chromium; throws one sentence if there is none and none can be installed. */
export const findChromium = () =>
  findProgram({ name: 'Chromium or Chrome', variable: 'CHROMIUM', places: places(), packages: ['chromium'] })

export async function launch(more = []) {
  const { chromium } = await import('playwright-core')
  return chromium.launch({ executablePath: await findChromium(), args: [...FLAGS, ...more] })
}
