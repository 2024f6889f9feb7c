package dev.winback.web.customer;

import java.util.List;

/**
 * One table of what is kept of a person: what is the same in all its rows, and a line for each of
 * them with what differs.
 */
public record DisclosedPart(
    String table, List<Cell> same, List<String> columns, List<List<String>> lines) {

  /** A field by its name, with its value in words. */
  public record Cell(String name, String value) {}
}
