// What ships has Preact in place of React: the same components in 10 kB instead of 60 (docs/decisions/012). React itself draws the inside of a 3D stage,
// because @react-three/fiber is a renderer of React's. Development and unit tests have React everywhere.
import type { Plugin } from 'vite'

const STANDS_FOR: Readonly<Record<string, string>> = {
  react: 'preact/compat',
  'react/jsx-runtime': 'preact/compat/jsx-runtime',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'use-sync-external-store/shim/index.js': 'preact/compat', // has that hook
}
/** Fiber with its dependencies, and the files whose elements it is given. */
const NEEDS_REACT =
  /\/node_modules\/(@react-three|its-fine|suspend-react|react-use-measure|use-sync-external-store|zustand\/esm\/traditional)|\/src\/views\/(world|copied|sphereStage)\.tsx$|\/demos\/[^/]+\/stage\.tsx$/

/** SVG keeps capitals in names of attributes, and Preact passes this one on as React spells it: without this, nothing in a plot could take the focus. */
const TABINDEX = `
import { options as preactOptions } from 'preact'
const before = preactOptions.vnode
preactOptions.vnode = (node) => {
  if (typeof node.type === 'string' && node.props.tabIndex !== undefined) {
    node.props.tabindex = node.props.tabIndex
    delete node.props.tabIndex
  }
  before?.(node)
}
`

export function lightReact(): Plugin {
  return {
    name: 'momentarium:light-react',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer = '', options) {
      const standIn = STANDS_FOR[source]
      if (standIn === undefined || NEEDS_REACT.test(importer)) return null
      return this.resolve(standIn, importer, { ...options, skipSelf: true })
    },
    transform: (code, id) => (id.endsWith('/preact/compat/dist/compat.mjs') ? code + TABINDEX : null),
  }
}
