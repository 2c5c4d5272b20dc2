// Golden numbers: runs computed by another program. The reader takes all inputs from the case, so that it can read other files of this shape.
import { defaultsOf } from '@/contract'
import { casesOf, expectNear, it, testGolden } from '../../../tests/golden/load'
import { model, type Params, params } from '../model'

interface Run extends Pick<Params, 'rate' | 'h' | 'start' | 'method'> {
  steps: number
  value: number
}
const WITHIN = 1e-12 // relative

testGolden('template', {
  constants: ['how'],
  tolerances: { others: WITHIN },
  sections: {
    runs(content) {
      for (const [name, { steps, value, ...given }] of casesOf<Run>(content)) {
        it(`${name}: ${given.method}, ${steps} steps`, () => {
          const p = { ...defaultsOf(params), ...given }
          const state = model.init(p)
          for (let n = 0; n < steps; n++) model.step(state, p)
          expectNear(state.x, value, { rel: WITHIN })
        })
      }
    },
  },
})
