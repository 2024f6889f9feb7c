package dev.winback.survey;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a survey is to reach: {@code unasked} (lost and nobody knows why), {@code lost}, {@code
 * loyal} (three purchases, silent for less than the first class of his kind), {@code active}
 * (silent for less than the limit of his kind), the dearest first and at most so many; or all
 * customers with these numbers.
 */
public record Target(@Nullable String who, @Nullable String refs, @Nullable Integer most) {

  public static final int MOST = 1_000;

  private static final int USUAL = 50;
  private static final List<String> OF_LOST = List.of("unasked", "lost");
  private static final List<String> OF_OTHERS = List.of("loyal", "active");

  /** The choices that fit a kind, the first one is proposed. */
  public static List<String> of(SurveyKind kind) {
    return switch (kind) {
      case DEPARTED -> OF_LOST;
      case LOYAL -> OF_OTHERS;
      case SATISFACTION -> List.of("active", "loyal");
    };
  }

  String valid(SurveyKind kind) {
    if (!numbers().isEmpty()) {
      return "numbers";
    }
    var choices = of(kind);
    var asked = who == null || who.isBlank() ? choices.get(0) : who.strip();
    if (!choices.contains(asked)) {
      throw Refused.field("who", "survey.refused.target", asked, String.join(", ", choices));
    }
    return asked;
  }

  List<String> numbers() {
    return refs == null
        ? List.of()
        : Arrays.stream(refs.split("[\\s,;]+")).filter(ref -> !ref.isBlank()).distinct().toList();
  }

  int limit() {
    int asked = most == null ? USUAL : most;
    if (asked < 1 || asked > MOST) {
      throw Refused.field("most", "survey.refused.most", MOST);
    }
    if (numbers().size() > MOST) {
      throw Refused.field("refs", "survey.refused.most", MOST);
    }
    return numbers().isEmpty() ? asked : MOST;
  }
}
