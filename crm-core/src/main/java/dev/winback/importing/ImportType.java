package dev.winback.importing;

import java.util.List;
import java.util.Locale;

/** What the rows of a file are, with the columns of api.md. */
public enum ImportType {
  CUSTOMERS("customer", List.of("customer"), CustomerColumns.OPTIONAL),
  PURCHASES(
      "purchase",
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
          "source",
          "updated_at")),
  CONTACTS(
      "contact",
      List.of("customer", "time", "channel"),
      List.of(
          "contact", "source", "direction", "member", "result", "agreed", "asks_reply", "note"));

  private final String ownId;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> required;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> optional;

  ImportType(String ownId, List<String> required, List<String> optional) {
    this.ownId = ownId;
    this.required = required;
    this.optional = optional;
  }

  public List<String> required() {
    return required;
  }

  public List<String> optional() {
    return optional;
  }

  /** The column with the row's own id. */
  String ownId() {
    return ownId;
  }

  boolean knows(String column) {
    return required.contains(column) || optional.contains(column);
  }

  /** As it is called outside. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
