// The command line as its users have it: packed, installed from its tarball, and run in a folder of its own.
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import { root } from '../../scripts/lib/run.mjs'

const folder = mkdtempSync(join(tmpdir(), 'momentarium-'))
beforeAll(async () => {
  process.env.CHROMIUM = await findChromium()
  execFileSync('node', ['scripts/package.mjs'], { cwd: root })
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: join(root, 'packages/momentarium') })
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  execFileSync('npm', ['init', '-y'], { cwd: folder })
  execFileSync('npm', ['install', '--no-audit', '--no-fund', join(folder, tarball)], { cwd: folder })
})

/** Runs the program; resolves to its exit code and what it says. */
const run = (line: string) =>
  new Promise<{ code: number; said: string }>((resolve) =>
    execFile('npx', ['--no-install', 'momentarium', ...line.split(' ')], { cwd: folder }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: out + err }),
    ),
  )

it('says what it can do, and which demos there are', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, said: expect.stringContaining('momentarium shot SLUG') })
  expect((await run('list')).said).toMatch(/^heavy-ball {2,}The heavy ball$/m)
  expect((await run('help heavy-ball')).said).toMatch(/--beta +momentum \(0 to /)
})
it('computes numbers without a browser', async () => {
  expect(await run('data heavy-ball --beta 0.9 -o run.csv')).toEqual({ code: 0, said: 'run.csv\n' })
  expect(readFileSync(join(folder, 'run.csv'), 'utf8')).toMatch(/^# The heavy ball\n# heavy-ball\?beta=0\.9\n/)
})
it('draws and films', async () => {
  expect(await run('shot heavy-ball --beta 0.9 --t 20 --width 800 --height 500 -o fig.png')).toEqual({
    code: 0,
    said: 'fig.png\n',
  })
  const png = readFileSync(join(folder, 'fig.png'))
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 500])
  expect(await run('film heavy-ball --to 10 --width 320 --height 200 -o clip.mp4')).toEqual({ code: 0, said: 'clip.mp4\n' })
  expect(readFileSync(join(folder, 'clip.mp4')).toString('latin1', 4, 8)).toBe('ftyp')
})
it('writes nothing and says why', async () => {
  expect(await run('shot heavy-ball --betta 1 -o bad.png')).toMatchObject({ code: 2, said: expect.stringContaining('--betta') })
  expect(await run('film heavy-ball --speed 0.05 --fps 60 -o bad.mp4')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/This film would have \d+ frames/),
  })
  expect((await run('data heavy-ball -o no/such/folder.csv')).code).toBe(1)
  expect(existsSync(join(folder, 'bad.png')) || existsSync(join(folder, 'bad.mp4'))).toBe(false)
})
