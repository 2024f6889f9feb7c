package dev.winback.survey;

import dev.winback.shared.Refused;
import dev.winback.why.FindingField;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What becomes of the answer to a question: a field of what is known of the loss, or none. */
public enum QuestionKind {
  REASON(FindingField.STATED),
  WORDS(FindingField.WORDS),
  SEVERITY(FindingField.SEVERITY),
  WISH(FindingField.WISH),
  /** 1 not at all … 5 very: 1 and 2 alarm. */
  SATISFACTION(null),
  TEXT(null);

  private final @Nullable FindingField field;

  QuestionKind(@Nullable FindingField field) {
    this.field = field;
  }

  @Nullable FindingField field() {
    return field;
  }

  /** A mark of 1 to 5. */
  public boolean mark() {
    return this == SEVERITY || this == SATISFACTION;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static QuestionKind ofCode(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> Refused.field("kind", "survey.refused.question-kind", code));
  }
}
