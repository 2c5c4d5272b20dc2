/** The number of a preprint at arXiv without its version, from an address or a text that holds it. */
export const arxivId = (text: string): string | undefined =>
  /(?:^|[^\d.])(\d{4}\.\d{4,5})(?:v\d+)?(?!\d)/.exec(text)?.[1] ??
  /arxiv\.org\/(?:abs|pdf)\/([a-z-]+(?:\.[A-Z]{2})?\/\d{7})/.exec(text)?.[1]
