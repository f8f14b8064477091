/** A piece of a formula as the Formula part takes it: a sign, or a quantity with its live value. */
export type Term =
  string | { name: string; value: string | null; key?: string; tone?: 'accent' | 'model' };

/** A quantity that a field sets. */
export function typedTerm(name: string, value: string | null, key: string): Term {
  return { name, value, key, tone: 'accent' };
}

/** A quantity that follows from others. */
export function result(name: string, value: string | null): Term {
  return { name, value };
}
