package dev.winback.importing;

import dev.winback.shared.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rows of a file are, with the columns of api.md. */
public enum ImportType {
  CUSTOMERS("customer", List.of("customer"), CustomerColumns.OPTIONAL, List.of()),
  PERSONS(
      "person",
      List.of("customer"),
      PersonColumns.OPTIONAL,
      List.of("person", "left_on", "children", "gifts", "holidays", "called")),
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
          "updated_at"),
      List.of()),
  CONTACTS(
      "contact",
      List.of("customer", "time", "channel"),
      List.of(
          "contact",
          "source",
          "direction",
          "member",
          "result",
          "agreed",
          "asks_reply",
          "note",
          "updated_at"),
      List.of()),
  REQUESTS(
      "request",
      List.of("customer", "time"),
      List.of("request", "subject", "answered_at", "outcome", "source", "updated_at"),
      List.of("request", "subject", "answered_at", "outcome")),
  COMPLAINTS(
      "complaint",
      List.of("customer", "time"),
      List.of(
          "complaint",
          "text",
          "severity",
          "human",
          "member",
          "resolved_at",
          "satisfied",
          "source",
          "updated_at"),
      List.of("complaint", "severity", "human", "resolved_at", "satisfied")),
  CARTS(
      "cart",
      List.of("time"),
      List.of(
          "customer",
          "email",
          "cart",
          "items",
          "amount",
          "currency",
          "url",
          "removed",
          "left_at",
          "ordered",
          "source",
          "updated_at"),
      List.of("cart", "url", "removed", "left_at", "ordered")),
  PAYMENTS(
      "payment",
      List.of("customer", "time", "amount"),
      List.of("payment", "currency", "purchase", "due_on", "source", "updated_at"),
      List.of("payment", "due_on")),
  REFERRALS(
      "referral",
      List.of("customer", "time"),
      List.of("referral", "referred", "source", "updated_at"),
      List.of("referral", "referred")),
  REFUNDS(
      "refund",
      List.of("customer", "time", "amount"),
      List.of("refund", "currency", "purchase", "reason", "source", "updated_at"),
      List.of("refund"));

  private final String ownId;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> required;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> optional;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> marks;

  ImportType(String ownId, List<String> required, List<String> optional, List<String> marks) {
    this.ownId = ownId;
    this.required = required;
    this.optional = optional;
    this.marks = marks;
  }

  /** By its name outside, refused when there is none such. */
  static ImportType named(String type) {
    try {
      return valueOf(type.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refused.field("type", "refused.import-type", Values.shown(type));
    }
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

  /** Whether a header with these columns may be of this type, if nobody says so. */
  boolean fits(Set<String> columns) {
    return missing(columns) == null
        && (marks.isEmpty() || marks.stream().anyMatch(columns::contains));
  }

  /** The first column that the type needs and these are not; null when all are there. */
  @Nullable String missing(Set<String> columns) {
    if (this == CARTS && !columns.contains("customer") && !columns.contains("email")) {
      return "customer";
    }
    return required.stream().filter(column -> !columns.contains(column)).findFirst().orElse(null);
  }

  /** How many of these columns the type understands. */
  long understood(Set<String> columns) {
    return columns.stream().filter(this::knows).count();
  }

  boolean knows(String column) {
    return required.contains(column) || optional.contains(column);
  }

  /** What a mapping may name: our columns, and who the customer is where he has no number. */
  public List<String> mapped() {
    return Stream.of(required, optional, MappedBuyer.columns(this)).flatMap(List::stream).toList();
  }

  /** The words that a column knows; none where any text may stand in it. */
  public List<String> words(String column) {
    return WordColumns.of(this, column);
  }

  /** As it is called outside. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
