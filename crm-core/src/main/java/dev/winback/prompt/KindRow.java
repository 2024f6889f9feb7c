package dev.winback.prompt;

import dev.winback.letter.PromptKind;

/** One kind of letters beside the ladder: how it is set, and what became of its letters. */
public record KindRow(
    int rung,
    String mode,
    int percent,
    int couponDays,
    int control,
    long due,
    long sent,
    long waiting,
    long held,
    long controlLetters,
    long trouble,
    long stopped) {

  public PromptKind kind() {
    return PromptKind.ofRung(rung).orElseThrow();
  }
}
