const TYPES: Readonly<Record<string, string>> = { html: 'text/html', md: 'text/markdown', json: 'application/json' }

/** Saves a text or a file; letters that file systems refuse are left out of its name. */
export function save(content: string | Blob, name: string): void {
  const link = document.createElement('a')
  const blob =
    typeof content === 'string' ? new Blob([content], { type: TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain' }) : content
  link.href = URL.createObjectURL(blob)
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').slice(-120)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
