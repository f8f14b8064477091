import type { Stop } from './marks';

/**
 * A stop whose name is written when it is asked for: a figure that follows a slider has hundreds of stops, and the
 * name of one of them at most is read.
 */
export class LateStop implements Stop {
  readonly row: number;
  readonly hit: Stop['hit'];
  readonly x: number;
  readonly y: number;
  readonly shape: Stop['shape'];
  readonly key: string;
  readonly #write: () => string;

  constructor(place: Required<Omit<Stop, 'name'>>, write: () => string) {
    this.row = place.row;
    this.hit = place.hit;
    this.x = place.x;
    this.y = place.y;
    this.shape = place.shape;
    this.key = place.key;
    this.#write = write;
  }

  get name(): string {
    return this.#write();
  }
}
