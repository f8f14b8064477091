import { nameKey } from './column-names';

/** A short text that is the same for files with the same header, whatever its case, spacing and accents. */
export function headerFingerprint(names: readonly string[] | null, width: number): string {
  if (!names) return `columns-${width}`;
  const text = names.map(nameKey).join('\u0000');
  return `header-${hash32(text, 0x811c9dc5)}${hash32(text, 0x9747b28c)}`;
}

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
function hash32(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
