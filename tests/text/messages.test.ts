import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../../src');
const MESSAGES = join(SOURCE, 'text/messages');
const LANGUAGES = ['en', 'vi', 'nl'] as const;

interface Variants {
  declarations: string[];
  selectors: string[];
  match: Record<string, string>;
}
type Message = string | Variants[];
type Room = Record<string, Message>;

const settings = JSON.parse(
  readFileSync(join(SOURCE, 'text/project.inlang/settings.json'), 'utf8'),
) as { locales: string[]; 'plugin.inlang.messageFormat': { pathPattern: string[] } };
const rooms = settings['plugin.inlang.messageFormat'].pathPattern.map(
  (path) => /\.\/messages\/(.+)\.\{locale\}\.json$/.exec(path)?.[1] ?? path,
);

function room(name: string, language: string): Room {
  return JSON.parse(readFileSync(join(MESSAGES, `${name}.${language}.json`), 'utf8')) as Room;
}

function texts(message: Message): string[] {
  return typeof message === 'string'
    ? [message]
    : message.flatMap(({ match }) => Object.values(match));
}

/** What a message takes: the inputs it declares, or the names in its braces. */
function inputs(message: Message): string[] {
  const named = texts(message).flatMap((text) =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
  );
  const declared =
    typeof message === 'string'
      ? []
      : message.flatMap(({ declarations }) =>
          declarations.flatMap((line) => /^input (\w+)$/.exec(line)?.[1] ?? []),
        );
  return [...new Set([...named, ...declared])].sort();
}

/** The forms of number a message tells apart, by `count: plural`. */
function plurals(message: Message): boolean {
  return (
    typeof message !== 'string' &&
    message.some(({ declarations }) => declarations.some((line) => line.includes(': plural')))
  );
}

/** Words of four letters and more; what is shorter (CLV, AIC, from a formula) says little about the language. */
function words(text: string): string[] {
  return text.replace(/\{\w+\}/g, ' ').match(/\p{L}{4,}/gu) ?? [];
}

/** Names of things, programs and models, which are the same in every language. */
const NAMES = new Set(
  (
    'Tenure tenure Gamma Pareto Kaplan Meier Shopify WooCommerce Analytics Stripe Square PayPal Magento BigCommerce Etsy ' +
    'Olist Amazon Online Retail PostgreSQL BigQuery Putler Marketing Starbucks alive Spearman Pearson JSON'
  ).split(' '),
);

it('every file of messages belongs to a room of the project, in each of its languages', () => {
  expect(settings.locales).toEqual([...LANGUAGES]);
  const files = rooms.flatMap((name) => LANGUAGES.map((language) => `${name}.${language}.json`));
  expect(readdirSync(MESSAGES).sort()).toEqual(files.sort());
});

describe.each(rooms)('the messages of %s', (name) => {
  const english = room(name, 'en');

  test.each(LANGUAGES)('stand in %s, each with the inputs of the English one', (language) => {
    const own = room(name, language);
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
    for (const [key, message] of Object.entries(own)) {
      expect(inputs(message), key).toEqual(inputs(english[key]));
      expect(plurals(message), key).toBe(plurals(english[key]));
      for (const text of texts(message)) expect(text.trim(), key).not.toBe('');
    }
  });

  test.each(['vi', 'nl'])('are none of them left in English in %s', (language) => {
    const own = room(name, language);
    const left = Object.entries(own)
      .filter(([key, message]) => {
        const told = new Set(texts(english[key]));
        return texts(message).some(
          (text) => told.has(text) && words(text).filter((word) => !NAMES.has(word)).length >= 2,
        );
      })
      .map(([key]) => key);
    expect(left).toEqual([]);
  });
});

it('no message is there that nothing shows', () => {
  const shown = new Set(
    sources(SOURCE).flatMap((path) => readFileSync(path, 'utf8').match(/\b[a-z]+_\w+/g) ?? []),
  );
  const unused = rooms
    .flatMap((name) => Object.keys(room(name, 'en')))
    .filter((k) => !shown.has(k));
  expect(unused).toEqual([]);
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'paraglide' ? [] : sources(path);
    return /\.(ts|svelte)$/.test(entry.name) ? [path] : [];
  });
}
