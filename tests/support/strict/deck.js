import Reveal from '/reveal.js/reveal.mjs'

const [site] = document.querySelector('meta[http-equiv]').content.match(/http:[^\s;]+/)
const { default: Momentarium } = await import(`${site}/embed/reveal.js`)
Reveal.initialize({ plugins: [Momentarium] })
