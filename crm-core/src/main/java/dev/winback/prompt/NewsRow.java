package dev.winback.prompt;

import dev.winback.letter.PromptKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** News as they were published, and what became of their letters. */
public record NewsRow(
    long id,
    int rung,
    String subject,
    String audience,
    @Nullable LocalDate appliesOn,
    String publishedBy,
    Instant publishedAt,
    boolean withdrawn,
    boolean done,
    long due,
    long sent,
    long held,
    long stopped) {

  public PromptKind kind() {
    return PromptKind.ofRung(rung).orElseThrow();
  }
}
