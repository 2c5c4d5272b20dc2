import { type Couplings, type Ground, groundOf, hamiltonian, meansIn } from '@/domains/gauge/hamiltonian'
import { type Basis, basisOf, configurations, latticeOf, obeysGauss, treeFlux } from '@/domains/gauge/lattice'
import { flowEnergy, loopFlow } from '@/domains/gauge/loopFlow'
import { casesOf, expectNear, type Golden, it, kept, testGolden } from './load'

interface Geometry {
  Lx: number
  Ly: number
  Lambda: number
  static_charges: number[]
}
interface SystemCase extends Geometry, Couplings {
  n_fermions: number
  dim: number
  E0: number
  gap: number
  charge: number[]
  flux: number[]
  flux2: number[]
  sum_cos_plaquette: number
  /** Above the same lattice without static charges. */
  V?: number
}
interface PlaquetteCase {
  ge2: number
  gm2: number
  exact_E0: number
  truncated_E0: Record<string, number>
  flow_E_at_s: [s: number, energy: number][]
  flow_best_s: number
  flow_best_E: number
}
interface FractionCase {
  Lx: number
  Ly: number
  Lambda: number
  gauge_invariant_states: number
  all_configurations: number
  fraction: number
}
interface FlowCase extends Couplings {
  occupations: number[][]
  tree_flux: Record<string, number[]>
  logits: number[]
  mu: number[]
  log_sigma: number[]
  signs: string
  norm: number
  energy: number
  exact_E0: number
}
interface CrystalCase {
  m: number
  E0: number
  gap: number
  charge: number[]
}

const ENOUGH = 30 // cut-off of one square that counts as none
const tolerance = (golden: Golden, name: string) => ({ abs: golden.constant<Record<string, number>>('tolerance')[name]! })

const basisFor = ({ Lx, Ly, Lambda, static_charges }: Geometry): Basis =>
  basisOf(latticeOf(Lx, Ly), Lambda, { statics: static_charges })
function groundIn(basis: Basis, couplings: Couplings): Ground {
  const work = groundOf(basis, couplings)
  let next = work.next()
  while (!next.done) next = work.next()
  return next.value
}
const solved = (geometry: Geometry, { t, m, ge2, gm2 }: Couplings) => {
  const { Lx, Ly, Lambda, static_charges } = geometry
  return kept([Lx, Ly, Lambda, static_charges, t, m, ge2, gm2], () => {
    const basis = basisFor(geometry)
    const ground = groundIn(basis, { t, m, ge2, gm2 })
    return { basis, ground, means: meansIn(basis, ground.psi) }
  })
}
const square = (cutoff: number) => basisOf(latticeOf(2, 2), cutoff, { matter: false })

function checkSystem(one: SystemCase, golden: Golden): void {
  const { basis, ground, means } = solved(one, one)
  const [within, near] = [tolerance(golden, 'E0'), tolerance(golden, 'observables')]
  expectNear(basis.size, one.dim, {}, 'states')
  expectNear(basis.lattice.sites / 2, one.n_fermions, {}, 'fermions')
  for (let state = 0; state < basis.size; state++) {
    const occupation = basis.occupations[basis.occupationOf[state]!]!
    const at = state * basis.lattice.links.length
    if (!obeysGauss(basis.lattice, occupation, one.static_charges, basis.flux, at))
      expectNear(state, -1, {}, 'state against Gauss’s law')
  }
  expectNear(ground.energy, one.E0, within, 'energy')
  expectNear(ground.gap, one.gap, near, 'gap')
  expectNear(means.charge, one.charge, near, 'charge')
  expectNear(means.flux, one.flux, near, 'flux')
  expectNear(means.flux2, one.flux2, near, 'flux²')
  expectNear(
    means.cos.reduce((sum, cos) => sum + cos, 0),
    one.sum_cos_plaquette,
    near,
    'Σ cos',
  )
  if (one.V === undefined) return
  const vacuum = solved({ ...one, static_charges: one.static_charges.map(() => 0) }, one)
  expectNear(ground.energy - vacuum.ground.energy, one.V, within, 'V')
}

testGolden('lattice-qed', {
  constants: ['how', 'tolerance', 'crystal_at', 'flow_cutoff'],
  tolerances: { plaquette: 1e-5, systems: 1e-5, string_breaking: 1e-5, gauss_fraction: 1e-6, flow_2x2: 1e-6, others: 1e-5 },
  sections: {
    plaquette(content, golden) {
      const near = tolerance(golden, 'flow')
      for (const [name, one] of casesOf<PlaquetteCase>(content)) {
        const couplings = { t: 0, m: 0, ge2: one.ge2, gm2: one.gm2 }
        it(`${name}: g_e² = ${one.ge2}, g_m² = ${one.gm2}, exact and cut off`, () => {
          expectNear(groundIn(square(ENOUGH), couplings).energy, one.exact_E0, near, 'energy')
          for (const [cutoff, energy] of Object.entries(one.truncated_E0))
            expectNear(groundIn(square(Number(cutoff)), couplings).energy, energy, near, `energy with Λ = ${cutoff}`)
        })
        it(`${name}: g_e² = ${one.ge2}, g_m² = ${one.gm2}, the flow`, () => {
          const basis = square(ENOUGH)
          const [flow, apply, gradient] = [loopFlow(basis, [1]), hamiltonian(basis, couplings), new Float64Array(3)]
          const energyAt = (s: number) => flowEnergy(flow, apply, Float64Array.of(0, 0, Math.log(s)), gradient).energy
          for (const [s, energy] of one.flow_E_at_s) expectNear(energyAt(s), energy, near, `energy of width ${s}`)
          let [low, high] = [0.1, 3]
          for (let k = 0; k < 60; k++) {
            const s = (low + high) / 2
            energyAt(s)
            if (gradient[2]! < 0) low = s
            else high = s
          }
          expectNear(low, one.flow_best_s, { abs: 1e-6 }, 'best width')
          expectNear(energyAt(one.flow_best_s), one.flow_best_E, near, 'least energy')
        })
      }
    },

    systems(content, golden) {
      for (const [name, one] of casesOf<SystemCase>(content))
        it(`${name}: ${one.Lx} × ${one.Ly}, t = ${one.t}, m = ${one.m}`, () => checkSystem(one, golden))
    },
    string_breaking(content, golden) {
      for (const [name, one] of casesOf<SystemCase>(content))
        it(`${name}: ${one.static_charges}, t = ${one.t}, m = ${one.m}`, () => checkSystem(one, golden))
    },

    gauss_fraction(content) {
      for (const [name, one] of casesOf<FractionCase>(content))
        it(`${name}: ${one.Lx} × ${one.Ly}, Λ = ${one.Lambda}`, () => {
          const lattice = latticeOf(one.Lx, one.Ly)
          const { size } = basisOf(lattice, one.Lambda)
          expectNear(size, one.gauge_invariant_states, {}, 'states')
          expectNear(configurations(lattice, one.Lambda), one.all_configurations, {}, 'configurations')
          expectNear(size / one.all_configurations, one.fraction, { rel: 1e-12 }, 'fraction')
        })
    },

    flow_2x2(content, golden) {
      const lattice = latticeOf(2, 2)
      const basis = basisOf(lattice, golden.constant<number>('flow_cutoff'))
      const near = tolerance(golden, 'flow')
      for (const [name, one] of casesOf<FlowCase>(content)) {
        it(`${name}: t = ${one.t}, m = ${one.m}`, () => {
          const bits = one.occupations.map((sites) => sites.reduce((all, i) => all | (1 << i), 0))
          for (const [k, sites] of one.occupations.entries())
            expectNear(treeFlux(lattice, bits[k]!, [0, 0, 0, 0]), one.tree_flux[`[${sites.join(', ')}]`], {}, `tree of ${sites}`)
          const order = basis.occupations.map((occupation) => bits.indexOf(occupation))
          const pick = (values: number[]) => order.map((k) => values[k]!)
          const signs = order.map(() => (one.signs === 'all +1' ? 1 : Number.NaN))
          const weights = Float64Array.from([...pick(one.logits), ...pick(one.mu), ...pick(one.log_sigma)])
          const { energy, norm } = flowEnergy(loopFlow(basis, signs), hamiltonian(basis, one), weights, null)
          expectNear(energy, one.energy, near, 'energy')
          expectNear(norm, one.norm, near, 'norm')
          expectNear(groundIn(basis, one).energy, one.exact_E0, near, 'exact energy')
        })
      }
    },

    crystal(content, golden) {
      const at = golden.constant<Geometry & Couplings>('crystal_at')
      for (const [name, one] of casesOf<CrystalCase>(content))
        it(`${name}: m = ${one.m}`, () => {
          const { ground, means } = solved(at, { ...at, m: one.m })
          expectNear(ground.energy, one.E0, tolerance(golden, 'E0'), 'energy')
          expectNear(ground.gap, one.gap, tolerance(golden, 'observables'), 'gap')
          expectNear(means.charge, one.charge, tolerance(golden, 'observables'), 'charge')
        })
    },
  },
})
