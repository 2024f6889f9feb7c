package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Why did Mrs X get no letter?": what each rung of the ladder did in her lapse, or will. */
@CoreTest
class LapseRungsTest {

  @Autowired LapseRungs losses;
  @Autowired Letters letters;
  @Autowired Ladder ladder;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired BusinessClock clock;

  @Test
  void beforeTheNightADueRungIsForTheNightAndALaterOneHasItsDay() {
    var lapse = stories.silent("X", 100);
    ladder.turn(1, Mode.LIVE, true, stories.marketing());
    ladder.turn(3, Mode.LIVE, true, stories.marketing());
    assertThat(told(lapse)).containsExactly("1 TONIGHT", "2 OFF", "3 LATER");
    assertThat(rungs(lapse).get(2).due()).isEqualTo(clock.today().plusDays(260));
    letters.plan(clock.today());
    assertThat(told(lapse)).containsExactly("1 WRITTEN PLANNED", "2 OFF", "3 LATER");
  }

  @Test
  void aHeldLetterSaysItsReasonAndTheDayOnWhichItEnds() {
    var lapse = stories.silent("X", 100);
    stories.turnAll(Mode.LIVE, true);
    stories.execute("update lapse set letters_rest_until = '" + clock.today().plusDays(3) + "'");
    letters.plan(clock.today());
    var held = rungs(lapse).get(0);
    assertThat(told(held)).isEqualTo("1 WRITTEN HELD REP_TALKING");
    assertThat(held.until())
        .isEqualTo(clock.today().plusDays(4).atStartOfDay(clock.getZone()).toInstant());
  }

  @Test
  void aRungThatWasMovedToLaterSaysItsNewDay() {
    var lapse = stories.silent("X", 100);
    stories.turnAll(Mode.LIVE, true);
    letters.plan(clock.today());
    ladder.edit(1, new RungEdit(150, 10, 30, 0, null), stories.marketing());
    var moved = rungs(lapse).get(0);
    assertThat(told(moved)).isEqualTo("1 WRITTEN HELD NOT_YET");
    assertThat(moved.until())
        .isEqualTo(clock.today().plusDays(50).atStartOfDay(clock.getZone()).toInstant());
  }

  /** The night writes no row for those that it passes over: nothing else tells why. */
  @Test
  void aRungThatWasPassedOverSaysWhy() {
    var lapse = stories.silent("X", 200);
    stories.turnAll(Mode.LIVE, true);
    letters.plan(clock.today());
    assertThat(told(lapse)).containsExactly("1 PASSED HIGHER_RUNG", "2 WRITTEN PLANNED", "3 LATER");
    var late = stories.silent("Y", 200);
    stories.turnAll(Mode.OFF, true);
    stories.turnAll(Mode.LIVE, false);
    assertThat(told(late)).contains("2 PASSED BEFORE_START");
  }

  @Test
  void whoIsHeldTonightIsToldSoToday() {
    var lapse = stories.silent("X", 100);
    stories.set("email_consent", false, "X");
    stories.turnAll(Mode.LIVE, true);
    assertThat(told(lapse)).startsWith("1 PASSED NO_BASIS");
    letters.plan(clock.today());
    assertThat(told(lapse)).startsWith("1 WRITTEN HELD NO_BASIS");
  }

  @Test
  void anEndedLapseSaysThatNothingFollows() {
    var lapse = stories.silent("X", 100);
    stories.turnAll(Mode.LIVE, true);
    letters.plan(clock.today());
    stories.close(lapse, "NOT_WANTED");
    assertThat(told(lapse)).containsExactly("1 WRITTEN SUPPRESSED NOT_WORTH", "2 OVER", "3 OVER");
  }

  @Test
  void repentanceIsToldOnlyOfWhoWasTwiceLostAndARemovedRungOnlyWithItsLetter() {
    var twice = stories.lapse(people.aCustomer("T").silentFor(100).save(), 100, "TWICE_LOST");
    var lapse = stories.silent("X", 100);
    stories.turnAll(Mode.LIVE, true);
    assertThat(told(twice))
        .anyMatch(line -> line.startsWith("0 "))
        .contains("1 OVER", "2 OVER", "3 OVER");
    letters.plan(clock.today());
    stories.execute("update rung set retired_at = now(), mode = 'off' where number in (1, 2)");
    assertThat(told(lapse)).containsExactly("1 WRITTEN PLANNED", "3 LATER");
  }

  @Test
  void aRepIsToldOfHisCustomersAlone() {
    var lapse = stories.silent("X", 100);
    var anna = people.rep("anna");
    assertThat(losses.of(lapse, anna)).isEmpty();
    stories.set("owner_id", anna.member(), "X");
    assertThat(losses.of(lapse, anna)).hasSize(3);
  }

  private List<RungOfLapse> rungs(LapseId lapse) {
    Actor marketing = stories.marketing();
    return losses.of(lapse, marketing);
  }

  private List<String> told(LapseId lapse) {
    return rungs(lapse).stream().map(LapseRungsTest::told).toList();
  }

  private static String told(RungOfLapse rung) {
    var said = rung.number() + " " + rung.prospect();
    said += rung.status() == null ? "" : " " + rung.status();
    return rung.reason() == null ? said : said + " " + rung.reason();
  }
}
