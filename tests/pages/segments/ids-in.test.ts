import { expect, test } from 'vitest';
import { csvRecord } from '../../../src/exports/safe-csv';
import { idsIn } from '../../../src/pages/segments/ids-in';

test('one id a line, or the first cell of a line, each once', () => {
  expect(idsIn('ann\r\nbob\n\n ann \n')).toEqual(['ann', 'bob']);
  expect(idsIn('\uFEFFann;2024-01-01;web\n"Smith, Al",x\n"say ""hi"""')).toEqual([
    'ann',
    'Smith, Al',
    'say "hi"',
  ]);
});

test('ids come back out of a list that was exported', () => {
  const ids = ['=1+1', '007', 'Smith, Al', '@ann', '-5', 'o"hara'];
  expect(idsIn(ids.map((id) => csvRecord([id, 1])).join(''))).toEqual(ids);
});
