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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The dry run says beforehand what the planning then does, for every customer, and writes nothing.
 */
@CoreTest
class DryRunTest {

  @Autowired Letters letters;
  @Autowired DryRuns dryRuns;
  @Autowired Activations activations;
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
              && because != HoldReason.NOT_WORTH
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

  /** "Cap until 14.12.": whoever would be held at the claim is not told as one who gets it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, address_hash, announced_at, sent_at) select l.id, c.id, -4, 'SENT', 0, (select min(id) from template), '2026-05-30', address_hash(c.email), '2026-05-30 12:00+02', '2026-05-30 12:00+02' from lapse l join customer c on c.id = l.customer_id where c.ref = 'A' | CAP 2026-06-02",
        "insert into contact (customer_id, source, external_id, contacted_at, channel, direction) select id, 'test', n::text, '2026-05-20', 'phone', 'out' from customer, generate_series(1, 6) n where ref = 'A' | CONTACT_CAP 2026-06-19",
        "insert into mail_address select address_hash(email) from customer where ref = 'A'; insert into mailbox_quiet (address_hash, kind, until) select address_hash(email), 'pause', '2026-07-01' from customer where ref = 'A' | ASKED_QUIET 2026-07-01",
        "update sending set trial = '{b@example.org}' | TRIAL ",
      })
  void whoIsHeldAtTheClaimDoesNotGetItToday(String before, String reason) {
    stories.silent("A", 100);
    stories.silent("B", 100);
    stories.turnAll(Mode.LIVE, true);
    stories.execute(before);
    var run = dryRun(1);
    assertThat(run.gets()).isOne();
    assertThat(run.customers().items())
        .extracting(Judgement::ref, DryRunTest::told)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("A", reason.strip()),
            org.assertj.core.groups.Tuple.tuple("B", ""));
    assertThat(stories.letters()).hasSizeLessThan(2);
  }

  private static String told(Judgement row) {
    return java.util.stream.Stream.of(row.because(), row.until())
        .filter(java.util.Objects::nonNull)
        .map(Object::toString)
        .collect(java.util.stream.Collectors.joining(" "));
  }

  @Test
  void aReasonThatEndsByItselfSaysOnWhichDay() {
    stories.silent("A", 100);
    stories.silent("B", 100);
    stories.turnAll(Mode.LIVE, true);
    stories.execute(
        "update lapse set letters_rest_until = '2026-06-10' where id = 1; update lapse set not_before = '2026-08-01' where id = 2");
    assertThat(dryRun(1).customers().items())
        .extracting(DryRunTest::told)
        .containsExactly("REP_TALKING 2026-06-11", "COOL_DOWN 2026-08-01");
  }

  /** They leave some days later: a second person is asked for all of them. */
  @Test
  void aCapTakesNobodyFromTheFirstDayThatASecondPersonAgreesTo() {
    stories.silent("A", 100);
    stories.execute(
        "insert into contact (customer_id, source, external_id, contacted_at, channel, direction)"
            + " select id, 'test', n::text, '2026-05-20', 'phone', 'out' from customer, generate_series(1, 6) n");
    assertThat(activations.firstDay(1, true, stories.marketing()).gets()).isOne();
    assertThat(dryRun(1).gets()).isZero();
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
    stories.lapse(people.aCustomer("S").silentFor(100).save(), 100, "NOT_WANTED");
    stories.lapse(people.aCustomer("T").silentFor(100).save(), 100, "TWICE_LOST");
    assertThat(dryRun(1).customers().items())
        .extracting(Judgement::ref, Judgement::because)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("R", HoldReason.LAPSE_CLOSED),
            org.assertj.core.groups.Tuple.tuple("S", HoldReason.NOT_WORTH),
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
