import { mount } from 'svelte'
import App from './App.svelte'

await customElements.whenDefined('momentarium-demo') // objects can be assigned then
mount(App, { target: document.getElementById('app') as HTMLElement })
