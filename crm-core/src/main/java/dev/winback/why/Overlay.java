package dev.winback.why;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is told, laid over what is known: the state from now on, and which fields are new in it. */
final class Overlay {

  private final Map<FindingField, @Nullable String> state = new EnumMap<>(FindingField.class);
  private final Set<FindingField> said = EnumSet.noneOf(FindingField.class);
  private final List<String> whys;
  private final boolean sameWhys;

  /** Who says so when a new reason comes without it: {@code unsaid}. */
  Overlay(@Nullable Finding before, Telling telling, SaidBy unsaid) {
    if (before != null) {
      state.putAll(before.known());
    }
    telling.said().forEach(this::lay);
    whys = telling.whys();
    sameWhys = whys.isEmpty() || before != null && whys.equals(before.whys());
    dropCorrection();
    if (reason() != null && newReason() && !telling.said().containsKey(FindingField.SAID_BY)) {
      lay(FindingField.SAID_BY, unsaid.code());
    }
  }

  private void lay(FindingField field, String text) {
    var value = field.read(text);
    if (!Objects.equals(value, state.get(field))) {
      state.put(field, value);
      said.add(field);
    }
  }

  /** A corrected problem type belongs to the reason it was corrected for. */
  private void dropCorrection() {
    if (newReason() && !said.contains(FindingField.PROBLEM)) {
      state.remove(FindingField.PROBLEM);
    }
  }

  private boolean newReason() {
    return said.stream().anyMatch(FindingField::reason);
  }

  boolean nothingNew() {
    return said.isEmpty() && sameWhys;
  }

  /** The new codes of the tree, by the name of their field. */
  Map<String, String> reasons() {
    var codes = new HashMap<String, String>();
    for (var field : said) {
      var code = state.get(field);
      if (field.reason() && code != null) {
        codes.put(field.code(), code);
      }
    }
    return codes;
  }

  /** The reason that counts. */
  @Nullable String reason() {
    var real = state.get(FindingField.REAL);
    return real == null ? state.get(FindingField.STATED) : real;
  }

  @Nullable String get(FindingField field) {
    return state.get(field);
  }

  Set<FindingField> said() {
    return said;
  }

  List<String> whys() {
    return whys;
  }
}
