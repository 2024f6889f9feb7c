package dev.winback.lapse;

import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.Map;

/**
 * Who may see which customer, as one SQL predicate over a customer {@code c} for every list, count
 * and look-up.
 */
public final class Visible {

  private static final String FEW = Sql.of(Visible.class, "visible.sql");

  /** Needs the parameters of {@link #to}. */
  public static final String CUSTOMER = "(:sees_all or " + FEW + ")";

  private Visible() {}

  /**
   * The statement with the predicate in its place, or without one for whoever sees all: so a plan
   * that is kept need not fit both.
   */
  public static String in(String sql, Actor actor) {
    return sql.replace("/*visible*/", actor.may(Permission.SEE_ALL_CUSTOMERS) ? "true" : FEW);
  }

  /** The named parameters {@code sees_all} and {@code member}. */
  public static Map<String, Object> to(Actor actor) {
    return Map.of("sees_all", actor.may(Permission.SEE_ALL_CUSTOMERS), "member", actor.member());
  }
}
