package dev.winback.survey;

import dev.winback.shared.Refused;
import org.jspecify.annotations.Nullable;

/** The words of a survey as a person writes them. */
public record SurveyEntry(@Nullable String title, @Nullable String intro, @Nullable String thanks) {

  public static final SurveyEntry EMPTY = new SurveyEntry(null, null, null);

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST = 2_000;

  String validTitle() {
    var text = text("title", title, LONGEST_TITLE);
    if (text.isEmpty()) {
      throw Refused.field("title", "survey.refused.title");
    }
    return text.replaceAll("\\s+", " ");
  }

  String validIntro() {
    return text("intro", intro, LONGEST);
  }

  String validThanks() {
    return text("thanks", thanks, LONGEST);
  }

  static String text(String field, @Nullable String words, int longest) {
    var text = words == null ? "" : words.strip();
    if (text.length() > longest) {
      throw Refused.field(field, "survey.refused.too-long", longest, text.length());
    }
    return text;
  }
}
