package dev.winback.customer;

/**
 * In which basket the rows of a customer wait: known ones by their keys, so that a basket is a
 * stretch of the table; then the others as they come.
 */
final class Allotment {

  /** The basket of all rows that are to be asked for in the database. */
  static final int ODD = 0;

  /** Rows in a basket, so that going through it customer by customer stays in the cache. */
  private static final int ROWS = 8_000;

  /** Baskets of known customers, each of which has a piece in memory. */
  private static final int MOST = 1_000;

  /** Customers in a basket of those whom nobody knows. */
  private static final int OTHERS = 1_024;

  private final KnownCustomers customers;
  private final int baskets;
  private final int width;

  Allotment(KnownCustomers customers, long rows) {
    this.customers = customers;
    baskets = (int) Math.max(1, Math.min(MOST, rows / ROWS));
    width = customers.known() / baskets + 1;
  }

  int basket(int place) {
    if (place < 0 || customers.odd(place)) {
      return ODD;
    }
    return place < customers.known()
        ? 1 + place / width
        : 1 + baskets + (place - customers.known()) / OTHERS;
  }

  /** The first place of a basket of known customers. */
  int from(int basket) {
    return (basket - 1) * width;
  }

  /** Behind the last one. */
  int until(int basket) {
    return Math.min(basket * width, customers.known());
  }
}
