// Materials of the 3D stage by meaning, recoloured when the theme changes.
import { DoubleSide, LineBasicMaterial, LineDashedMaterial, MeshBasicMaterial, MeshLambertMaterial } from 'three'
import type { Palette } from '@/contract'

// In one pass, although both sides count: two passes would compile the material again for each, every frame.
const glass = (opacity: number) =>
  new MeshBasicMaterial({ transparent: true, opacity, depthWrite: false, side: DoubleSide, forceSinglePass: true })

export function stageMaterials() {
  const dashed = (dash: number) => new LineDashedMaterial({ dashSize: dash, gapSize: 0.7 * dash })
  const materials = {
    floor: new MeshBasicMaterial(),
    grid: new LineBasicMaterial(),
    sight: new LineBasicMaterial(),
    picture: glass(0.08),
    line: dashed(0.09),
    axis: dashed(0.12),
    body: new MeshLambertMaterial(),
    shadow: glass(0.14),
    balls: [new MeshLambertMaterial(), new MeshLambertMaterial()],
    ghosts: [glass(0.22), glass(0.22)],
    rings: [glass(1), glass(1)],
    drops: [dashed(0.05), dashed(0.05)],
    ramps: [glass(0.22), glass(0.22)],
    edges: [new LineBasicMaterial(), new LineBasicMaterial()],
  } as const
  return {
    ...materials,
    recolour(palette: Palette) {
      materials.floor.color.set(palette.field[0])
      materials.grid.color.set(palette.line)
      materials.sight.color.set(palette.faint)
      materials.picture.color.set(palette.base)
      materials.line.color.set(palette.soft)
      materials.axis.color.set(palette.ink)
      materials.body.color.set(palette.ink)
      materials.shadow.color.set(palette.name === 'dark' ? '#000000' : palette.ink)
      for (const [index, color] of [palette.method, palette.base].entries()) {
        for (const kind of ['balls', 'ghosts', 'rings', 'drops', 'ramps', 'edges'] as const)
          materials[kind][index]?.color.set(color)
      }
    },
    dispose() {
      for (const one of Object.values(materials).flat()) one.dispose()
    },
  }
}
