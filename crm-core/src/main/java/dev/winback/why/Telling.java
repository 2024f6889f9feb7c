package dev.winback.why;

import dev.winback.shared.Refused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells of a loss: only the fields that were said, an empty text takes one away; whys
 * are the five nested answers of one conversation (UND-08).
 */
public record Telling(Map<FindingField, String> said, List<String> whys) {

  public static final Telling NOTHING = new Telling(Map.of(), List.of());

  /** How often one asks why. */
  public static final int WHYS = 5;

  private static final int LONGEST_WHY = 500;
  private static final String CODE = "[a-z][a-z0-9_-]*";
  private static final String OTHER = "other";

  public Telling {
    said = Map.copyOf(said);
    whys = whys.stream().map(String::strip).filter(why -> !why.isEmpty()).toList();
    if (whys.size() > WHYS) {
      throw Refused.field("whys", "why.refused.whys", WHYS);
    }
    whys.stream()
        .filter(why -> why.length() > LONGEST_WHY)
        .findFirst()
        .ifPresent(
            why -> {
              throw Refused.field("whys", "why.refused.too-long", LONGEST_WHY, why.length());
            });
  }

  /** From the names and texts of a form or a call; null means not said. */
  public static Telling of(Map<String, @Nullable String> texts, @Nullable List<String> whys) {
    var said = new EnumMap<FindingField, String>(FindingField.class);
    texts.forEach(
        (name, text) -> {
          if (text != null) {
            FindingField.ofCode(name).ifPresent(field -> said.put(field, text));
          }
        });
    return new Telling(said, Objects.requireNonNullElse(whys, List.of()));
  }

  /**
   * A reason in one text: what looks like a code has to be one, all else are the customer's own
   * words.
   */
  public static Telling reason(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return NOTHING;
    }
    var said = text.strip();
    return said.matches(CODE)
        ? new Telling(Map.of(FindingField.STATED, said.replace('_', '-')), List.of())
        : new Telling(Map.of(FindingField.STATED, OTHER, FindingField.WORDS, said), List.of());
  }

  /** Both; what the other says of a field goes before. */
  public Telling and(Telling other) {
    var both = new EnumMap<FindingField, String>(FindingField.class);
    both.putAll(said);
    both.putAll(other.said);
    var all = new ArrayList<>(whys);
    all.addAll(other.whys);
    return new Telling(both, all);
  }

  public Telling and(FindingField field, String text) {
    return and(new Telling(Map.of(field, text), List.of()));
  }

  public boolean nothing() {
    return said.isEmpty() && whys.isEmpty();
  }

  /** Fields without a word: a form sent as it was. */
  boolean blank() {
    return whys.isEmpty() && said.values().stream().allMatch(String::isBlank);
  }
}
