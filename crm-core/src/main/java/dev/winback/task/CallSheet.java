package dev.winback.task;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one member typed on one card, by the names of the fields; {@code json} is the same for the
 * page that goes on with it.
 */
public record CallSheet(Map<String, String> fields, String json) {

  static final CallSheet EMPTY = new CallSheet(Map.of(), "{}");

  private static final int WHYS = 5;

  public CallSheet {
    fields = Map.copyOf(fields);
  }

  public String of(String field) {
    return fields.getOrDefault(field, "");
  }

  public boolean ticked(String step) {
    return of("tick-" + step).equals("true");
  }

  /** The five answers to "why", empty where nothing was said. */
  public List<String> whys() {
    return IntStream.rangeClosed(1, WHYS).mapToObj(n -> of("why-" + n)).toList();
  }
}
