const SAYS_ONE = new Set(['1', 'true', 't', 'yes', 'y', 'ja', 'j', 'có', 'co']);
const SAYS_ZERO = new Set(['0', 'false', 'f', 'no', 'n', 'nee', 'nein', 'không', 'khong']);

/** What the cell of an event column says: yes (1), no (0), or nothing that is known (null). */
export function eventMeaning(cell: string): 0 | 1 | null {
  const word = cell.trim().toLowerCase();
  if (SAYS_ONE.has(word)) return 1;
  if (SAYS_ZERO.has(word)) return 0;
  // As some programs write whole numbers.
  const number = /^([01])[.,]0+$/.exec(word);
  return number ? (Number(number[1]) as 0 | 1) : null;
}
