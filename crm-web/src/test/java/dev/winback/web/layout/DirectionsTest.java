package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A name that is written from right to left leaves the sentence around it as it is. */
class DirectionsTest {

  private static final String FATIMA = "فاطمة الهاشمي";

  @Test
  void aNameFromRightToLeftIsIsolatedAndOthersAreNot() {
    var messages = new MessageFiles().messageSource(List.of("messages/category"));
    assertThat(messages.getMessage("category.cell", new Object[] {FATIMA}, Locale.ENGLISH))
        .contains("\u2068" + FATIMA + "\u2069");
    assertThat(messages.getMessage("category.cell", new Object[] {"Anna Weiß"}, Locale.ENGLISH))
        .contains("Anna Weiß")
        .doesNotContain("\u2068");
  }
}
