/**
 * Customer ids in a pasted list or a file: one a line, or the first cell of each line of a CSV. Quotes around a cell
 * are taken off; each id once.
 */
export function idsIn(text: string): string[] {
  const ids = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => {
      const quoted = /^\s*"((?:[^"]|"")*)"/.exec(line);
      return (
        (quoted ? quoted[1].replaceAll('""', '"') : line.split(/[,;\t]/)[0])
          .trim()
          // Set before an id by a formula-safe export.
          .replace(/^'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/, '')
      );
    });
  return [...new Set(ids.filter((id) => id !== ''))];
}
