package dev.winback.shop;

/** A delivery that says nothing we keep, with the word for why; thrown often, without a trace. */
class NotForUs extends RuntimeException {

  private final String reason;

  NotForUs(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
