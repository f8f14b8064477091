/** Ids of one dataset that may be the same customer in two spellings. */
export interface IdVariants {
  /** Number of ids that share their folded form with another id. */
  count: number;
  /** The first few groups. */
  examples: string[][];
}

/** Letter case and accents' composition aside (ids are in NFC already). */
export function caseFolded(id: string): string {
  return id.toLowerCase();
}

const WHOLE_NUMBER = /^0*(\d+)(?:\.0+)?$/;

/** `17850`, `17850.0` and `0017850` alike; other ids as they are. */
export function numberFolded(id: string): string {
  const match = WHOLE_NUMBER.exec(id);
  return match ? match[1] : id;
}

/**
 * Groups of distinct ids with the same folded form. A table of 32-bit hashes finds the candidates, so
 * that a million ids cost no million strings in a Map.
 */
export function idVariants(ids: readonly string[], fold: (id: string) => string): IdVariants {
  const bits = Math.max(4, Math.ceil(Math.log2(ids.length + 1)) + 1);
  const mask = (1 << bits) - 1;
  const first = new Int32Array(1 << bits).fill(-1);
  const hashes = new Int32Array(ids.length);
  const groups = new Map<string, string[]>();
  for (let index = 0; index < ids.length; index++) {
    const folded = fold(ids[index]);
    const hash = hashOf(folded);
    hashes[index] = hash;
    let slot = hash & mask;
    for (;;) {
      const other = first[slot];
      if (other < 0) {
        first[slot] = index;
        break;
      }
      if (hashes[other] === hash && fold(ids[other]) === folded) {
        const group = groups.get(folded);
        if (group) group.push(ids[index]);
        else groups.set(folded, [ids[other], ids[index]]);
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  let count = 0;
  for (const group of groups.values()) count += group.length;
  return { count, examples: [...groups.values()].slice(0, 5).map((group) => group.slice(0, 5)) };
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
