package dev.winback.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything that is kept of one customer, table by table; tables without a row are left out. */
public record Disclosure(String customer, Instant at, List<Part> parts) {

  /** The rows of one table, column by column. */
  public record Part(String table, List<Map<String, Object>> rows) {}
}
