// The same steps on the graphics card (WebGPU), in single precision. Taken only where there is a real card: a processor that plays one is slower than
// the processor itself.
import type { Crowd } from '@/contract'

const GROUP = 64 // points of a workgroup
// of the standard, which names them in places that TypeScript does not know
const [MAP_READ, COPY_SRC, COPY_DST, UNIFORM, STORAGE] = [1, 4, 8, 64, 128]
const READ = 1

const PROGRAM = `
struct Job { first: u32, last: u32, count: u32, kernels: u32, power: f32 }
@group(0) @binding(0) var<storage, read_write> x: array<vec2f>;
@group(0) @binding(1) var<storage, read> levels: array<vec4f>; // of a kernel: m, h, Cxx | Cxy, Cyy, q | P
@group(0) @binding(2) var<storage, read> steps: array<vec2f>; // length, share of the second slope
@group(0) @binding(3) var<uniform> job: Job;

fn log1p(a: f32) -> f32 { // a in place of ln(1 + a) where 1 + a loses its digits
  let b = 1.0 + a;
  return select(log(b) * a / (b - 1.0), a, b == 1.0);
}

fn velocity(level: u32, p: vec2f) -> vec2f {
  var top = -3e38;
  var sum = 0.0;
  var v = vec2f(0.0);
  for (var k = 0u; k < job.kernels; k++) {
    let at = 3u * (level * job.kernels + k);
    let a = levels[at];
    let b = levels[at + 1u];
    let push = levels[at + 2u];
    let u = p - a.xy;
    let square = u.x * u.x * a.w + 2.0 * u.x * u.y * b.x + u.y * u.y * b.y;
    let height = a.z - select(job.power * log1p(square), square / 2.0, job.power == 0.0);
    let higher = max(top, height);
    let before = exp(top - higher);
    let share = exp(height - higher);
    sum = sum * before + share;
    v = v * before + share * (b.zw + vec2f(dot(push.xy, u), dot(push.zw, u)));
    top = higher;
  }
  return v / sum;
}

@compute @workgroup_size(${GROUP}) fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= job.count) { return; }
  var p = x[id.x];
  for (var step = job.first; step < job.last; step++) {
    let h = steps[step].x;
    let share = steps[step].y;
    let v = velocity(step, p);
    if (share > 0.0) { p += h * mix(v, velocity(step + 1u, p + h * v), share); } else { p += h * v; }
  }
  x[id.x] = p;
}`

export interface Card {
  /** Places [count, 2] after so many steps. */
  at(crowd: Crowd, step: number): Promise<Float32Array<ArrayBuffer>>
  close(): void
}

/** A graphics card that can compute, or null. `software`: also where the processor plays one, for tests. `lost` is called if it goes away. */
export async function openCard(lost: () => void, software = false): Promise<Card | null> {
  const adapter = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null)
  if (
    !adapter ||
    (!software && (adapter.info?.isFallbackAdapter || /swiftshader|llvmpipe|software/i.test(JSON.stringify(namesOf(adapter)))))
  )
    return null
  const device = await adapter.requestDevice().catch(() => null)
  if (device === null) return null
  device.lost.then(lost)
  const pipeline = device.createComputePipeline({
    layout: 'auto',
    compute: { module: device.createShaderModule({ code: PROGRAM }), entryPoint: 'main' },
  })
  const filled = (data: Float32Array, usage: number) => {
    const buffer = device.createBuffer({ size: data.byteLength, usage: usage | COPY_DST })
    device.queue.writeBuffer(buffer, 0, data as Float32Array<ArrayBuffer>)
    return buffer
  }
  const job = device.createBuffer({ size: 32, usage: UNIFORM | COPY_DST })
  let loaded: { crowd: Crowd; step: number; places: GPUBuffer; result: GPUBuffer; group: GPUBindGroup; free(): void } | null =
    null

  function load(crowd: Crowd): NonNullable<typeof loaded> {
    loaded?.free()
    const places = filled(crowd.start, STORAGE | COPY_SRC)
    const [levels, steps] = [filled(crowd.levels, STORAGE), filled(crowd.steps, STORAGE)]
    const result = device!.createBuffer({ size: crowd.start.byteLength, usage: MAP_READ | COPY_DST })
    const entries = [places, levels, steps, job].map((buffer, binding) => ({ binding, resource: { buffer } }))
    const group = device!.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries })
    const free = () => {
      for (const buffer of [places, levels, steps, result]) buffer.destroy()
    }
    loaded = { crowd, step: 0, places, result, group, free }
    return loaded
  }
  return {
    async at(crowd, step) {
      const now = loaded !== null && loaded.crowd.key === crowd.key ? loaded : load(crowd)
      if (step < now.step) {
        device.queue.writeBuffer(now.places, 0, crowd.start as Float32Array<ArrayBuffer>)
        now.step = 0
      }
      const counts = Uint32Array.of(now.step, step, crowd.count, crowd.kernels)
      device.queue.writeBuffer(job, 0, counts)
      device.queue.writeBuffer(job, counts.byteLength, Float32Array.of(crowd.power))
      const commands = device.createCommandEncoder()
      const pass = commands.beginComputePass()
      pass.setPipeline(pipeline)
      pass.setBindGroup(0, now.group)
      pass.dispatchWorkgroups(Math.ceil(crowd.count / GROUP))
      pass.end()
      commands.copyBufferToBuffer(now.places, 0, now.result, 0, crowd.start.byteLength)
      device.queue.submit([commands.finish()])
      now.step = step
      await now.result.mapAsync(READ)
      const found = new Float32Array(now.result.getMappedRange().slice(0))
      now.result.unmap()
      return found
    },
    close() {
      loaded?.free()
      device.destroy()
    },
  }
}

const namesOf = ({ info }: GPUAdapter) => [info?.vendor, info?.architecture, info?.device, info?.description]
