import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMULAS } from '../../../src/pages/glossary/formulas';
import { GROUP_NAMES } from '../../../src/pages/glossary/group-names';
import { QUANTITY_NAMES } from '../../../src/pages/glossary/quantity-names';
import { SOURCES } from '../../../src/pages/glossary/sources';
import { TERM_WORDS } from '../../../src/pages/glossary/term-words';
import { GROUPS, TERMS } from '../../../src/pages/glossary/terms';
import { speak } from '../../../src/text/language.svelte';
import { baseLocale, locales } from '../../../src/text/paraglide/runtime';

test('every term stands once, in a group of the page, and links work in any address', () => {
  const ids = TERMS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, group } of TERMS) {
    expect(GROUPS).toContain(group);
    expect(encodeURIComponent(id)).toBe(id);
  }
  expect(new Set(TERMS.map(({ group }) => group)).size).toBe(GROUPS.length);
});

test('the terms to see besides are others, each once', () => {
  for (const { id, see } of TERMS) {
    expect(see.length, id).toBeGreaterThan(0);
    expect(see, id).not.toContain(id);
    expect(new Set(see).size, id).toBe(see.length);
  }
});

test('every source that is listed is cited', () => {
  const cited = new Set(TERMS.flatMap(({ source }) => (source === undefined ? [] : [source])));
  expect([...cited].sort()).toEqual(Object.keys(SOURCES).sort());
});

test('every quantity that is named is in a formula', () => {
  const used = Object.values(FORMULAS).flatMap((pieces) =>
    pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece[1]])),
  );
  expect([...new Set(used)].sort()).toEqual(Object.keys(QUANTITY_NAMES).sort());
});

describe.each(locales)('in %s', (locale) => {
  beforeAll(() => speak(locale));
  afterAll(() => speak(baseLocale));

  test('every term has a name of its own and a definition that ends as a sentence does', () => {
    const names = TERMS.map(({ id }) => TERM_WORDS[id].name());
    expect(new Set(names).size).toBe(names.length);
    for (const { id } of TERMS) {
      const text = TERM_WORDS[id].text();
      expect(text, id).toMatch(/^\S.{30,}\.$/u);
    }
  });

  test('groups and quantities have a name', () => {
    for (const name of [...Object.values(GROUP_NAMES), ...Object.values(QUANTITY_NAMES)])
      expect(name()).toMatch(/\S/);
  });
});
