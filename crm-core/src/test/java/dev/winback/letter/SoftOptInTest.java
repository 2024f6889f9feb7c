package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.BusinessClock;
import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** rules.md, "Letters", basis: with soft opt-in a buyer who said nothing may get letters. */
@CoreTest
@TestPropertySource(properties = "winback.mail.soft-opt-in=true")
class SoftOptInTest {

  @Autowired Letters letters;
  @Autowired LadderStories stories;
  @Autowired BusinessClock clock;

  @Test
  void silenceIsABasisAndANoStaysANo() {
    stories.silent("YES", 100);
    stories.silent("NO", 100);
    stories.silent("NOTHING", 100);
    stories.set("email_consent", false, "NO");
    stories.set("email_consent", null, "NOTHING");
    stories.turnAll(Mode.LIVE, true);
    letters.plan(clock.today());
    assertThat(stories.letters())
        .containsEntry("YES/1", "PLANNED 10%")
        .containsEntry("NO/1", "HELD NO_BASIS 10%")
        .containsEntry("NOTHING/1", "PLANNED 10%");
  }
}
