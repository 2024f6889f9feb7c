package dev.winback.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.letter.Mode;
import dev.winback.letter.PromptKind;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * acceptance.md, "final no: letters stop", "not wanted: stop" and DEC-27: whom we let go gets no
 * letter of any kind, but for a change of rules, until he buys.
 */
@CoreTest
class LetGoTest {

  private static final LocalDate APPLIES = LocalDate.parse("2026-06-20");

  @Autowired PromptStories stories;
  @Autowired Prompts prompts;
  @Autowired News news;
  @Autowired Decisions decisions;

  private Actor marketing;

  @BeforeEach
  void aCustomerWhoseBirthdayIsToday() {
    marketing = stories.people.marketing();
    stories.buyer("A", 100);
    stories.execute("update customer set birthday = '1980-06-01'");
    stories.turn(Mode.LIVE, PromptKind.BIRTHDAY, PromptKind.CLUB, PromptKind.RULES);
  }

  private void lapse(int number, String stage) {
    stories.execute(
        """
        insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
        select id, %d, '%s', '2026-05-20', 'x', '2026-02-21', 1, 'EUR' from customer where ref = 'A'
        """
            .formatted(number, stage));
  }

  private void publish(Audience audience) {
    news.publish(PromptKind.CLUB, audience, null, marketing);
    news.publish(PromptKind.RULES, audience, APPLIES, marketing);
    prompts.plan(stories.clock.today());
    prompts.work();
    prompts.work();
  }

  private void buys() {
    stories.execute(
        """
        insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
        select id, 'x', 'o2', '2026-05-30T10:00:00Z', 5, 'EUR', 'paid' from customer
        """);
  }

  @ParameterizedTest
  @CsvSource({"REFUSED", "NOT_WANTED", "TWICE_LOST"})
  void nobodyWishesHimAnythingOrCountsHimAmongWhoStay(String stage) {
    lapse(1, stage);
    publish(Audience.ACTIVE);
    assertThat(stories.letters()).containsOnly(Map.entry("A/rules", "PLANNED"));
    assertThat(stories.send()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"REFUSED", "NOT_WANTED", "TWICE_LOST"})
  void newsForEverybodyStopAtHimAndSayWhy(String stage) {
    lapse(1, stage);
    publish(Audience.EVERYBODY);
    assertThat(stories.letters())
        .containsOnly(
            Map.entry("A/rules", "PLANNED"), Map.entry("A/club", "SUPPRESSED LAPSE_CLOSED"));
  }

  /** A loss that nobody ended by a no, one before the last, and one after which he bought. */
  @ParameterizedTest
  @CsvSource({
    "UNREACHABLE, UNREACHABLE, false",
    "FALSE_ALARM, FALSE_ALARM, false",
    "REFUSED, FALSE_ALARM, false",
    "REFUSED, REFUSED, true",
    "NOT_WANTED, NOT_WANTED, true",
  })
  void whoIsNotLetGoAnyMoreGetsTheLettersOfAll(String first, String last, boolean bought) {
    lapse(1, first);
    lapse(2, last);
    if (bought) {
      buys();
    }
    publish(Audience.ACTIVE);
    assertThat(stories.letters().keySet())
        .containsExactlyInAnyOrder("A/birthday", "A/club", "A/rules");
    assertThat(stories.letters().values()).containsOnly("PLANNED");
  }

  @Test
  void aLossThatBecamePartOfAnotherDoesNotHideTheNo() {
    lapse(1, "REFUSED");
    lapse(2, "MERGED");
    publish(Audience.ACTIVE);
    assertThat(stories.letters()).containsOnlyKeys("A/rules");
  }

  @Test
  void theNoOfTodayStopsTheLetterOfYesterdayAndItsUndoLetsItGo() {
    publish(Audience.ACTIVE);
    lapse(1, "LOST");
    var manager = stories.people.manager();
    var lapse = new LapseId(stories.one("select id from lapse", Long.class));
    decisions.decide(lapse, Decision.NOT_WANTED, "too far away", null, manager);
    assertThat(stories.send()).extracting(letter -> letter.rung()).isEqualTo(List.of(-10));
    prompts.work();
    assertThat(stories.letters())
        .containsEntry("A/club", "SUPPRESSED LAPSE_CLOSED")
        .containsEntry("A/birthday", "SUPPRESSED LAPSE_CLOSED");
    decisions.undo(lapse, manager);
    assertThat(stories.letters().get("A/club")).isNotEqualTo("SUPPRESSED LAPSE_CLOSED");
  }
}
