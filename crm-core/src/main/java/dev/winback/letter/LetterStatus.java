package dev.winback.letter;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The state of a letter as the outside knows it (api.md); an announced one still is claimed. */
public enum LetterStatus {
  PLANNED("PLANNED"),
  HELD("HELD"),
  CLAIMED("CLAIMED", "ANNOUNCED"),
  IN_DOUBT("IN_DOUBT"),
  SENT("SENT"),
  FAILED("FAILED"),
  SUPPRESSED("SUPPRESSED"),
  CONTROL("CONTROL");

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
  private final List<String> states;

  LetterStatus(String... states) {
    this.states = List.of(states);
  }

  List<String> states() {
    return states;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static LetterStatus ofCode(String code) {
    return Arrays.stream(values())
        .filter(status -> status.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("status", "letter.refused.status", code, codes()));
  }

  static LetterStatus ofState(String state) {
    return Arrays.stream(values())
        .filter(status -> status.states.contains(state))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(state));
  }

  private static String codes() {
    return Arrays.stream(values()).map(LetterStatus::code).collect(Collectors.joining(", "));
  }
}
