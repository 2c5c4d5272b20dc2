interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: TestFile[]
}
interface TestFile {
  name: string
  status: string
  message?: string
  assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
}
export function countsOf(report: Report, exitCode: number): { passed: number; failed: number }
export function namesOf(report: Pick<Report, 'testResults'>): string[]
