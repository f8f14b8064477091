/** AssemblyScript, compiled to the bytes of a WebAssembly module (see `assembly` in vite.config.ts). */
declare module '*?assembly' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
