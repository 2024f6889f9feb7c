package dev.winback.importing;

import java.util.List;
import java.util.Locale;

/** What the rows of a file are, with the columns of api.md. */
public enum ImportType {
  CUSTOMERS(List.of("customer"), CustomerColumns.OPTIONAL),
  PURCHASES(
      List.of("customer", "time", "amount"),
      List.of(
          "purchase",
          "currency",
          "margin",
          "status",
          "refunded",
          "units",
          "items",
          "coupon",
          "member",
          "source")),
  CONTACTS(
      List.of("customer", "time", "channel"),
      List.of(
          "contact", "source", "direction", "member", "result", "agreed", "asks_reply", "note"));

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> required;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> optional;

  ImportType(List<String> required, List<String> optional) {
    this.required = required;
    this.optional = optional;
  }

  public List<String> required() {
    return required;
  }

  public List<String> optional() {
    return optional;
  }

  boolean knows(String column) {
    return required.contains(column) || optional.contains(column);
  }

  /** As it is called outside. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
