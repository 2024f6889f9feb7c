package dev.winback.lapse;

import dev.winback.staff.Role;
import dev.winback.staff.Seniority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Objects;

/** A member's open lapses against his capacity of calls a day; managers count as senior. */
final class Workload {

  static final Comparator<Workload> LEAST_FIRST =
      Comparator.comparingDouble(Workload::share).thenComparingLong(Workload::member);

  private final long member;
  private final String login;
  private final String name;
  private final Role role;
  private final Seniority seniority;
  private final int capacity;
  private final String region;
  private long open;

  private Workload(ResultSet row) throws SQLException {
    member = row.getLong("id");
    login = row.getString("login");
    name = row.getString("name");
    role = Role.valueOf(row.getString("role"));
    seniority =
        role == Role.MANAGER ? Seniority.SENIOR : Seniority.valueOf(row.getString("seniority"));
    capacity = row.getInt("capacity");
    region = Objects.requireNonNullElse(row.getString("region"), "");
    open = row.getLong("open_work");
  }

  static Workload of(ResultSet row, int number) throws SQLException {
    return new Workload(row);
  }

  long member() {
    return member;
  }

  String login() {
    return login;
  }

  Seniority seniority() {
    return seniority;
  }

  int capacity() {
    return capacity;
  }

  boolean worksIn(String where) {
    return byNight() && region.equalsIgnoreCase(where) && !where.isBlank();
  }

  /** The night gives work to reps who take calls; a manager takes a case himself or gets none. */
  boolean byNight() {
    return role == Role.REP && capacity > 0;
  }

  /** What his share would be with one more. */
  private double share() {
    return (open + 1.0) / capacity;
  }

  long takeOne() {
    open++;
    return member;
  }

  Candidate candidate(Waiting waiting, boolean has) {
    return new Candidate(login, name, role, seniority, capacity, open, has, waiting.broken(this));
  }
}
