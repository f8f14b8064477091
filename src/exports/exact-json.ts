/** JSON knows no NaN, infinity or negative zero: they are written as `{"$number":"NaN"}` and read back as they were. */
const MARK = '$number';

export function exactJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => {
    if (typeof one !== 'number' || (Number.isFinite(one) && !Object.is(one, -0))) return one;
    return { [MARK]: Object.is(one, -0) ? '-0' : String(one) };
  });
}

/** @throws SyntaxError for a text that is no JSON */
export function parseExactJson(text: string): unknown {
  return JSON.parse(text, (_key, one: unknown) => {
    const marked = typeof one === 'object' && one !== null && MARK in one ? one[MARK] : undefined;
    return typeof marked === 'string' ? Number(marked) : one;
  });
}
