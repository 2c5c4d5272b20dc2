// A reporter for vitest, beside the dots: names a test at once that has failed, or that passed only at a second try.
export default class Names {
  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    const { state, errors = [] } = test.result()
    const { flaky = false, duration = 0 } = test.diagnostic() ?? {}
    const outcome = state === 'failed' ? 'failed' : flaky ? 'passed at a second try' : ''
    if (outcome === '') return
    const [first = ''] = (errors[0]?.message ?? '').split('\n')
    console.log(
      `\n${outcome} after ${(duration / 1000).toFixed(1)} s: ${test.module.relativeModuleId} > ${test.fullName}: ${first}`,
    )
  }
}
