import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const CHANNELS = ['web', 'store', 'app', 'phone'];
const WORDS =
  'late delivery asked for gift wrap left with neighbour, call first second floor blue door'.split(
    ' ',
  );

/**
 * Writes a log of orders: five rows a customer on average, ISO dates of a thousand days, two decimals; the
 * same for the same arguments.
 * @param {string} path @param {number} rows @param {boolean} quoted with a quoted free-text column
 * @param {number} customers other than one for every five rows
 */
export async function writeLog(path, rows, quoted, customers = rows / 5) {
  let state = 20260101;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (limit) => Math.floor(random() * limit);
  const file = createWriteStream(path);
  let text = `customer,date,amount,order,channel${quoted ? ',note' : ''}\n`;
  for (let row = 0; row < rows; row++) {
    const customer = `C${String(below(customers)).padStart(7, '0')}`;
    const date = new Date(Date.UTC(2022, 0, 1 + below(1000))).toISOString().slice(0, 10);
    const amount = (1 + random() * 200).toFixed(2);
    text += `${customer},${date},${amount},O${String(row).padStart(8, '0')},${CHANNELS[below(4)]}`;
    if (quoted) {
      const words = Array.from({ length: 5 }, () => WORDS[below(WORDS.length)]).join(' ');
      text += `,"${words}${row % 50 === 0 ? ', ""fragile""' : ''}"`;
    }
    text += '\n';
    if (text.length > 1 << 20) {
      if (!file.write(text)) await once(file, 'drain');
      text = '';
    }
  }
  file.end(text);
  await once(file, 'finish');
}
