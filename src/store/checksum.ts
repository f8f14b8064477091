const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

/**
 * MurmurHash3 (x86, 32 bits; Appleby 2011): tells damaged bytes from whole ones at over a gigabyte a second. It is no
 * signature: who wants to deceive it can.
 *
 * @param seed the checksum of what went before, so that a chain of pieces has one
 * @returns a whole number, 0 .. 2^32 - 1
 */
export function checksum(bytes: Uint8Array, seed = 0): number {
  const { length } = bytes;
  const whole = length >>> 2;
  let hash = seed;
  if (bytes.byteOffset % 4 === 0) {
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, whole);
    for (let at = 0; at < whole; at++) hash = stirred(hash, words[at]);
  } else {
    const view = new DataView(bytes.buffer, bytes.byteOffset, length);
    for (let at = 0; at < whole; at++) hash = stirred(hash, view.getUint32(4 * at, true));
  }
  let rest = 0;
  for (let at = length - 1; at >= 4 * whole; at--) rest = (rest << 8) | bytes[at];
  return finished(hash ^ scrambled(rest), length);
}

function scrambled(word: number): number {
  const product = Math.imul(word, C1);
  return Math.imul((product << 15) | (product >>> 17), C2);
}

function stirred(hash: number, word: number): number {
  const mixed = hash ^ scrambled(word);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function finished(hash: number, length: number): number {
  let last = hash ^ length;
  last = Math.imul(last ^ (last >>> 16), 0x85ebca6b);
  last = Math.imul(last ^ (last >>> 13), 0xc2b2ae35);
  return (last ^ (last >>> 16)) >>> 0;
}
