// What another site has to offer to our pages, none of which they may take.
export const STRANGERS = {
  '/stranger.js': '',
  '/stranger.css': '',
  '/stranger.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  '/plain': '<!doctype html><title>A page without a policy</title>',
}

/** In a page: what it lets in of the site `from`, and whether it runs script that was written into it. */
export async function admitted(from: string): Promise<string[]> {
  const comes = (name: string, properties: object) =>
    new Promise<boolean>((done) => {
      const element = Object.assign(document.createElement(name), properties)
      element.onload = () => done(true)
      element.onerror = () => done(false)
      document.head.append(element)
    })
  const found = {
    script: await comes('script', { src: `${from}/stranger.js` }),
    style: await comes('link', { rel: 'stylesheet', href: `${from}/stranger.css` }),
    image: await comes('img', { src: `${from}/stranger.svg` }),
    inline: false,
  }
  document.head.append(Object.assign(document.createElement('script'), { text: 'document.title = "inline"' }))
  found.inline = document.title === 'inline'
  return Object.entries(found).flatMap(([name, came]) => (came ? [name] : []))
}
