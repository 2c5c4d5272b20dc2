/** Writes offline/SLUG.html for these demos, or all, into a build; resolves to their sizes in bytes and the most they may have. */
export function writeOfflinePages(dist?: string, slugs?: string[]): Promise<{ slug: string; size: number; limit: number }[]>
