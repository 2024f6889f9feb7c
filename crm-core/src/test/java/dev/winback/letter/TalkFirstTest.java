package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.why.Findings;
import dev.winback.why.Telling;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** DET-13: who sleeps is reminded, who has left is asked why in a talk before a letter comes. */
@CoreTest
class TalkFirstTest {

  @Autowired Letters letters;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired Findings findings;
  @Autowired BusinessClock clock;
  @Autowired MovableClock time;

  private LapseId lapse;

  @BeforeEach
  void oneIsDueAndSomebodyHasHim() {
    lapse = stories.silent("A", 100);
    var rep = people.rep("ann");
    stories.execute("update lapse set assignee = " + rep.member());
    stories.turnAll(Mode.LIVE, true);
  }

  private void left() {
    findings.tell(lapse, Telling.of(Map.of("stated", "competitor"), List.of()), people.manager());
  }

  private void is(String state) {
    letters.plan(clock.today());
    letters.judge(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", state + " 10%");
  }

  @Test
  void whoSleepsIsRemindedAtOnce() {
    is("PLANNED");
  }

  @Test
  void whoHasLeftIsTalkedToFirst() {
    left();
    is("HELD TALK_FIRST");
    stories.execute(
        """
        insert into contact (customer_id, source, external_id, contacted_at, channel, direction, reached)
        select customer_id, 'story', 'talk', date '2026-06-01' + time '15:00', 'phone', 'out', true from lapse
        """);
    is("PLANNED");
  }

  @Test
  void whatHeToldUsByHimselfAndACallThatFoundNobodyAreNoTalk() {
    left();
    stories.execute(
        """
        insert into contact (customer_id, source, external_id, contacted_at, channel, direction, reached)
        select customer_id, 'story', way, date '2026-06-01' + time '15:00', 'phone', way, way = 'in'
          from lapse, (values ('in'), ('out')) w (way)
        """);
    is("HELD TALK_FIRST");
  }

  @Test
  void theLetterWaitsSevenDaysForTheTalkAndNoLonger() {
    left();
    time.setDay(MovableClock.START.plusDays(6));
    is("HELD TALK_FIRST");
    time.setDay(MovableClock.START.plusDays(7));
    is("PLANNED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update customer set phone = null",
        "update customer set preferred_channel = 'email'",
        "update lapse set assignee = null"
      })
  void whereNobodyWillCallTheLetterGoes(String because) {
    left();
    stories.execute(because);
    is("PLANNED");
  }
}
