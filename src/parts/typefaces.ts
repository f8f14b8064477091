/**
 * Everything the page sets in type, as arguments of `document.fonts.load(font, sample)`: one entry per file of
 * src/fonts.css. Loading all of them at start leaves no font request for later, whatever names a shop's file holds.
 */
export const typefaces: readonly { font: string; sample: string }[] = [
  'Inter Variable',
  'Newsreader Variable',
].flatMap((family) =>
  // One character that only the subset has: latin, latin-ext, vietnamese.
  ['A', 'ł', 'ạ'].map((sample) => ({ font: `400 1em '${family}'`, sample })),
);
