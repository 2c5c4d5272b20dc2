// Where the browsers of the three engines are; on Debian as root they are installed.
import { findChromium } from './chromium.mjs'
import { findProgram } from './programs.mjs'

/** Sets CHROMIUM, FIREFOX, WEBKIT_DRIVER and XVFB, the screen of WebKit's browser; throws one sentence if one is missing. */
export async function findEngines() {
  const found = {
    FIREFOX: {
      name: 'Firefox',
      places: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
      packages: ['firefox-esr'],
    },
    WEBKIT_DRIVER: {
      name: 'WebKitWebDriver',
      places: ['/usr/bin/WebKitWebDriver'],
      packages: ['webkit2gtk-driver'],
    },
    XVFB: { name: 'Xvfb', places: ['/usr/bin/Xvfb'], packages: ['xvfb'] },
  }
  process.env.CHROMIUM = await findChromium()
  for (const [variable, wanted] of Object.entries(found)) process.env[variable] = await findProgram({ variable, ...wanted })
}
