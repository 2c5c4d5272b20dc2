import { expect, it } from 'vitest'
import { normal, stream } from '@/numerics/random'
import { adam } from '../optim/adaptive'
import { GROUPS, gradientsOf, lossOf, startNet, startWorkspace, stepNet } from './residualNet'

const sizes = { inputs: 3, width: 8, outputs: 2, batch: 6 }
function started() {
  const [workspace, net, draws] = [startWorkspace(sizes), startNet(sizes, adam), stream(3, 'residual')]
  for (const group of GROUPS) for (let i = 0; i < net[group].weights.length; i++) net[group].weights[i] = normal(draws)
  for (let i = 0; i < workspace.x.value.length; i++) workspace.x.value[i] = normal(draws)
  for (let i = 0; i < workspace.target.length; i++) workspace.target[i] = normal(draws)
  return { workspace, net }
}

it('does not feel the size of E, whose gradient is at right angles to it', () => {
  const { workspace, net } = started()
  const loss = gradientsOf(workspace, net)
  let [along, length] = [0, 0]
  for (const [k, weight] of net.embed.weights.entries()) {
    along += weight * workspace.groups.embed.gradient[k]!
    length += workspace.groups.embed.gradient[k]! ** 2
  }
  expect(Math.abs(along)).toBeLessThan(1e-6 * Math.sqrt(length))
  const normed = workspace.normed.value.slice()
  for (let i = 0; i < net.embed.weights.length; i++) net.embed.weights[i]! *= 3
  expect(lossOf(workspace, net)).toBeCloseTo(loss, 6)
  for (const [k, value] of normed.entries()) expect(Math.abs(workspace.normed.value[k]! - value)).toBeLessThan(1e-6)
})

it('learns a batch, and a sample of zeros does no harm', () => {
  const { workspace, net } = started()
  workspace.x.value.fill(0, 0, sizes.inputs)
  const first = lossOf(workspace, net)
  const settings = { rate: 0.02, decay: 0, beta1: 0.9, beta2: 0.95, epsilon: 1e-12 }
  for (let k = 0; k < 200; k++) {
    gradientsOf(workspace, net)
    stepNet(workspace, net, adam, { embed: settings, first: settings, second: settings, read: settings })
  }
  expect(lossOf(workspace, net)).toBeLessThan(0.5 * first)
})
