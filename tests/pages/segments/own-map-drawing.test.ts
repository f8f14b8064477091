import { expect, test } from 'vitest';
import { rfGrid } from '../../../src/analysis/rfm/rf-map';
import { drawingOf, nameProblem, withoutUnused } from '../../../src/pages/segments/own-map-drawing';
import { segmentWords } from '../../../src/pages/segments/segment-name';

test('a drawing starts from a map: its names and colours, the best cell first', () => {
  const { segments, cells } = drawingOf(rfGrid(), segmentWords);
  expect(segments[0]).toEqual({ name: 'Champions', place: 1 });
  expect(segments).toHaveLength(10);
  expect(segments[cells[4][4]].name).toBe('Champions');
  expect(segments[cells[0][0]].name).toBe('Hibernating');
  expect(segments[cells[4][0]].name).toBe('New');
});

test('every segment needs a name of its own, whatever its capitals and blanks', () => {
  const named = (...names: string[]) => names.map((name) => ({ name, place: 1 }));
  expect(nameProblem(named('Gold', 'Silver'))).toBeNull();
  expect(nameProblem(named('Gold', ' '))).toEqual({ kind: 'empty' });
  expect(nameProblem(named('Gold', ' gold '))).toEqual({ kind: 'twice', name: 'gold' });
});

test('a segment that fills no cell is left out, and the others keep their cells', () => {
  const drawing = {
    segments: [
      { name: 'a', place: 1 },
      { name: 'b', place: 2 },
      { name: 'c', place: 3 },
    ],
    cells: [
      [0, 0, 2],
      [0, 2, 2],
      [2, 2, 2],
    ],
  };
  expect(withoutUnused(drawing)).toEqual({
    segments: [
      { name: 'a', place: 1 },
      { name: 'c', place: 3 },
    ],
    cells: [
      [0, 0, 1],
      [0, 1, 1],
      [1, 1, 1],
    ],
  });
});
