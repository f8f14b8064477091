/** Writes both halves of the hash of a line of at least eight bytes: as `LineRepeats` works it out. */
export function hashLine(from: usize, to: usize, into: usize): void {
  let high: u32 = 0x9e3779b9;
  let low = <u32>(to - from);
  let at = from;
  for (; at + 8 <= to; at += 8) {
    high = (high ^ load<u32>(at)) * 0x85ebca6b;
    low = (low ^ load<u32>(at + 4)) * 0xc2b2ae35;
    const crossed = high ^ (low >> 15);
    low ^= (high >> 13) ^ (high << 7);
    high = crossed;
  }
  if (at < to) {
    high = (high ^ load<u32>(to - 8)) * 0x85ebca6b;
    low = (low ^ load<u32>(to - 4) ^ (high >> 13)) * 0xc2b2ae35;
    high ^= low >> 15;
  }
  high = (high ^ (high >> 16)) * 0x7feb352d;
  low = (low ^ (low >> 15) ^ (high >> 16)) * 0x846ca68b;
  store<u32>(into, high ^ (low >> 13));
  store<u32>(into + 4, low ^ (low >> 16));
}
