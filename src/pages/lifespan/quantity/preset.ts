/** A phrase that sets numbers, and what follows from it. */
export interface Preset {
  phrase: string;
  then?: string;
  choose: () => void;
}
