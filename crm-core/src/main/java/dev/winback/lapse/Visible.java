package dev.winback.lapse;

import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.Map;

/**
 * Who may see which customer, as one SQL predicate over a customer {@code c} for every list, count
 * and look-up, or over his loss {@code l}, or as the list of their ids.
 */
public final class Visible {

  private static final String FEW = Sql.of(Visible.class, "visible.sql");
  private static final String FEW_LOSSES = Sql.of(Visible.class, "visible-loss.sql");
  private static final String GATHERED = Sql.of(Visible.class, "gathered-customers.sql");
  private static final String GATHERED_LOSSES = Sql.of(Visible.class, "gathered-losses.sql");
  private static final String FEW_CUSTOMERS = Sql.of(Visible.class, "visible-customers.sql");

  /** Needs the parameters of {@link #to}. */
  public static final String CUSTOMER = "(:sees_all or " + FEW + ")";

  private Visible() {}

  /**
   * The statement with the predicate in its place, or without one for whoever sees all: so a plan
   * that is kept need not fit both.
   */
  public static String in(String sql, Actor actor) {
    boolean all = actor.may(Permission.SEE_ALL_CUSTOMERS);
    return sql.replace("/*visible*/", all ? "true" : FEW)
        .replace("/*visible loss*/", all ? "true" : FEW_LOSSES)
        .replace("/*gathered*/", all ? "true" : GATHERED)
        .replace("/*gathered losses*/", all ? "true" : GATHERED_LOSSES)
        .replace("/*visible customers*/", all ? "select id from customer" : FEW_CUSTOMERS);
  }

  /**
   * The same without the joins that nothing else asks for, so without customers for who sees all.
   */
  public static String counted(String sql, Actor actor) {
    return Pieces.counted(in(sql, actor), Map.of());
  }

  /** The statement that wants all that a member sees, for {@link #in}. */
  public static String gathered(String sql) {
    return sql.replace("/*visible*/", "/*gathered*/")
        .replace("/*visible loss*/", "/*gathered losses*/");
  }

  /** The named parameters {@code sees_all} and {@code member}. */
  public static Map<String, Object> to(Actor actor) {
    return Map.of("sees_all", actor.may(Permission.SEE_ALL_CUSTOMERS), "member", actor.member());
  }
}
