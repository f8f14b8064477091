import {
  retention_weekday_monday,
  retention_weekday_long_monday,
  retention_weekday_tuesday,
  retention_weekday_long_tuesday,
  retention_weekday_wednesday,
  retention_weekday_long_wednesday,
  retention_weekday_thursday,
  retention_weekday_long_thursday,
  retention_weekday_friday,
  retention_weekday_long_friday,
  retention_weekday_saturday,
  retention_weekday_long_saturday,
  retention_weekday_sunday,
  retention_weekday_long_sunday,
} from '../../text/paraglide/messages';

const SHORT = [
  retention_weekday_monday,
  retention_weekday_tuesday,
  retention_weekday_wednesday,
  retention_weekday_thursday,
  retention_weekday_friday,
  retention_weekday_saturday,
  retention_weekday_sunday,
];

const LONG = [
  retention_weekday_long_monday,
  retention_weekday_long_tuesday,
  retention_weekday_long_wednesday,
  retention_weekday_long_thursday,
  retention_weekday_long_friday,
  retention_weekday_long_saturday,
  retention_weekday_long_sunday,
];

/** Short name of a weekday, 0 for Monday: "Mon". */
export function weekdayName(index: number): string {
  return SHORT[index]();
}

/** The whole name: "Monday". */
export function weekdayLong(index: number): string {
  return LONG[index]();
}
