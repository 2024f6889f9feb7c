package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** DEC-20: whom we let go gets one polite farewell, which a person sees before it leaves. */
@CoreTest
class FarewellTest {

  @Autowired Stories people;
  @Autowired LadderStories stories;
  @Autowired Decisions decisions;
  @Autowired Farewells farewells;
  @Autowired Letters letters;
  @Autowired Ladder ladder;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;

  private Actor manager;
  private LapseId lapse;

  @BeforeEach
  void start() {
    manager = people.manager();
    lapse = stories.silent("A", 100);
    stories.set("email", "a@example.org", "A");
    stories.set("email_consent", true, "A");
  }

  private void decide(Decision decision) {
    decisions.decide(lapse, decision, "too far away", null, manager);
    letters.plan(clock.today());
    letters.plan(clock.today());
  }

  @Test
  void whoIsNotWantedGetsOneThatWaitsForAPerson() {
    decide(Decision.NOT_WANTED);
    assertThat(stories.letters()).containsOnly(Map.entry("A/-4", "HELD REVIEW 0%"));
    var letter = farewells.of(lapse, manager).orElseThrow().letter();
    letters.release(letter, manager);
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/-4", "PLANNED 0%");
  }

  /** LET-24: its kind is shipped in review, so nobody ever turned it on. */
  @Test
  void aFirmWithoutAnAddressLetsNoneGoAndIsToldWhatIsMissing() {
    decide(Decision.NOT_WANTED);
    var letter = farewells.of(lapse, manager).orElseThrow().letter();
    stories.execute("update firm set postal_address = ''");
    for (var act :
        List.<Runnable>of(
            () -> letters.release(letter, manager),
            () -> letters.releaseAll(Farewells.RUNG, manager))) {
      assertThatThrownBy(act::run).hasMessage("letter.check.contact.red []");
    }
    assertThat(stories.letters()).containsOnly(Map.entry("A/-4", "HELD REVIEW 0%"));
    stories.execute("update firm set demo = true");
    assertThatThrownBy(() -> letters.releaseAll(Farewells.RUNG, manager))
        .as("also in a firm that only shows the program")
        .hasMessage("letter.check.contact.red []");
  }

  @Test
  void itIsWrittenOnceForALossHoweverOftenTheLossIsClosed() {
    decide(Decision.NOT_WORTH);
    decisions.undo(lapse, manager);
    assertThat(stories.letters()).containsEntry("A/-4", "SUPPRESSED LAPSE_OPEN 0%");
    decide(Decision.NOT_WORTH);
    assertThat(stories.letters()).hasSize(1).containsEntry("A/-4", "HELD REVIEW 0%");
  }

  @Test
  void aFinalNoBringsOneTooAndAnotherEndStopsIt() {
    stories.close(lapse, "REFUSED");
    assertThat(stories.letters()).containsEntry("A/-4", "HELD REVIEW 0%");
    stories.close(lapse, "UNREACHABLE");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/-4", "SUPPRESSED LAPSE_CLOSED 0%");
  }

  @Test
  void itDoesNotLeaveAsLongAsTheNoCanBeTakenBack() {
    stories.close(lapse, "REFUSED");
    assertThat(
            jdbc.sql(
                    "select next_attempt_at > clock_timestamp() + interval '60 seconds' from letter where rung = -4")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NON_CLIENT", "GONE", "UNREACHABLE", "FALSE_ALARM"})
  void nobodyElseGetsOne(String stage) {
    stories.close(lapse, stage);
    assertThat(stories.letters()).isEmpty();
    assertThatThrownBy(() -> farewells.ask(lapse, manager)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"never_contact", "non_client", "left"})
  void whomNobodyMayWriteToGetsNone(String status) {
    stories.set("status", status, "A");
    decide(Decision.NOT_WORTH);
    assertThat(stories.letters()).isEmpty();
  }

  @Test
  void aChangedDirectionWritesNoneUnlessItIsAskedFor() {
    decide(Decision.DIRECTION_CHANGED);
    assertThat(stories.letters()).isEmpty();
    farewells.ask(lapse, manager);
    farewells.ask(lapse, manager);
    assertThat(stories.letters()).containsOnly(Map.entry("A/-4", "HELD REVIEW 0%"));
    assertThatThrownBy(() -> farewells.ask(lapse, people.marketing()))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void itObeysTheStopsOfAllLetters() {
    stories.set("email_consent", false, "A");
    decide(Decision.NOT_WORTH);
    assertThat(stories.letters()).containsEntry("A/-4", "HELD NO_BASIS 0%");
  }

  @Test
  void switchedOffItIsNotWritten() {
    ladder.turn(Farewells.RUNG, Mode.OFF, false, people.marketing());
    decide(Decision.NOT_WORTH);
    assertThat(stories.letters()).isEmpty();
  }

  @Test
  void itOffersNothing() {
    var words = ladder.template(Farewells.RUNG, people.marketing());
    assertThat(words.toString()).doesNotContain("{{percent}}", "{{coupon}}");
    assertThat(ladder.rung(Farewells.RUNG, people.marketing()).percent()).isZero();
  }
}
