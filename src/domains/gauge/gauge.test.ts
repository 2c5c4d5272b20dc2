import { describe, expect, it } from 'vitest'
import { stream, uniform } from '@/numerics/random'
import { type Couplings, groundOf, hamiltonian, meansIn, movesOf } from './hamiltonian'
import { addLoops, basisOf, gaussError, latticeOf, obeysGauss, treeFlux } from './lattice'
import { flowEnergy, loopFlow, majoritySigns, startWeights } from './loopFlow'
import { cumulated, drawAnything, drawState, metropolisStep } from './sampling'

const COUPLINGS: Couplings = { t: 0.7, m: 0.3, ge2: 0.8, gm2: 0.6 }
const ground = (...given: Parameters<typeof groundOf>) => {
  const work = groundOf(...given)
  let next = work.next()
  while (!next.done) next = work.next()
  return next.value
}
const STATICS = [0, 0, 0, 0, 1, 0, 0, -1]
const bases = [
  basisOf(latticeOf(2, 2), 2),
  basisOf(latticeOf(3, 2), 2),
  basisOf(latticeOf(4, 2), 1),
  basisOf(latticeOf(4, 2), 1, { statics: STATICS }),
  basisOf(latticeOf(2, 3), 1),
]

describe('states', () => {
  it('are as many as counted (1)', () => {
    const sizes = ([columns, rows]: [number, number], cutoffs: number[]) =>
      cutoffs.map((cutoff) => basisOf(latticeOf(columns, rows), cutoff).size)
    expect(sizes([2, 2], [1, 2])).toEqual([13, 25])
    expect(sizes([3, 2], [1, 2])).toEqual([90, 302])
    expect(sizes([4, 2], [1, 2, 3, 4])).toEqual([645, 3865, 11613, 25849])
  })

  it('obey Gauss’s law at every site, each once, and are found again', () => {
    for (const basis of bases) {
      const { lattice, size, flux, occupations, occupationOf, statics, loops } = basis
      const seen = new Set<string>()
      for (let state = 0; state < size; state++) {
        const occupation = occupations[occupationOf[state]!]!
        const at = state * lattice.links.length
        expect(obeysGauss(lattice, occupation, statics, flux, at)).toBe(true)
        const field = treeFlux(lattice, occupation, statics)
        addLoops(lattice, loops.subarray(state * lattice.plaquettes.length), field)
        expect(Array.from(flux.subarray(at, at + lattice.links.length))).toEqual(field)
        expect(basis.find(occupation, loops, state * lattice.plaquettes.length)).toBe(state)
        seen.add(`${occupation} ${field}`)
      }
      expect(seen.size).toBe(size)
    }
  })

  it('do not exist with a net charge', () => {
    expect(basisOf(latticeOf(2, 2), 1, { statics: [0, 1, 0, 0] }).size).toBe(0)
  })

  it('do not survive a bare unit of field on any link: its two ends break the law', () => {
    const { lattice, flux, occupations, occupationOf, statics } = bases[3]!
    const field = Array.from(flux.subarray(0, lattice.links.length))
    const occupation = occupations[occupationOf[0]!]!
    for (const [link, ends] of lattice.links.entries()) {
      const changed = field.map((e, k) => (k === link ? e + 1 : e))
      const broken = statics.flatMap((_, i) => (gaussError(lattice, occupation, statics, changed, 0, i) === 0 ? [] : i))
      expect(broken).toEqual([...ends])
    }
  })
})

describe('the Hamiltonian', () => {
  it('leads from every state only to states of the basis, by the field it says (7)', () => {
    for (const basis of bases) {
      const { lattice, size, flux, cutoff } = basis
      const { to, count } = movesOf(basis)
      const edges = lattice.links.length
      const field = (state: number) => Array.from(flux.subarray(state * edges, (state + 1) * edges))
      for (let state = 0; state < size; state++)
        for (let move = 0; move < count; move++) {
          const other = to[state * count + move]!
          if (other < 0) continue
          const change = field(other).map((e, k) => e - field(state)[k]!)
          if (move < edges) {
            expect(change.map(Math.abs)).toEqual(lattice.links.map((_, k) => (k === move ? 1 : 0)))
            continue
          }
          const loop = lattice.plaquettes.map((_, p) => (p === Math.floor((move - edges) / 2) ? 1 - 2 * ((move - edges) % 2) : 0))
          const turned = lattice.links.map(() => 0)
          addLoops(lattice, loop, turned)
          expect(change).toEqual(turned)
          expect(Math.max(...field(other).map(Math.abs))).toBeLessThanOrEqual(cutoff)
        }
    }
  })

  it('is symmetric (7)', () => {
    const random = stream(3)
    for (const basis of bases) {
      const apply = hamiltonian(basis, COUPLINGS)
      const vector = () => Float64Array.from({ length: basis.size }, () => uniform(random) - 0.5)
      const [v, w, hv, hw] = [vector(), vector(), new Float64Array(basis.size), new Float64Array(basis.size)]
      apply(v, hv)
      apply(w, hw)
      const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0)
      expect(product(v, hw)).toBeCloseTo(product(hv, w), 11)
    }
  })

  it('has every state as an eigenstate without hopping and loops (6)', () => {
    const basis = bases[3]!
    const apply = hamiltonian(basis, { t: 0, m: 0.4, ge2: 0.9, gm2: 0 })
    const [v, image] = [new Float64Array(basis.size), new Float64Array(basis.size)]
    for (let state = 0; state < basis.size; state += 7) {
      v.fill(0)
      v[state] = 1
      apply(v, image)
      expect(image.filter((x, i) => i !== state && x !== 0)).toEqual(new Float64Array(0))
    }
  })

  it('keeps means between the signs of charges', () => {
    const basis = bases[2]!
    const { charge, flux, flux2 } = meansIn(basis, ground(basis, COUPLINGS).psi)
    for (const [i, q] of charge.entries()) expect(q * basis.lattice.parity[i]!).toBeGreaterThan(0)
    for (const [link, e] of flux.entries()) expect(flux2[link]).toBeGreaterThanOrEqual(e * e)
  })
})

describe('samples', () => {
  const basis = bases[1]!
  const { psi } = ground(basis, COUPLINGS)
  const sums = cumulated(psi)
  const N = 100_000

  it('of the direct sampler have the probabilities of the state, and no memory (9)', () => {
    const random = stream(11)
    const counts = new Float64Array(basis.size)
    const lengths = Array.from({ length: N }, () => {
      const state = drawState(basis, sums, random)
      counts[state]!++
      return movesOf(basis).electric[state]!
    })
    const cells = [...counts.keys()].map((k) => ({ expected: N * psi[k]! ** 2, count: counts[k]! }))
    const [large, small] = [cells.filter(({ expected }) => expected >= 5), cells.filter(({ expected }) => expected < 5)]
    const rest = {
      expected: small.reduce((sum, { expected }) => sum + expected, 0),
      count: small.reduce((sum, { count }) => sum + count, 0),
    }
    const all = rest.expected > 0 ? [...large, rest] : large
    const chi2 = all.reduce((sum, { expected, count }) => sum + (count - expected) ** 2 / expected, 0)
    const freedom = all.length - 1
    expect(Math.abs(chi2 - freedom)).toBeLessThan(5 * Math.sqrt(2 * freedom))
    const mean = lengths.reduce((sum, x) => sum + x, 0) / N
    const variance = lengths.reduce((sum, x) => sum + (x - mean) ** 2, 0)
    const lag = lengths.slice(1).reduce((sum, x, k) => sum + (x - mean) * (lengths[k]! - mean), 0)
    expect(Math.abs(lag / variance)).toBeLessThan(0.02)
  })

  it('of Metropolis have them, too, in the long run', () => {
    const random = stream(12)
    let state = drawState(basis, sums, random)
    let sum = 0
    for (let k = 0; k < 20 * N; k++) {
      state = metropolisStep(basis, psi, state, random)
      sum += movesOf(basis).electric[state]!
    }
    const mean = psi.reduce((total, a, k) => total + a * a * movesOf(basis).electric[k]!, 0)
    expect(sum / (20 * N)).toBeCloseTo(mean, 1)
  })

  it('at random fit as often as counted', () => {
    const two = bases[0]!
    const random = stream(13)
    const flux = new Int8Array(4)
    let hits = 0
    for (let k = 0; k < N; k++) if (obeysGauss(two.lattice, drawAnything(two, 2, random, flux), two.statics, flux)) hits++
    const share = 25 / (6 * 5 ** 4)
    expect(Math.abs(hits - N * share)).toBeLessThan(5 * Math.sqrt(N * share))
  })
})

describe('the flow', () => {
  const basis = basisOf(latticeOf(3, 2), 3)
  const apply = hamiltonian(basis, COUPLINGS)
  const { energy: exact, psi } = ground(basis, COUPLINGS)
  const flow = loopFlow(basis, majoritySigns(basis, psi))
  const random = stream(7)
  const weights = startWeights(flow).map((w) => w + 0.6 * (uniform(random) - 0.5))

  it('has 120 weights on 3 × 2 sites', () => expect(flow.size).toBe(120))

  it('has the gradient of its energy, which is never below the exact one (8)', () => {
    const gradient = new Float64Array(flow.size)
    expect(flowEnergy(flow, apply, weights, gradient).energy).toBeGreaterThan(exact)
    const h = 1e-5
    for (let i = 0; i < flow.size; i++) {
      const at = (by: number) =>
        flowEnergy(
          flow,
          apply,
          weights.map((w, k) => (k === i ? w + by : w)),
          null,
        ).energy
      expect(Math.abs((at(h) - at(-h)) / (2 * h) - gradient[i]!)).toBeLessThan(1e-6)
    }
  })

  it('sums to 1 where the window is wide', () => {
    const wide = basisOf(latticeOf(2, 2), 8)
    const flow = loopFlow(wide, new Int8Array(6).fill(1))
    expect(flowEnergy(flow, hamiltonian(wide, COUPLINGS), startWeights(flow), null).norm).toBeCloseTo(1, 12)
  })
})
