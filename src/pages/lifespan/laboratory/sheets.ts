/**
 * What can be typed in the laboratory, sheet by sheet: names, legal ranges and starting values. Shares and rates are
 * in percent, as they are typed; money in units of the currency. The order of fields is the order in links: new ones
 * go to the end of their sheet, with a new link version.
 */

interface NumberField {
  kind: 'number';
  initial: number;
  min: number;
  max: number;
}

interface ChoiceField<Option extends string> {
  kind: 'choice';
  initial: Option;
  options: readonly Option[];
}

export type Field = NumberField | ChoiceField<string>;

const number = (initial: number, min: number, max: number): NumberField => ({
  kind: 'number',
  initial,
  min,
  max,
});
const choice = <Option extends string>(...options: [Option, ...Option[]]): ChoiceField<Option> => ({
  kind: 'choice',
  initial: options[0],
  options,
});
const money = (initial: number) => number(initial, 0, 1e12);
const share = (initial: number) => number(initial, 0, 100);
const discount = (initial: number) => number(initial, 0, 1000);
const count = (initial: number) => number(initial, 0, 1e9);

export const LEVERS = [
  'churn',
  'margin',
  'orderValue',
  'ordersPerYear',
  'discount',
  'horizon',
] as const;
/** The six numbers that the value of a customer follows from. */
export type Lever = (typeof LEVERS)[number];

export const SHEETS = {
  /** One customer: what they pay, and the churn before and after a change. */
  levers: {
    /** Whether churn is of a year or of a month; the horizon is typed in months either way. */
    period: choice('year', 'month'),
    churn: share(10),
    after: share(5),
    orderValue: money(50),
    ordersPerYear: number(4, 0, 10_000),
    margin: share(30),
    discount: discount(10),
    horizon: number(120, 1, 1200),
    /** Customers won in a year, to tell what a change is worth to the whole shop. */
    customers: count(1000),
    measure: choice('horizon', 'discounted', 'undiscounted'),
  },
  /** How far each lever may go down and up, in percent of where it stands; the pair of the map. */
  ranges: {
    churnDown: share(20),
    churnUp: number(20, 0, 1000),
    marginDown: share(20),
    marginUp: number(20, 0, 1000),
    orderValueDown: share(20),
    orderValueUp: number(20, 0, 1000),
    ordersPerYearDown: share(20),
    ordersPerYearUp: number(20, 0, 1000),
    discountDown: share(20),
    discountUp: number(20, 0, 1000),
    horizonDown: share(20),
    horizonUp: number(20, 0, 1000),
    across: choice<Lever>(...LEVERS),
    upwards: choice<Lever>('ordersPerYear', 'churn', 'margin', 'orderValue', 'discount', 'horizon'),
  },
  /** Changes of the base in percent: what a scenario is made of. */
  scenario: {
    churn: number(0, -100, 1000),
    ordersPerYear: number(0, -100, 1000),
    orderValue: number(0, -100, 1000),
    margin: number(0, -100, 1000),
    customers: number(0, -100, 1000),
  },
  simple: {
    mode: choice('shop', 'subscription'),
    orderValue: money(50),
    ordersPerYear: number(4, 0, 10_000),
    years: number(5, 0, 1000),
    margin: share(100),
  },
  churn: {
    period: choice('month', 'year'),
    revenue: money(20),
    margin: share(50),
    churn: share(5),
  },
  retention: {
    period: choice('year', 'month'),
    margin: money(100),
    retention: share(80),
    discount: discount(10),
    paid: choice('later', 'now'),
  },
  finite: {
    period: choice('year', 'month'),
    margin: money(100),
    retention: share(80),
    discount: discount(10),
    periods: number(5, 0, 1200),
  },
  offers: {
    subscription: money(130),
    subscriptionChurn: share(10),
    shop: money(280),
    shopChurn: share(60),
    years: number(10, 1, 100),
  },
  acquisition: {
    marketing: money(60_000),
    sales: money(30_000),
    overheads: money(10_000),
    newCustomers: count(1000),
    monthlyMargin: money(15),
    monthlyChurn: share(10),
  },
  leader: {
    subsidy: money(40),
    factor: number(4, 0, 1000),
    yearlyMargin: money(12),
    years: number(3, 0, 1000),
  },
  base: {
    customers: count(1000),
    newCustomers: count(300),
    cac: money(50),
    margin: money(60),
    retention: share(75),
    discount: discount(10),
  },
  recovery: {
    cost: money(20),
    clv: money(200),
    stayIfNothing: share(40),
    stayIfPleased: share(70),
  },
  net: {
    listPrice: money(100),
    discount: share(20),
    commission: share(10),
    fee: share(2.9),
    fixedFee: money(0.3),
  },
  starbucks: {},
} satisfies Record<string, Record<string, Field>>;

export type Sheet = keyof typeof SHEETS;

type TypedValue<F> = F extends ChoiceField<infer Option> ? Option : number;

/** What stands in a sheet. */
export type ValuesOf<S extends Sheet> = {
  [Name in keyof (typeof SHEETS)[S]]: TypedValue<(typeof SHEETS)[S][Name]>;
};

export type AllValues = { [S in Sheet]: ValuesOf<S> };

/** The views that can be linked to, and the sheets each shows. */
export const VIEWS = {
  lifespan: ['levers'],
  sensitivity: ['levers', 'ranges'],
  scenarios: ['levers', 'scenario'],
  simple: ['simple'],
  churn: ['churn'],
  retention: ['retention'],
  finite: ['finite'],
  offers: ['offers'],
  acquisition: ['acquisition'],
  leader: ['leader'],
  base: ['base'],
  recovery: ['recovery'],
  net: ['net'],
  starbucks: ['starbucks'],
} as const satisfies Record<string, readonly Sheet[]>;

export type View = keyof typeof VIEWS;
export type Calculator = Exclude<View, 'lifespan' | 'sensitivity' | 'scenarios'>;
/** The parts of the page; one of them holds all calculators. */
export type Section = Exclude<View, Calculator> | 'calculators';

export const CALCULATORS = (Object.keys(VIEWS) as View[]).filter(isCalculator);

export function isCalculator(view: View): view is Calculator {
  return view !== 'lifespan' && view !== 'sensitivity' && view !== 'scenarios';
}

/** Fields of a sheet by name, in their order. */
export function fieldsOf(sheet: Sheet): [name: string, field: Field][] {
  return Object.entries(SHEETS[sheet] as Record<string, Field>);
}

/** A sheet as it is before anything is typed. */
export function initialValues<S extends Sheet>(sheet: S): ValuesOf<S> {
  return Object.fromEntries(
    fieldsOf(sheet).map(([name, field]) => [name, field.initial]),
  ) as ValuesOf<S>;
}

export function initialSheets(): AllValues {
  return Object.fromEntries(
    (Object.keys(SHEETS) as Sheet[]).map((sheet) => [sheet, initialValues(sheet)]),
  ) as unknown as AllValues;
}
