import asc from 'assemblyscript/asc';

const SUFFIX = '?assembly';
const OPTIONS = ['--outFile', 'module', '-O3', '--runtime', 'stub', '--noAssert'];

/**
 * Modules named `*?assembly` are AssemblyScript; what they export is the bytes of the WebAssembly that it compiles to,
 * which stand in the script itself, since the page may fetch nothing.
 *
 * @returns {import('vite').Plugin}
 */
export function assembly() {
  return {
    name: 'assembly',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null;
      const source = id.slice(0, -SUFFIX.length);
      this.addWatchFile(source);
      /** @type {Map<string, string | Uint8Array>} */
      const files = new Map();
      const { error, stderr } = await asc.main([source, ...OPTIONS], {
        writeFile: (name, contents) => void files.set(name, contents),
      });
      if (error) throw new Error(stderr.toString(), { cause: error });
      const bytes = Buffer.from(files.get('module') ?? '').toString('base64');
      return `export default Uint8Array.from(atob('${bytes}'), (one) => one.charCodeAt(0));`;
    },
  };
}
