package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * A large firm's picture of the ladder is what the night counted, by the statements of the page and
 * of the list behind each number, and says so (LET-03).
 */
@CoreTest
@TestPropertySource(properties = "winback.night.large-from=1")
class RungCountsTest {

  @Autowired Ladder ladder;
  @Autowired Rungs rungs;
  @Autowired DryRuns dryRuns;
  @Autowired Stories stories;
  @Autowired LadderStories letters;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;

  Actor marketing;

  /** Two are before the first rung, the others on one; two rungs are live. */
  @BeforeEach
  void losses() {
    marketing = stories.marketing();
    for (int days : List.of(60, 89, 90, 120, 180, 200, 360, 500)) {
      letters.silent("S-" + days, days);
    }
    ladder.turn(1, Mode.LIVE, true, marketing);
    ladder.turn(2, Mode.LIVE, true, marketing);
  }

  @Test
  void allRungsAtOnceAreWhatEachIsAlone() {
    var outlook = rungs.outlook(marketing);
    assertThat(outlook.countedOn()).isNull();
    assertThat(outlook.rungs()).hasSize(4);
    outlook.rungs().forEach(this::agrees);
    assertThat(outlook.rungs().get(0).doesNot()).isPositive();
    assertThat(outlook.rungs().get(2).gets()).isPositive();
  }

  private void agrees(RungPicture picture) {
    int rung = picture.rung().number();
    for (var part : List.of(DryRun.Part.GETS, DryRun.Part.DOES_NOT)) {
      var filter = new DryRunFilter(rung, clock.today(), part, null);
      var list = dryRuns.run(filter, null, 100, marketing);
      assertThat(list.counts()).as("rung %d", rung).isEqualTo(picture.today());
      long counted = part == DryRun.Part.GETS ? picture.gets() : picture.doesNot();
      assertThat(list.customers().items()).as("rung %d %s", rung, part).hasSize((int) counted);
    }
  }

  @Test
  void whatTheNightCountedIsShownUntilTheNextOne() {
    nightly.run(clock.today());
    var outlook = rungs.outlook(marketing);
    assertThat(outlook.countedOn()).isEqualTo(clock.today());
    assertThat(outlook.stale()).isFalse();
    outlook.rungs().forEach(this::agrees);
    letters.silent("later", 90);
    assertThat(rungs.outlook(marketing)).isEqualTo(outlook);
    clock.setDay(clock.today().plusDays(1));
    assertThat(rungs.outlook(marketing)).isEqualTo(outlook);
    nightly.run(clock.today());
    assertThat(rungs.outlook(marketing).day()).isEqualTo(clock.today());
  }

  @Test
  void anotherLadderIsToldAndCountedWhenSomebodyAsks() {
    nightly.run(clock.today());
    ladder.turn(3, Mode.LIVE, true, marketing);
    assertThat(rungs.outlook(marketing).stale()).isTrue();
    rungs.countAnew(marketing);
    await().until(() -> !rungs.counting(marketing));
    var anew = rungs.outlook(marketing);
    assertThat(anew.stale()).isFalse();
    anew.rungs().forEach(this::agrees);
  }
}
