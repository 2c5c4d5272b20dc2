import { createApp } from 'vue'
import App from './App.vue'

await customElements.whenDefined('momentarium-demo') // objects can be assigned then
createApp(App).mount('#app')
