export type Dialect = 'postgresql' | 'bigquery';
export type SummaryKind = 'customer-summary' | 'grouped-summary';

/** What the two dialects write differently. */
interface Syntax {
  dayOf: (time: string) => string;
  daysBetween: (later: string, earlier: string) => string;
  log10: string;
}

const SYNTAX: Record<Dialect, Syntax> = {
  postgresql: {
    dayOf: (time) => `CAST(${time} AS DATE)`,
    daysBetween: (later, earlier) => `${later} - ${earlier}`,
    log10: 'LOG',
  },
  bigquery: {
    dayOf: (time) => `DATE(${time})`,
    daysBetween: (later, earlier) => `DATE_DIFF(${later}, ${earlier}, DAY)`,
    log10: 'LOG10',
  },
};

/**
 * The query by which a warehouse makes a summary from a table `orders (customer_id, order_id, ordered_at,
 * amount)`: x, t_x, T and mean spend by the definitions of this house, with column names that say what they
 * are, so that nothing need be asked when the result is imported.
 */
export function warehouseSql(kind: SummaryKind, dialect: Dialect): string {
  const { dayOf, daysBetween, log10 } = SYNTAX[dialect];
  const day = dayOf('ordered_at');
  const customers = `-- Table orders: customer_id, order_id, ordered_at, amount. Refunds have negative amounts.
WITH observation AS (
  -- How far the data reach; put another day here to end earlier, and leave out later rows.
  SELECT MAX(${day}) AS last_day FROM orders
),
occasions AS (
  -- All orders of a customer on one day are one occasion; a refund is none.
  SELECT
    customer_id,
    ${day} AS day,
    COUNT(DISTINCT order_id) AS orders,
    SUM(amount) AS amount
  FROM orders
  WHERE amount >= 0
  GROUP BY 1, 2
),
placed AS (
  SELECT *, MIN(day) OVER (PARTITION BY customer_id) AS first_day
  FROM occasions
),
revenues AS (
  -- Refunds are taken off here.
  SELECT customer_id, SUM(amount) AS revenue FROM orders GROUP BY 1
),
customers AS (
  SELECT
    placed.customer_id,
    COUNT(*) - 1 AS x,
    ${daysBetween('MAX(day)', 'MIN(day)')} AS t_x_days,
    ${daysBetween('MAX(last_day)', 'MIN(day)')} AS t_days,
    -- Mean of the repeat occasions: the first is left out. Empty for who bought once.
    AVG(CASE WHEN day > first_day THEN amount END) AS mean_repeat_spend,
    SUM(orders) AS orders,
    MAX(revenue) AS revenue
  FROM placed
  CROSS JOIN observation
  JOIN revenues ON revenues.customer_id = placed.customer_id
  GROUP BY 1
)`;
  if (kind === 'customer-summary') return `${customers}\nSELECT * FROM customers;\n`;
  return `${customers},
banded AS (
  -- Those who spend about the same, within 6%, make a group: how spend differs stays visible.
  SELECT
    *,
    CASE WHEN mean_repeat_spend > 0 THEN FLOOR(40 * ${log10}(mean_repeat_spend)) END AS band
  FROM customers
)
SELECT
  x,
  t_x_days,
  t_days,
  COUNT(*) AS customers,
  AVG(mean_repeat_spend) AS mean_repeat_spend
FROM banded
GROUP BY x, t_x_days, t_days, band;
`;
}
