package dev.winback.purchase;

/**
 * Takes purchases one by one in the order of customer, time and id. A sink collects and does not
 * use the database: the connection is busy with the stream, and a statement on it would wait for
 * ever.
 */
@FunctionalInterface
public interface PurchaseSink {

  /** The row is the same object each time: what is kept is copied. */
  void row(PurchaseRow purchase);
}
