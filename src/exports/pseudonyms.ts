/** Bytes of a pseudonym; the chance that two of a million customers share one is below 1 in 10^12. */
const LENGTH = 10;

/** Ids at work at once: enough to keep the browser busy, few enough to leave room for other questions. */
const BATCH = 2000;

/** A secret for `pseudonyms`; whoever has it can find out whose a pseudonym is. */
export function newPseudonymKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}

/**
 * Pseudonyms of ids: HMAC-SHA-256 under a secret, shortened. The same id has the same pseudonym under
 * the same secret, so that results can be joined again; without the secret no id can be told or tried.
 *
 * @returns null where the browser offers no cryptography (a page neither on https nor on this computer)
 */
export async function pseudonyms(
  ids: readonly string[],
  secret: Uint8Array<ArrayBuffer>,
): Promise<string[] | null> {
  // In an insecure context the property is absent, whatever its type says.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const key = await subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const encoder = new TextEncoder();
  const names: string[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const signed = await Promise.all(
      ids.slice(from, from + BATCH).map((id) => subtle.sign('HMAC', key, encoder.encode(id))),
    );
    for (const bytes of signed) names.push(hexadecimal(new Uint8Array(bytes, 0, LENGTH)));
  }
  return names;
}

function hexadecimal(bytes: Uint8Array): string {
  // A letter first: no spreadsheet may read it as a number.
  let text = 'p';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}
