// Where Chromium and Chrome usually are. Imports nothing.
const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const WINDOWS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']

export const chromiumPlaces = () => [
  ...['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => LINUX.map((name) => `${folder}/${name}`)),
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...WINDOWS.flatMap((name) =>
    ['Chromium', 'Google\\Chrome'].map((app) => `${process.env[name] ?? ''}\\${app}\\Application\\chrome.exe`),
  ),
]
