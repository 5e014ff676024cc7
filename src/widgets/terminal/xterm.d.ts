/** The module of the package: its `package.json` names another file, which is not there (6.0.0). */
declare module '@xterm/headless/lib-headless/xterm-headless.mjs' {
  export { Terminal } from '@xterm/headless';
}
