import { fileSlices } from '../../../src/ingest/file-slices';
import type { Answer } from './answer';

const LF = 10;
const COMMA = 44;
const POINT = 46;

/**
 * The floor: bytes straight to ids, days and cents, for this one layout, with no check of anything. Customers are
 * `C` and seven digits, so that the id is the number itself. The bytes come as they come to the product.
 */
addEventListener('message', ({ data }: MessageEvent<File>) => {
  void answer(data).then(postMessage);
});

async function answer(file: File): Promise<Answer> {
  const start = performance.now();
  const orders = new Uint32Array(10_000_000);
  const first = new Int32Array(10_000_000);
  const last = new Int32Array(10_000_000);
  const cents = new Float64Array(10_000_000);
  let rest = new Uint8Array(0);
  let header = true;
  for await (const slice of fileSlices(file, 0)) {
    const bytes = new Uint8Array(rest.length + slice.length);
    bytes.set(rest);
    bytes.set(slice, rest.length);
    const end = bytes.lastIndexOf(LF) + 1;
    let place = header ? bytes.indexOf(LF) + 1 : 0;
    header = false;
    while (place < end) {
      let customer = 0;
      for (place++; bytes[place] !== COMMA; place++) customer = customer * 10 + bytes[place] - 48;
      const digit = (offset: number) => bytes[place + offset] - 48;
      const year = digit(1) * 1000 + digit(2) * 100 + digit(3) * 10 + digit(4);
      const month = digit(6) * 10 + digit(7);
      // Any number that grows with the date does for the floor.
      const day = (year * 12 + month) * 31 + digit(9) * 10 + digit(10);
      let amount = 0;
      for (place += 12; bytes[place] !== COMMA; place++)
        if (bytes[place] !== POINT) amount = amount * 10 + bytes[place] - 48;
      while (bytes[place] !== LF) place++;
      place++;
      if (orders[customer] === 0 || day < first[customer]) first[customer] = day;
      if (day > last[customer]) last[customer] = day;
      orders[customer]++;
      cents[customer] += amount;
    }
    rest = bytes.slice(end);
  }
  let count = 0;
  let sum = 0;
  for (let customer = 0; customer < orders.length; customer++) {
    if (orders[customer] === 0) continue;
    count++;
    sum += cents[customer];
  }
  return { milliseconds: performance.now() - start, count, cents: sum };
}
