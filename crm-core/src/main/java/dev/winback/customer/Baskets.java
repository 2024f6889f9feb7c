package dev.winback.customer;

import dev.winback.shared.Spool;
import java.util.function.Consumer;

/** The baskets of a large file as they come back from disk. */
final class Baskets {

  /** Bytes of a basket that is not taken into memory: one customer has most of its rows. */
  private static final long TOO_LARGE = 64_000_000;

  private final Spool spool;
  private final int columns;

  Baskets(Spool spool, int columns) {
    this.spool = spool;
    this.columns = columns;
  }

  boolean tooLarge(int basket) {
    return spool.size(basket) > TOO_LARGE;
  }

  /** A basket that is too large comes in pieces. */
  void each(int basket, Consumer<Basket> work) {
    if (tooLarge(basket)) {
      spool.pieces(basket, piece -> work.accept(new Basket(piece, columns)));
    } else {
      work.accept(new Basket(spool.take(basket), columns));
    }
  }
}
