package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.BusinessClock;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** LET-01, LET-02: the highest rung reached, once per lapse, the discount growing with silence. */
@CoreTest
class DueLettersTest {

  @Autowired Letters letters;
  @Autowired Ladder ladder;
  @Autowired LadderStories stories;
  @Autowired BusinessClock clock;
  @Autowired MovableClock time;

  @BeforeEach
  void silences() {
    for (int days : new int[] {89, 90, 179, 180, 359, 360, 400}) {
      stories.silent("S" + days, days);
    }
  }

  @Test
  void withBacklogEachCustomerGetsTheHighestRungHeHasReached() {
    stories.turnAll(Mode.LIVE, true);
    assertThat(letters.plan(clock.today())).isEqualTo(6);
    assertThat(stories.letters())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "S90/1", "PLANNED 10%",
                "S179/1", "PLANNED 10%",
                "S180/2", "PLANNED 15%",
                "S359/2", "PLANNED 15%",
                "S360/3", "PLANNED 20%",
                "S400/3", "PLANNED 20%"));
  }

  @Test
  void aSecondRunOfTheSameDayPlansNothing() {
    stories.turnAll(Mode.LIVE, true);
    letters.plan(clock.today());
    var before = stories.letters();
    assertThat(letters.plan(clock.today())).isZero();
    assertThat(stories.letters()).isEqualTo(before);
    assertThat(stories.one("select count(*) from letter where version > 0", Long.class)).isZero();
  }

  /** letters.md, test 5: over a backlog of customers who have been gone for long. */
  @Test
  void twoPlanningsAtOnceBesideAnEditedLadderWriteEachLetterOnce() throws Exception {
    for (int i = 0; i < 60; i++) {
      stories.silent("LONG" + i, 500);
    }
    stories.turnAll(Mode.LIVE, true);
    var marketing = stories.marketing();
    atOnce(
        () -> letters.plan(clock.today()),
        () -> letters.plan(clock.today()),
        () -> {
          ladder.edit(1, new RungEdit(80, 7, 30, 0, null), marketing);
          ladder.edit(3, new RungEdit(350, 20, 30, 0, null), marketing);
          return 0;
        });
    letters.plan(clock.today());
    var going = new TreeMap<String, String>();
    stories.letters().entrySet().stream()
        .filter(letter -> !letter.getValue().startsWith("SUPPRESSED"))
        .forEach(
            letter ->
                going.merge(
                    letter.getKey().split("/")[0],
                    letter.getKey() + " " + letter.getValue(),
                    (a, b) -> a + ", " + b));
    assertThat(going).hasSize(67).containsEntry("S89", "S89/1 PLANNED 7%");
    assertThat(going).containsEntry("S359", "S359/3 PLANNED 20%");
    for (int i = 0; i < 60; i++) {
      assertThat(going).containsEntry("LONG" + i, "LONG" + i + "/3 PLANNED 20%");
    }
  }

  @SafeVarargs
  private static void atOnce(Callable<Integer>... works) throws Exception {
    var start = new CyclicBarrier(works.length);
    var threads = Executors.newFixedThreadPool(works.length);
    try {
      var results = new ArrayList<Future<Integer>>();
      for (var work : works) {
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      for (var result : results) {
        result.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void withoutBacklogOnlyWhoReachesTheRungFromNowOnGetsIt() {
    stories.turnAll(Mode.LIVE, false);
    letters.plan(clock.today());
    assertThat(stories.letters()).containsOnlyKeys("S90/1", "S180/2", "S360/3");
    time.setDay(clock.today().plusDays(1));
    letters.plan(clock.today());
    assertThat(stories.letters())
        .containsOnlyKeys("S90/1", "S180/2", "S360/3", "S89/1", "S179/2", "S359/3");
  }

  @Test
  void aLadderThatIsOffPlansNothing() {
    assertThat(letters.plan(clock.today())).isZero();
    assertThat(stories.letters()).isEmpty();
  }

  @Test
  void aHigherRungTakesThePlaceOfALowerLetterThatHasNotLeft() {
    stories.turnAll(Mode.LIVE, true);
    letters.plan(clock.today());
    time.setDay(clock.today().plusDays(1));
    letters.plan(clock.today());
    assertThat(stories.letters())
        .containsEntry("S179/1", "SUPPRESSED HIGHER_RUNG 10%")
        .containsEntry("S179/2", "PLANNED 15%");
    assertThat(
            stories.one(
                "select count(*) from coupon k join letter e on e.id = k.letter_id"
                    + " where (k.void_at is not null) <> (e.state = 'SUPPRESSED')",
                Long.class))
        .isZero();
  }

  @Test
  void aLowerRungNeverFollowsAHigherOne() {
    stories.turnAll(Mode.LIVE, true);
    letters.plan(clock.today());
    stories.execute("update letter set state = 'SENT', sent_at = clock_timestamp()");
    ladder.edit(3, new RungEdit(500, 20, 30, 0, null), stories.marketing());
    ladder.edit(2, new RungEdit(450, 15, 30, 0, null), stories.marketing());
    letters.plan(clock.today());
    assertThat(stories.letters().keySet())
        .containsExactlyInAnyOrder("S90/1", "S179/1", "S180/2", "S359/2", "S360/3", "S400/3");
  }

  @Test
  void editedDaysAndPercentCount() {
    stories.turnAll(Mode.LIVE, true);
    ladder.edit(1, new RungEdit(30, 7, 30, 0, null), stories.marketing());
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("S89/1", "PLANNED 7%");
  }

  @Test
  void waitingLettersFollowAnEditedPercentAndSoDoTheirCoupons() {
    stories.turnAll(Mode.LIVE, true);
    letters.plan(clock.today());
    ladder.edit(1, new RungEdit(90, 12, 30, 0, null), stories.marketing());
    assertThat(stories.letters()).containsEntry("S90/1", "PLANNED 12%");
    assertThat(
            stories.one(
                "select count(*) from coupon k join letter e on e.id = k.letter_id where k.percent <> e.percent",
                Long.class))
        .isZero();
  }

  @Test
  void everyPlannedLetterHasACouponOfItsOwn() {
    stories.turnAll(Mode.LIVE, true);
    letters.plan(clock.today());
    assertThat(stories.one("select count(distinct code) from coupon", Long.class)).isEqualTo(6);
    assertThat(
            stories.one(
                "select bool_and(code ~ '^[0-9A-HJKMNP-TV-Z]{10}$') from coupon", Boolean.class))
        .isTrue();
  }
}
