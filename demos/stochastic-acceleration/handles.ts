// Vertical lines of the spectrum, and the clocks.
import type { Handle, Point } from '@/contract'
import { equilibrium, excess } from '@/domains/acceleration/law'
import { CLOCKS, GRIPS, heightAt } from './axes'
import { lawOf, type Params, params, startOf } from './params'
import type { View } from './presets'

type Drag = Handle<Params, View>

const inside = (v: number, { min, max }: { min: number; max: number }) => Math.min(Math.max(v, min), max)
const lineOf = (key: 'low' | 'high' | 'probe', label: string, share: number, invite?: string): Drag => ({
  label,
  view: 'spectrum',
  invite,
  moves: [key],
  at: (p): Point => [Math.log10(p[key]), heightAt(p, share)],
  move: ([x]) => ({ [key]: inside(10 ** x, params[key]) }),
})

export const handles: Readonly<Record<string, Drag>> = {
  balance: {
    label: 'balance of gain and loss, by the strength of losses',
    view: 'spectrum',
    invite: 'drag me',
    moves: ['loss'],
    when: (p) => equilibrium(lawOf(p)) !== null,
    at: (p) => [Math.log10(equilibrium(lawOf(p))!), heightAt(p, GRIPS.balance)],
    move: ([x], p) => ({ loss: inside(10 ** (-x * excess(lawOf(p))), params.loss) }),
  },
  probe: lineOf('probe', 'where the slope is read off', GRIPS.probe),
  start: {
    label: 'injection',
    view: 'spectrum',
    moves: ['inj'],
    at: (p) => [startOf(p) / Math.LN10, heightAt(p, GRIPS.start)],
    move: ([x]) => ({ inj: inside(10 ** x, params.inj) }),
  },
  low: lineOf('low', 'lower end of the turbulence', GRIPS.ends),
  high: lineOf('high', 'upper end of the turbulence', GRIPS.ends),
  escape: {
    label: 'escape time',
    view: 'scales',
    moves: ['tau0'],
    when: (p) => Number.isFinite(p.tau0),
    at: (p) => [CLOCKS.escape, Math.log10(p.tau0)],
    move: ([, y]) => ({ tau0: inside(10 ** y, params.tau0) }),
  },
  tilt: {
    label: 'index of escape',
    view: 'scales',
    moves: ['delta', 'tied'],
    when: (p) => Number.isFinite(p.tau0),
    at: (p) => [CLOCKS.tilt, Math.log10(p.tau0) + CLOCKS.tilt * lawOf(p).delta],
    move: ([, y], p) => ({ tied: false, delta: inside((y - Math.log10(p.tau0)) / CLOCKS.tilt, params.delta) }),
  },
  loss: {
    label: 'strength of losses',
    view: 'scales',
    moves: ['loss'],
    when: (p) => p.loss > 0,
    at: (p) => [CLOCKS.loss, -Math.log10(p.loss) - (p.r - 1) * CLOCKS.loss],
    move: ([, y], p) => ({ loss: inside(10 ** (-y - (p.r - 1) * CLOCKS.loss), params.loss) }),
  },
  destroy: {
    label: 'destruction time',
    view: 'scales',
    moves: ['tauC'],
    when: (p) => Number.isFinite(p.tauC),
    at: (p) => [CLOCKS.destroy, Math.log10(p.tauC) + CLOCKS.destroy * p.epsilon],
    move: ([, y], p) => ({ tauC: inside(10 ** (y - CLOCKS.destroy * p.epsilon), params.tauC) }),
  },
}
