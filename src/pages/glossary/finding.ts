/**
 * A text as it is compared: no capitals, no accents ("Dù đã" is "du da"), so that a term is found however it is typed.
 */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}

/** Whether every word of `query` stands somewhere in one of `texts`; a blank query finds everything. */
export function holdsWords(query: string, texts: readonly string[]): boolean {
  const text = plainLetters(texts.join(' '));
  return plainLetters(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
