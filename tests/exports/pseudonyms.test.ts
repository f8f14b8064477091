import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { newPseudonymKey, pseudonyms } from '../../src/exports/pseudonyms';

test('HMAC-SHA-256 of the id, shortened to 80 bits, behind a letter', async () => {
  const secret = newPseudonymKey();
  const hmac = createHmac('sha256', secret).update('ann@example.com').digest('hex');
  expect(await pseudonyms(['ann@example.com'], secret)).toEqual([`p${hmac.slice(0, 20)}`]);
});

test('the same under the same secret, others under another, none twice', async () => {
  const secret = newPseudonymKey();
  const ids = Array.from({ length: 5000 }, (_, i) => `customer ${i}`);
  const names = await pseudonyms(ids, secret);
  expect(await pseudonyms(ids, secret)).toEqual(names);
  expect(new Set(names).size).toBe(ids.length);
  const others = new Set(await pseudonyms(ids, newPseudonymKey()));
  expect(names?.some((name) => others.has(name))).toBe(false);
});
