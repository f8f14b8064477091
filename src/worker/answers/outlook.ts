import type { Orders } from '../../analysis/orders';
import { convertDuration, DAYS_IN } from '../../analysis/time-unit';
import { alivePath } from '../../analysis/models/uncertainty/alive-path';
import type { Forecast } from '../../analysis/models/forecast';
import {
  type CustomerForecast,
  customerForecast,
} from '../../analysis/models/uncertainty/customer-forecast';
import { spent } from '../../analysis/models/uncertainty/prediction-intervals';
import type { CustomerAnswer } from '../contract/customers';
import type { Fits } from './fits';
import type { Prediction } from './value';

/**
 * The past and the future of one customer as the model sees them.
 *
 * @param buyer the customer's place among the buyers; @param customer its index in the orders
 */
export function outlook(
  { forecast }: Prediction,
  { model: name, unit }: Fits,
  orders: Orders,
  buyer: number,
  customer: number,
): NonNullable<CustomerAnswer['outlook']> {
  const { model, purchase, history } = forecast;
  const T = history.T[buyer];
  const days = Array.from(
    orders.day.subarray(orders.offset[customer], orders.offset[customer + 1]),
  );
  const occasions = [...new Set(days)].map((day) => (day - days[0]) / DAYS_IN[unit]);
  return {
    model: name,
    path: alivePath(model, purchase, occasions, T).map((point) => ({
      ...point,
      time: convertDuration(point.time, unit, 'day'),
    })),
    forecast: futureOf(forecast, buyer),
  };
}

/** The future of one customer of a summary, which does not tell the days of the past. */
export function outlookOfSummary(
  { forecast }: Prediction,
  { model }: Fits,
  buyer: number,
): NonNullable<CustomerAnswer['outlook']> {
  return { model, path: [], forecast: futureOf(forecast, buyer) };
}

function futureOf(forecast: Forecast, buyer: number): CustomerForecast {
  const { history, spendHistory } = forecast;
  const [T, tx, x] = [history.T[buyer], history.tx[buyer], history.x[buyer]];
  const [spendX, m] = spent(spendHistory, buyer);
  return customerForecast(forecast, { x, tx, T, spendX, m });
}
