package dev.winback.customer;

/** The record asked for is part of another customer by now, known by this number. */
public class MergedAway extends RuntimeException {

  private final String ref;

  public MergedAway(String ref) {
    super("merged");
    this.ref = ref;
  }

  /** The number of the customer it is part of. */
  public String ref() {
    return ref;
  }
}
