package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Suppressions;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The dry run says beforehand what the planning then does, for every customer, and writes nothing.
 */
@CoreTest
class DryRunTest {

  @Autowired Letters letters;
  @Autowired DryRuns dryRuns;
  @Autowired Ladder ladder;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired Suppressions suppressions;
  @Autowired BusinessClock clock;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatTheDryRunSaysIsWhatThePlanningDoes(long seed) {
    randomCustomers(new Random(seed));
    stories.turnAll(Mode.LIVE, seed != 2);
    ladder.turn(2, seed == 3 ? Mode.REVIEW : Mode.LIVE, true, stories.marketing());
    ladder.edit(3, new RungEdit(360, 20, 30, 30, null), stories.marketing());
    var said = new TreeMap<String, String>();
    for (int rung = 0; rung <= 3; rung++) {
      said.putAll(said(rung));
    }
    assertThat(stories.letters()).isEmpty();
    letters.plan(clock.today());
    var done = new TreeMap<String, String>();
    stories.letters().forEach((letter, what) -> done.put(letter, reason(what)));
    assertThat(done).hasSizeGreaterThan(20).isEqualTo(said);
  }

  /** The verdicts for which a row is written. */
  private TreeMap<String, String> said(int rung) {
    var said = new TreeMap<String, String>();
    for (var row : dryRun(rung).customers().items()) {
      var because = row.because();
      boolean due =
          because != HoldReason.HIGHER_RUNG
              && because != HoldReason.BEFORE_START
              && because != HoldReason.TWICE_LOST
              && because != HoldReason.LAPSE_CLOSED
              && because != HoldReason.PURCHASED_SINCE;
      if (due) {
        said.put(row.ref() + "/" + rung, because == null ? "" : because.name());
      }
    }
    return said;
  }

  private static String reason(String what) {
    var words = what.split(" ");
    return words.length == 2 ? "" : words[1];
  }

  private void randomCustomers(Random random) {
    var stages = new String[] {"LATE", "LOST", "WORKING", "LOST", "REFUSED", "GONE", "TWICE_LOST"};
    for (int i = 0; i < 80; i++) {
      var ref = "R" + i;
      int days = random.nextInt(60, 500);
      var customer = people.aCustomer(ref).silentFor(days).save();
      stories.lapse(customer, days, stages[random.nextInt(stages.length)]);
      switch (random.nextInt(10)) {
        case 0 -> stories.set("email", null, ref);
        case 1 -> stories.set("email_consent", null, ref);
        case 2 -> stories.set("status", "left", ref);
        case 3 -> suppressions.stop(ref + "@example.org", Suppressions.Reason.HARD_BOUNCE, null);
        default -> {}
      }
    }
  }

  private DryRun dryRun(int rung) {
    return dryRuns.run(DryRunFilter.all(rung, null), null, Integer.MAX_VALUE, stories.marketing());
  }

  @Test
  void aRungThatIsOffIsJudgedAsIfItWereLive() {
    stories.silent("A", 100);
    assertThat(dryRun(1).gets()).isOne();
    assertThat(stories.letters()).isEmpty();
  }

  @Test
  void customersWhoEndedWithoutAPurchaseAreListedWithTheReason() {
    stories.lapse(people.aCustomer("R").silentFor(100).save(), 100, "REFUSED");
    stories.lapse(people.aCustomer("T").silentFor(100).save(), 100, "TWICE_LOST");
    assertThat(dryRun(1).customers().items())
        .extracting(Judgement::ref, Judgement::because)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("R", HoldReason.LAPSE_CLOSED),
            org.assertj.core.groups.Tuple.tuple("T", HoldReason.TWICE_LOST));
  }

  @Test
  void pagesShowEveryCustomerOnce() {
    for (int i = 0; i < 7; i++) {
      stories.silent("P" + i, 100);
    }
    var seen = new java.util.ArrayList<String>();
    String after = null;
    do {
      var page = dryRuns.run(DryRunFilter.all(1, null), after, 3, stories.marketing());
      page.customers().items().forEach(row -> seen.add(row.ref()));
      after = page.customers().next();
    } while (after != null);
    assertThat(seen).containsExactly("P0", "P1", "P2", "P3", "P4", "P5", "P6");
  }

  @Test
  void aRepMayNotAskAndAnUnknownRungIsNotFound() {
    assertThatThrownBy(() -> dryRuns.run(DryRunFilter.all(1, null), null, 10, people.rep("rep")))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> dryRun(9)).isInstanceOf(NotFound.class);
  }
}
