package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.BusinessClock;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** rules.md, "twice lost": one letter of repentance in the customer's whole life, no ladder. */
@CoreTest
class RepentanceTest {

  @Autowired Letters letters;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired BusinessClock clock;

  @Test
  void aTwiceLostCustomerGetsOneLetterInHisLifeAndWaitsForReview() {
    stories.turnAll(Mode.LIVE, true);
    var customer = people.aCustomer("T").silentFor(400).save();
    stories.lapse(customer, 400, "TWICE_LOST");
    letters.plan(clock.today());
    letters.plan(clock.today());
    assertThat(stories.letters()).hasSize(1).containsEntry("T/0", "HELD REVIEW 20%");
    stories.execute("update letter set state = 'SENT', sent_at = clock_timestamp()");
    stories.lapse(customer, 200, "TWICE_LOST");
    letters.plan(clock.today());
    assertThat(stories.letters()).hasSize(1);
  }

  /**
   * A manager reopened it, or the credit of the return before went: nobody repents to whom we call.
   */
  @Test
  void aRepentanceThatWaitsDoesNotLeaveWhenWeTryAgain() {
    stories.turnAll(Mode.LIVE, true);
    stories.lapse(people.aCustomer("T").silentFor(400).save(), 400, "TWICE_LOST");
    letters.plan(clock.today());
    stories.execute("update letter set released_at = clock_timestamp() where rung = 0");
    stories.execute("update lapse set stage = 'DECIDED'");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("T/0", "HELD LAPSE_OPEN 20%");
    stories.execute("update lapse set stage = 'TWICE_LOST'");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("T/0", "PLANNED 20%");
  }
}
