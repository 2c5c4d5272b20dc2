// Finds Chromium, installs it if possible, launches it. Imports nothing outside Node until a browser is launched.
import { chromiumPlaces } from './chromiumPlaces.mjs'
import { findProgram } from './programs.mjs'

export const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader', // WebGL without a graphics card
]

/** Path of a Chromium; throws one sentence if there is none and none can be installed. */
export const findChromium = () =>
  findProgram({ name: 'Chromium or Chrome', variable: 'CHROMIUM', places: chromiumPlaces(), packages: ['chromium'] })

export async function launch(more = []) {
  const { chromium } = await import('playwright-core')
  return chromium.launch({ executablePath: await findChromium(), args: [...FLAGS, ...more] })
}
