/** Where the browser keeps the settings; the first script of a page reads them too. */
export const STORED = 'momentarium.settings'
