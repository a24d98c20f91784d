/** A number for each kind of goods: prices, or how many are ordered. */
export type Goods = Readonly<Record<string, number>>;

/** What the other thread says. */
export interface Answer {
  /** What the order costs. */
  readonly bill: number;
  /** The number of the process it was computed in. */
  readonly process: number;
}
