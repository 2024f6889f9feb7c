package dev.winback.category;

/**
 * The last customer who still belongs to those in front: of equal values the smaller key goes
 * first. As a customer it is the greatest key where all who have the value belong.
 */
record Cut(long value, long customer) {

  /** Nobody is in front. */
  static final Cut NOBODY = new Cut(Long.MAX_VALUE, Long.MIN_VALUE);

  boolean takes(long value, long customer) {
    return value > this.value || value == this.value && customer <= this.customer;
  }
}
