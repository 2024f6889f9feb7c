package dev.winback.report;

import dev.winback.lapse.Stage;
import dev.winback.lapse.Visible;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements of the lost list, and what a filter asks as the pieces of {@code lost-where.sql}
 * and their values.
 */
final class LostPieces {

  /** Which losses are asked for. */
  static final String WHERE =
      Sql.of(LostPieces.class, "lost-where.sql")
          .replace("/*touched*/", Sql.of(LostPieces.class, "touched.sql"));

  /** The list. */
  static final String ROWS = Sql.of(LostPieces.class, "lost.sql");

  private static final String PAGE = ROWS.replace("/*where*/", WHERE);

  /** Of each way in which a member sees losses so many as the page has, and of these the page. */
  private static final String WAY =
      "select l.* " + WHERE + " and /*only*/ and /*after*/ order by /*order*/ limit :limit";

  private LostPieces() {}

  static Map<String, @Nullable Object> of(LostFilter filter) {
    var asked = new HashMap<String, @Nullable Object>(filter.params());
    asked.put("closed", ofOpen(filter) ? null : true);
    nobody(asked, "owner", "none", "no_owner");
    nobody(asked, "assignee", "none", "no_assignee");
    nobody(asked, "lostBy", "none", "not_lost_by");
    nobody(asked, "reason", "unknown", "no_reason");
    nobody(asked, "direction", false, "no_direction");
    signal(asked, (String) asked.remove("signal"));
    var work = (String) asked.remove("work");
    if (work != null) {
      asked.put(work.replace('-', '_'), true);
    }
    return asked;
  }

  private static boolean ofOpen(LostFilter filter) {
    return stages(filter).allMatch(LostPieces::open);
  }

  /** One page of it. */
  static String page(LostFilter filter, Actor actor) {
    return inOrder(filter) && !actor.may(Permission.SEE_ALL_CUSTOMERS)
        ? ROWS.replace("/*where*/", "from (" + Visible.eachWay(WAY, actor) + ") l where true")
        : PAGE;
  }

  /**
   * Whether the order that is asked for has an index for each way in which a member sees losses.
   */
  private static boolean inOrder(LostFilter filter) {
    return ofOpen(filter) && !searches(filter);
  }

  /** Words find a few, whoever sees them. */
  private static boolean searches(LostFilter filter) {
    return filter.params().get("q") != null;
  }

  /** How many there are, up to a limit. */
  static String count(LostFilter filter, Actor actor) {
    var one = "select 1 " + WHERE;
    var all = searches(filter) ? one : Visible.eachWay(one, actor);
    return "select count(*) from (" + all + " limit :limit) capped";
  }

  /** The stages as they stand in a statement: names of ours, so that a plan can count on them. */
  static String stageNames(LostFilter filter) {
    return stages(filter).collect(Collectors.joining("', '", "'", "'"));
  }

  private static java.util.stream.Stream<String> stages(LostFilter filter) {
    return Arrays.stream((String[]) filter.params().get("stages"));
  }

  private static boolean open(String stage) {
    return Stage.valueOf(stage).open();
  }

  /** Who has none of something is asked for by a piece of its own. */
  private static void nobody(
      Map<String, @Nullable Object> asked, String name, Object none, String piece) {
    if (none.equals(asked.get(name))) {
      asked.remove(name);
      asked.put(piece, true);
    }
  }

  /** One of five: how he is lost, a class of silence, or a kind of signal. */
  private static void signal(Map<String, @Nullable Object> asked, @Nullable String signal) {
    if (signal != null) {
      boolean days = signal.matches("\\d+");
      asked.put(
          LostFilter.RHYTHM.equals(signal) || LostFilter.MANNERS.contains(signal)
              ? signal
              : days ? "class" : "signal",
          days ? Integer.valueOf(signal) : signal);
    }
  }
}
