package dev.winback.lapse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/** A rep's open lapses against his capacity of calls a day. */
final class Workload {

  static final Comparator<Workload> LEAST_FIRST =
      Comparator.comparingDouble(Workload::share).thenComparingLong(Workload::member);

  private final long member;
  private final int capacity;
  private long open;

  Workload(long member, int capacity, long open) {
    this.member = member;
    this.capacity = capacity;
    this.open = open;
  }

  static Workload of(ResultSet row, int number) throws SQLException {
    return new Workload(row.getLong("id"), row.getInt("capacity"), row.getLong("open_work"));
  }

  long member() {
    return member;
  }

  /** What his share would be with one more. */
  private double share() {
    return (open + 1.0) / capacity;
  }

  long takeOne() {
    open++;
    return member;
  }
}
