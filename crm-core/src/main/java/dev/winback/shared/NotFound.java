package dev.winback.shared;

/** There is no such record, or none that this member may see (HTTP 404; the two look the same). */
public class NotFound extends RuntimeException {

  public NotFound(String what) {
    super(what + " not found");
  }
}
