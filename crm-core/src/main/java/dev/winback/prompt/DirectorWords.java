package dev.winback.prompt;

import dev.winback.shared.Refused;

/** What is written on the envelope of a letter of the director and inside, and who brings it. */
public record DirectorWords(String envelope, String body, String courier) {

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_BODY = 10_000;

  DirectorWords checked() {
    require("envelope", envelope, LONGEST_LINE);
    require("body", body, LONGEST_BODY);
    if (courier.length() > LONGEST_LINE) {
      throw Refused.field("courier", "letter.refused.too-long", courier.length(), LONGEST_LINE);
    }
    return new DirectorWords(envelope.strip(), body.strip(), courier.strip());
  }

  private static void require(String field, String text, int longest) {
    if (text.isBlank()) {
      throw Refused.field(field, "letter.refused.empty");
    }
    if (text.length() > longest) {
      throw Refused.field(field, "letter.refused.too-long", text.length(), longest);
    }
  }
}
