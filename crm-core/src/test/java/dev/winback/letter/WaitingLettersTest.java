package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.NotAllowed;
import dev.winback.staff.Role;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** look.md, rule 9: nothing is sent without a preview with that customer's real data. */
@CoreTest
class WaitingLettersTest {

  @Autowired WaitingLetters waiting;
  @Autowired Letters letters;
  @Autowired Outbox outbox;
  @Autowired Ladder ladder;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;

  private final LetterFilter review = LetterFilter.of("held", "review", 1, null);

  @BeforeEach
  void threeReviewedLetters() {
    for (var ref : List.of("A", "B", "C")) {
      stories.silent(ref, 100);
    }
    stories.turnAll(Mode.REVIEW, true);
    letters.plan(clock.today());
  }

  @Test
  void aLetterIsReadAsItThenLeaves() {
    var read = waiting.content(new LetterId(1), people.manager()).orElseThrow();
    assertThat(read.variables().get("coupon")).isEqualTo(coupon(1));
    assertThat(read.unsubscribeUrl()).isEqualTo("#");
    letters.release(new LetterId(1), people.manager());
    jdbc.sql("update letter set next_attempt_at = null").update();
    var left = outbox.claim("node", 10, Duration.ofMinutes(1)).get(0).content();
    assertThat(read.leavingBy(left.unsubscribeUrl())).isEqualTo(left);
    assertThat(waiting.content(new LetterId(1), people.manager())).isEmpty();
  }

  @Test
  void readingItChangesNothing() {
    var before = jdbc.sql("select * from letter order by id").query().listOfRows();
    waiting.content(new LetterId(1), people.manager());
    waiting.review(1, 3, people.manager());
    assertThat(jdbc.sql("select * from letter order by id").query().listOfRows()).isEqualTo(before);
  }

  @Test
  void whatWouldHoldThemIsSaidBeforeTheyAreLetGo() {
    assertThat(waiting.hold(new LetterId(2), people.manager())).isEmpty();
    jdbc.sql("update customer set email_consent = false where ref = 'B'").update();
    assertThat(waiting.hold(new LetterId(2), people.manager()).orElseThrow().reason())
        .isEqualTo(HoldReason.NO_BASIS);
    var all = waiting.review(1, 3, people.manager());
    assertThat(all.stopped()).containsExactly(new ReasonCount(HoldReason.NO_BASIS, 1));
    assertThat(all.leaves()).isEqualTo(2);
    assertThat(all.first()).extracting(LetterId::value).containsExactly(1L, 3L, 2L);
  }

  /** In the evening the page said that none would leave, though releasing them is right. */
  @Test
  void whatOnlyWaitsForTheHoursLeavesWhenItIsLetGo() {
    var evening =
        new WaitingLetters.Review(
            7,
            List.of(
                new ReasonCount(HoldReason.OUTSIDE_HOURS, 5),
                new ReasonCount(HoldReason.NO_BASIS, 2)),
            List.of());
    assertThat(evening.leaves()).isEqualTo(5);
    assertThat(evening.later()).isEqualTo(5);
    assertThat(evening.stays()).containsExactly(new ReasonCount(HoldReason.NO_BASIS, 2));
  }

  @Test
  void aRepReadsTheLettersOfHisCustomersAndNotTheReview() {
    var rep = people.member("rep", Role.REP);
    assertThat(waiting.content(new LetterId(1), rep)).isEmpty();
    assertThatThrownBy(() -> waiting.review(1, 3, rep)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void aLetterHasNeighboursInItsListAndKeepsThemWhenItLeavesIt() {
    var manager = people.manager();
    assertThat(letters.place(review, new LetterId(2), manager))
        .isEqualTo(new LetterPlace(new LetterId(3), new LetterId(1), 2));
    assertThat(letters.place(review, new LetterId(3), manager))
        .isEqualTo(new LetterPlace(null, new LetterId(2), 1));
    letters.release(new LetterId(2), manager);
    assertThat(letters.place(review, new LetterId(2), manager))
        .isEqualTo(new LetterPlace(new LetterId(3), new LetterId(1), null));
  }

  private String coupon(long letter) {
    return jdbc.sql("select code from coupon where letter_id = :id")
        .param("id", letter)
        .query(String.class)
        .single();
  }
}
