const MINUTES_PER_DAY = 1440;
/** Zones change their offset on the quarter of an hour, if they do. */
const QUARTER = 15;

/** Moves instants into one time zone the person chose, with that zone's summer time at each instant. */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  /** @param zone IANA name such as `Europe/Amsterdam`; @throws RangeError when there is no such zone */
  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  }

  /** Minutes since 1970-01-01T00:00 as the zone's clocks show them, for minutes since then in UTC. */
  localMinutes(utcMinutes: number): number {
    const quarter = Math.floor(utcMinutes / QUARTER);
    let offset = this.#offsets.get(quarter);
    if (offset === undefined) {
      offset = this.#offsetAt(quarter * QUARTER);
      this.#offsets.set(quarter, offset);
    }
    return utcMinutes + offset;
  }

  #offsetAt(utcMinutes: number): number {
    const parts = new Map<string, number>();
    for (const { type, value } of this.#format.formatToParts(utcMinutes * 60_000))
      parts.set(type, Number(value));
    const part = (type: string) => parts.get(type) ?? 0;
    const local = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
    );
    return local / 60_000 - utcMinutes;
  }
}

/** Splits minutes since 1970-01-01T00:00 into the day and the minute of the day. */
export function dayAndMinute(minutes: number): { day: number; minute: number } {
  const day = Math.floor(minutes / MINUTES_PER_DAY);
  return { day, minute: minutes - day * MINUTES_PER_DAY };
}

export function minutesOf(day: number, minute: number): number {
  return day * MINUTES_PER_DAY + minute;
}
