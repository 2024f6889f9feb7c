package dev.winback.report;

import dev.winback.lapse.Stage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a filter of the lost list asks, as the pieces of {@code lost-where.sql} and their values.
 */
final class LostPieces {

  private static final List<String> MANNERS = List.of("rhythm", "sleeping", "left");

  private LostPieces() {}

  static Map<String, @Nullable Object> of(LostFilter filter) {
    var asked = new HashMap<String, @Nullable Object>(filter.params());
    asked.put("closed", stages(filter).allMatch(LostPieces::open) ? null : true);
    nobody(asked, "owner", "none", "no_owner");
    nobody(asked, "assignee", "none", "no_assignee");
    nobody(asked, "lostBy", "none", "not_lost_by");
    nobody(asked, "reason", "unknown", "no_reason");
    nobody(asked, "direction", false, "no_direction");
    signal(asked, (String) asked.remove("signal"));
    var work = (String) asked.remove("work");
    if (work != null) {
      asked.put(work, true);
    }
    return asked;
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
          MANNERS.contains(signal) ? signal : days ? "class" : "signal",
          days ? Integer.valueOf(signal) : signal);
    }
  }
}
