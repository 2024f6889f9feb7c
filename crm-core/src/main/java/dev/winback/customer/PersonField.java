package dev.winback.customer;

import java.util.Locale;

/** What may be told of a person at a customer, in the order of the table's columns. */
public enum PersonField {
  FIRST_NAME("text"),
  LAST_NAME("text"),
  /** How the name is said. */
  CALLED("text"),
  ROLE("text"),
  EMAIL("text"),
  PHONE("text"),
  MAIN("boolean"),
  LEFT_ON("date"),
  BIRTHDAY("date"),
  CHILDREN("text"),
  HOBBIES("text"),
  GIFTS("text"),
  HOLIDAYS("text"),
  NOTE("text");

  private final String type;

  PersonField(String type) {
    this.type = type;
  }

  /** As the column is called, here and outside. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As PostgreSQL calls what the column holds. */
  String type() {
    return type;
  }

  long bit() {
    return 1L << ordinal();
  }
}
