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

  /** Needs the parameters of {@link #to}. */
  public static final String CUSTOMER = Sql.of(Visible.class, "visible.sql");

  private Visible() {}

  /** The named parameters {@code sees_all} and {@code member}. */
  public static Map<String, Object> to(Actor actor) {
    return Map.of("sees_all", actor.may(Permission.SEE_ALL_CUSTOMERS), "member", actor.member());
  }
}
