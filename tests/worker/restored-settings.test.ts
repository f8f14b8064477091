import { describe, expect, test } from 'vitest';
import { rfGrid } from '../../src/analysis/rfm/rf-map';
import { DEFAULT_SETTINGS, type Settings } from '../../src/worker/contract/settings';
import { restoredSettings } from '../../src/worker/restored-settings';

const names = [...new Set(rfGrid().flat())];
const drawing = {
  segments: names.map((name, i) => ({ name, place: i + 1 })),
  cells: rfGrid().map((row) => row.map((name) => names.indexOf(name))),
};

test('a dataset kept before there were own maps, edges, actions and consent opens with their defaults', () => {
  const {
    scored: _scored,
    scoreEdges: _edges,
    segmentMap: _map,
    ownMaps: _maps,
    segmentActions: _actions,
    consent: _consent,
    ...old
  } = { ...DEFAULT_SETTINGS, bins: 4 as const, margin: 0.4 };
  expect(restoredSettings(old)).toEqual({ ...DEFAULT_SETTINGS, bins: 4, margin: 0.4 });
  expect(restoredSettings({})).toEqual(DEFAULT_SETTINGS);
});

test('what was chosen comes back as it was', () => {
  const kept: Settings = {
    ...DEFAULT_SETTINGS,
    scored: 'rf',
    scoreEdges: { r: [30, 90, 180, 365], f: null, m: [10, 20] },
    segmentMap: 'own',
    ownMaps: { '5': drawing },
    segmentActions: { 'rf/champions': 'Write by hand' },
    consent: { attribute: 'newsletter', values: ['yes', ''] },
    reportNotes: { value: 'Prices rose in March.' },
  };
  expect(restoredSettings(structuredClone(kept))).toEqual(kept);
});

describe('what no version could have meant is dropped, and the rest opens', () => {
  const opened = (part: object) => restoredSettings(part);

  test.each([
    ['cells that point nowhere', { ...drawing, cells: drawing.cells.map((row) => [...row, 0]) }],
    ['a hole in the grid', { ...drawing, cells: [[0, 1, 99, 0, 0], ...drawing.cells.slice(1)] }],
    ['a place outside the palette', { ...drawing, segments: [{ name: 'a', place: 12 }] }],
    ['a segment without a name', { ...drawing, segments: [{ name: '', place: 1 }] }],
    ['fewer rows than bins', { ...drawing, cells: drawing.cells.slice(1) }],
    ['nothing at all', null],
  ])('an own map with %s', (_what, broken) => {
    expect(opened({ ownMaps: { '5': broken }, margin: 0.3 })).toEqual({
      ...DEFAULT_SETTINGS,
      margin: 0.3,
    });
  });

  test('edges that do not rise, an unknown map, words that are no text', () => {
    expect(
      opened({
        scoreEdges: { r: [5, 5], f: [1, 'x', 3], m: [1, 2] },
        segmentMap: 'zodiac',
        scored: 'everything',
        segmentActions: { 'rf/new': 4, 'rf/loyal': 'Call' },
        consent: { attribute: 'newsletter' },
        reportNotes: { value: 7, summary: '', weather: 'fine', caveats: 'Read twice.' },
      }),
    ).toEqual({
      ...DEFAULT_SETTINGS,
      scoreEdges: { r: null, f: null, m: [1, 2] },
      segmentActions: { 'rf/loyal': 'Call' },
      reportNotes: { caveats: 'Read twice.' },
    });
  });
});
