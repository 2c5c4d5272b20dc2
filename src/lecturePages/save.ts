const TYPES: Readonly<Record<string, string>> = { html: 'text/html', md: 'text/markdown', json: 'application/json' }

/** Saves a text as a file; letters that file systems refuse are left out of its name. */
export function save(text: string, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain' }))
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').slice(-120)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
