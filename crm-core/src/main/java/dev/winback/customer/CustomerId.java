package dev.winback.customer;

/** Key of a customer. */
public record CustomerId(long value) {

  public static CustomerId valueOf(String text) {
    return new CustomerId(Long.parseLong(text));
  }
}
