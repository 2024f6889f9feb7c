package dev.winback.aftercare;

import dev.winback.shared.DayText;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer answered when he was asked for a testimonial: {@code state} is asked, agreed or
 * declined, {@code until} the last day on which his words may be published, blank: no end.
 */
public record TestimonialEntry(
    @Nullable String state,
    @Nullable String words,
    @Nullable String signature,
    @Nullable String until) {

  public static final List<String> STATES = List.of("asked", "agreed", "declined");

  private static final int LONGEST = 5_000;
  private static final int LONGEST_NAME = 200;

  String answered() {
    if (state == null || !STATES.contains(state.strip())) {
      throw Refused.field("state", "testimonial.refused.state", String.join(", ", STATES));
    }
    return state.strip();
  }

  @Nullable String said() {
    var said = text("words", words, LONGEST);
    if (said == null && answered().equals("agreed")) {
      throw Refused.field("words", "testimonial.refused.words");
    }
    return said;
  }

  @Nullable String named() {
    return text("signature", signature, LONGEST_NAME);
  }

  private static @Nullable String text(String field, @Nullable String given, int longest) {
    var text = given == null ? "" : given.strip();
    if (text.length() > longest) {
      throw Refused.field(field, "testimonial.refused.long", longest);
    }
    return text.isEmpty() ? null : text;
  }

  @Nullable LocalDate last() {
    return DayText.day("until", until);
  }
}
