const LONGEST = 100;

/**
 * A name under which every system keeps a file, made from words a person or a shop's file gave: no folders, no
 * characters that hide or turn around what follows them, no beginning that a spreadsheet or a command line reads as
 * more than a name. The ending stays.
 */
export function fileName(words: string): string {
  const plain = words
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/[<>:"/\\|?*\s]+/g, ' ')
    .replace(/^[\s.=+\-@\uff1d\uff0b\uff0d\uff20]+/u, '');
  const ending = /\.[a-z]{2,5}$/.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - ending.length);
  const kept = Array.from(stem).slice(0, LONGEST).join('').trim();
  return `${kept === '' ? 'tenure' : kept}${ending}`;
}
