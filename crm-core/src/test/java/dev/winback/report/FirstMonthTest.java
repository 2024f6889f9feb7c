package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** rules.md, "history": a firm that does not begin on the first of a month loses no days of it. */
@CoreTest
class FirstMonthTest {

  private static final LocalDate TENTH = LocalDate.of(2026, 6, 10);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired Figures figures;
  @Autowired Moves moves;
  @Autowired MovableClock clock;

  private Actor boss;

  @BeforeEach
  void tenth() {
    boss = stories.manager();
    clock.setDay(TENTH);
  }

  private CustomerId buys(String ref, int... daysAgo) {
    var customer = stories.aCustomer(ref).neverBought().save();
    for (int ago : daysAgo) {
      stories.purchase(customer, TENTH.minusDays(ago), "10");
    }
    return customer;
  }

  /** Lost in winter, in May and in June; back in June, one of them today; one still silent. */
  private void load() {
    buys("WINTER", 400, 5);
    buys("MAY", 200, 0);
    buys("JUNE", 185, 2);
    buys("SILENT", 183);
    buys("WELL", 40, 10);
  }

  private void counted(String kind, LocalDate from, LocalDate until, long expected) {
    var month =
        figures.start(boss).months().stream()
            .filter(m -> m.month().equals(from))
            .findFirst()
            .orElseThrow();
    assertThat(kind.equals("loss") ? month.losses() : month.returns())
        .as("%s of %s", kind, from)
        .isEqualTo(expected);
    assertThat(moves.count(Period.of(kind, from, until), boss)).isEqualTo(expected);
  }

  private void told() {
    counted("loss", MAY, LocalDate.of(2026, 5, 31), 1);
    counted("loss", TENTH.withDayOfMonth(1), TENTH, 2);
    counted("return", TENTH.withDayOfMonth(1), TENTH, 3);
  }

  @Test
  void theMonthOfTheFirstNightHasItsReturns() {
    load();
    told();
    nightly.run(TENTH);
    told();
    nightly.run(TENTH);
    told();
  }

  /** Whose order comes after the night and on its day was a lapse of it, and is counted once. */
  @Test
  void whoComesBackOnTheDayOfTheFirstNightIsCountedOnce() {
    load();
    var later = buys("LATER", 182);
    nightly.run(TENTH);
    counted("return", TENTH.withDayOfMonth(1), TENTH, 3);
    stories.purchase(later, TENTH, "10");
    nightly.run(TENTH);
    counted("loss", TENTH.withDayOfMonth(1), TENTH, 3);
    counted("return", TENTH.withDayOfMonth(1), TENTH, 4);
    clock.setDay(TENTH.plusDays(1));
    nightly.run(clock.today());
    counted("return", TENTH.withDayOfMonth(1), TENTH, 4);
  }
}
