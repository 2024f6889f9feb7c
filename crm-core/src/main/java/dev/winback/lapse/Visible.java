package dev.winback.lapse;

import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who may see which customer, as one SQL predicate over a customer {@code c} for every list, count
 * and look-up, or over his loss {@code l}, or as the list of their ids; over the rows that are kept
 * for lists, also as ways to find them.
 */
public final class Visible {

  private static final String FEW = Sql.of(Visible.class, "visible.sql");
  private static final String GATHERED = Sql.of(Visible.class, "gathered-customers.sql");
  private static final String FEW_LOSSES = Sql.of(Visible.class, "visible-loss.sql");
  private static final String FEW_CUSTOMERS = Sql.of(Visible.class, "visible-customers.sql");

  private static final String CUSTOMER_ROW = "/*visible customer row*/";
  private static final String LOST_ROW = "/*visible lost row*/";
  private static final List<String> CUSTOMER_WAYS = read("ways-to-a-customer-row.sql");
  private static final List<String> LOST_WAYS = read("ways-to-a-lost-row.sql");

  /** Needs the parameters of {@link #to}. */
  public static final String CUSTOMER = "(:sees_all or " + FEW + ")";

  private Visible() {}

  private static List<String> read(String file) {
    return List.of(Sql.of(Visible.class, file).split("-- or\n"));
  }

  /**
   * The statement with the predicate in its place, or without one for whoever sees all: so a plan
   * that is kept need not fit both.
   */
  public static String in(String sql, Actor actor) {
    boolean all = all(actor);
    return sql.replace("/*visible*/", all ? "true" : FEW)
        .replace("/*gathered*/", all ? "true" : GATHERED)
        .replace("/*visible loss*/", all ? "true" : FEW_LOSSES)
        .replace(CUSTOMER_ROW, all ? "true" : any(CUSTOMER_WAYS))
        .replace(LOST_ROW, all ? "true" : any(LOST_WAYS))
        .replace("/*visible customers*/", all ? "select id from customer" : FEW_CUSTOMERS);
  }

  private static boolean all(Actor actor) {
    return actor.may(Permission.SEE_ALL_CUSTOMERS);
  }

  private static String any(List<String> ways) {
    return ways.stream().collect(Collectors.joining(" or ", "(", ")"));
  }

  /**
   * The statement over kept rows once for each way in which a member may see them; for whoever sees
   * all, once.
   */
  public static String eachWay(String sql, Actor actor) {
    return all(actor)
        ? in(sql, actor)
        : ways(sql).stream().collect(Collectors.joining(")\nunion all\n(", "(", ")"));
  }

  /** The statements of all ways. */
  public static List<String> ways(String sql) {
    return IntStream.range(0, CUSTOMER_WAYS.size()).mapToObj(way -> way(sql, way)).toList();
  }

  private static String way(String sql, int way) {
    return sql.replace(CUSTOMER_ROW, CUSTOMER_WAYS.get(way)).replace(LOST_ROW, LOST_WAYS.get(way));
  }

  /**
   * The same without the joins that nothing else asks for, so without customers for who sees all.
   */
  public static String counted(String sql, Actor actor) {
    return Pieces.counted(in(sql, actor), Map.of());
  }

  /** The named parameters {@code sees_all} and {@code member}. */
  public static Map<String, Object> to(Actor actor) {
    return Map.of("sees_all", all(actor), "member", actor.member());
  }
}
