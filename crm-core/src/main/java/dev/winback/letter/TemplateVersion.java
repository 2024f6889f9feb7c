package dev.winback.letter;

import dev.winback.shared.Refused;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A template as it was saved once and stays; language null is for everybody without words of his
 * own language, by null means it came with the program.
 */
public record TemplateVersion(
    long id,
    int rung,
    int version,
    LetterTemplate template,
    @Nullable String language,
    @Nullable String by,
    Instant at) {

  /** Somebody saved these while another person was writing. */
  Refused unseen() {
    return new Refused(
        "letter.refused.words.other",
        version,
        by == null ? 0 : 1,
        Objects.requireNonNullElse(by, ""));
  }
}
