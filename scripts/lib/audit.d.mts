interface Finding {
  name: string
  severity: string
  range: string
  via: (string | { title?: string })[]
}
export function graveFindings(report: { vulnerabilities?: Record<string, Finding> } | null): string[] | null
export function audit(): string[] | null
