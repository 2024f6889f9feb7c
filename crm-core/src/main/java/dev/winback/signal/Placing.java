package dev.winback.signal;

import dev.winback.category.Months;

/** What becomes of the months of each customer whose purchases pass: where he stands among all. */
interface Placing {

  /** One object, filled with one customer after another. */
  Months months();

  /** All purchases of this customer have passed. */
  void place(Months months, History history);
}
