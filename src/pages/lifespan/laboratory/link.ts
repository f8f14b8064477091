import { fieldsOf, VIEWS, type AllValues, type Sheet, type View } from './sheets';

/**
 * A view of the laboratory as a short text for the address: `1~simple~USD~shop~50~4~5~100`. The version, the view, the
 * currency (empty for none), then every field of the view's sheets in order; settings only, never data.
 */
const VERSION = 1;
const BETWEEN = '~';

export interface Linked {
  view: View;
  currency: string | null;
  /** The view's own sheets; the others stay as they are. */
  values: Partial<AllValues>;
}

/** Why a link cannot be opened: it is broken, or from a later version of this page. */
export type Unreadable = 'BROKEN' | 'NEWER';

export function linkText(view: View, currency: string | null, values: AllValues): string {
  const typed = VIEWS[view].flatMap((sheet: Sheet) =>
    fieldsOf(sheet).map(([name]) => String((values[sheet] as Record<string, unknown>)[name])),
  );
  return [VERSION, view, currency ?? '', ...typed].join(BETWEEN);
}

/** What a link says, with every number in its range, or why it cannot be read. */
export function readLink(text: string): Linked | Unreadable {
  const [version, name, currency, ...typed] = text.split(BETWEEN);
  if (!/^\d+$/.test(version)) return 'BROKEN';
  if (Number(version) > VERSION) return 'NEWER';
  if (Number(version) < VERSION || !isView(name)) return 'BROKEN';
  if (!/^([A-Z]{3})?$/.test(currency)) return 'BROKEN';
  const values: Partial<Record<Sheet, Record<string, string | number>>> = {};
  let at = 0;
  for (const sheet of VIEWS[name]) {
    const read: Record<string, string | number> = {};
    for (const [field, { kind, ...legal }] of fieldsOf(sheet)) {
      const text = typed.at(at++);
      if (text === undefined) return 'BROKEN';
      if (kind === 'choice') {
        if (!(legal as { options: readonly string[] }).options.includes(text)) return 'BROKEN';
        read[field] = text;
      } else {
        const { min, max } = legal as { min: number; max: number };
        const value = Number(text);
        if (text.trim() === '' || !(value >= min && value <= max)) return 'BROKEN';
        read[field] = value;
      }
    }
    values[sheet] = read;
  }
  if (at !== typed.length) return 'BROKEN';
  return { view: name, currency: currency || null, values: values as Partial<AllValues> };
}

function isView(name: string | undefined): name is View {
  return name !== undefined && Object.hasOwn(VIEWS, name);
}
