import type { Choices } from './choices';
import { ATTRIBUTE_NAMES, IDENTITY_ROLES, nameKey, nameRank } from './column-names';
import { currencyCode } from './currency';
import type { FoundHeader } from './find-header';
import { matchHeader, neededRoles, type HeaderMatch } from './header-match';
import type { Layout } from './layouts/layout';
import { matchLayout, recogniseLayout } from './layouts/recognise';
import { DEDUCTIBLE, type Deductible, type IdentityKind, type Mapping, type Role } from './roles';
import type { ContentSurvey } from './survey';

/** What every column is taken for: guess and corrections together. */
export interface ColumnMeaning {
  layout: Layout | null;
  mapping: Mapping;
  identity: { column: number; kind: IdentityKind } | null;
  duplicates: HeaderMatch['duplicates'];
  missing: Role[];
  attributes: number[];
  deduct: Deductible[];
  headerCurrency: string | null;
}

const MOST_ATTRIBUTES = 8;

export function understandColumns(
  found: FoundHeader,
  survey: ContentSurvey,
  choices: Choices,
): ColumnMeaning {
  const names = found.header?.cells ?? [];
  const layout = recogniseLayout(names);
  const general = found.header ? matchHeader(names) : matchContent(survey);
  const guess = layout ? matchLayout(layout, names, general) : general;
  const mapping = corrected(guess.mapping, choices.columns ?? {});
  const duplicates = guess.duplicates.filter(
    ({ role }) => choices.columns?.[role] === undefined && mapping[role] === undefined,
  );
  const column = mapping.customer ?? mapping.email ?? mapping.phone ?? mapping.name;
  const guessed = column !== undefined && column === guess.mapping.customer;
  const kind = guessed ? guess.identity : identityKind(names[column ?? -1] ?? '', mapping, column);
  const identity = column === undefined ? null : { column, kind: kind ?? 'id' };
  const amountName = names[mapping.amount ?? mapping.unitPrice ?? -1] ?? '';
  const taken = new Set(Object.values(mapping));
  return {
    layout,
    mapping,
    identity,
    duplicates,
    missing: neededRoles({ mapping, duplicates }),
    attributes:
      choices.attributes ??
      survey.columns
        .flatMap((content, index) => {
          const named = ATTRIBUTE_NAMES.has(nameKey(names[index] ?? ''));
          const kept =
            !taken.has(index) && content.content !== 'blank' && (named || content.describesGroups);
          return kept ? [index] : [];
        })
        .slice(0, MOST_ATTRIBUTES),
    deduct: (choices.deduct ?? layout?.deduct ?? ['refund', 'commission', 'fee']).filter(
      (part) => DEDUCTIBLE.includes(part) && mapping[part] !== undefined,
    ),
    headerCurrency: currencyInHeader(amountName),
  };
}

/** The guess with the person's corrections; a column they gave a role loses the one it was guessed to have. */
function corrected(guess: Mapping, choices: NonNullable<Choices['columns']>): Mapping {
  const given = new Set(Object.values(choices).filter((column) => column !== null));
  const mapping: Mapping = {};
  for (const [role, column] of Object.entries(guess) as [Role, number][])
    if (choices[role] === undefined && !given.has(column)) mapping[role] = column;
  for (const [role, column] of Object.entries(choices) as [Role, number | null][])
    if (column !== null) mapping[role] = column;
  return mapping;
}

function identityKind(name: string, mapping: Mapping, column: number | undefined): IdentityKind {
  for (const role of ['email', 'phone', 'name'] as const)
    if (mapping.customer === undefined && mapping[role] === column) return role;
  const key = nameKey(name);
  for (const [role, kind] of IDENTITY_ROLES) if (nameRank(role, key) >= 0) return kind;
  return 'id';
}

/** Columns offered by what they hold, for a file without a header: the person confirms them. */
function matchContent(survey: ContentSurvey): HeaderMatch {
  const indices = survey.columns.map((_, index) => index);
  const date = indices.find((index) => survey.columns[index].content === 'date');
  const numbers = indices.filter((index) => survey.columns[index].content === 'number');
  const amount = numbers.find((index) => survey.columns[index].looksLikeMoney) ?? numbers.at(-1);
  const customer = indices.find(
    (index) => index !== date && index !== amount && survey.columns[index].content !== 'blank',
  );
  const mapping: Mapping = {};
  if (customer !== undefined) mapping.customer = customer;
  if (date !== undefined) mapping.date = date;
  if (amount !== undefined) mapping.amount = amount;
  return { mapping, identity: 'id', duplicates: [], known: 0 };
}

/** `Amount (EUR)`, `Total USD`, `amount_vnd`. */
export function currencyInHeader(name: string): string | null {
  const match = /[([\s_-]([A-Za-z]{3}|[€£¥₫$])[)\]]?\s*$/.exec(name);
  return match ? currencyCode(match[1]) : null;
}
