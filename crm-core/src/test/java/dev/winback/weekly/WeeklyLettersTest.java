package dev.winback.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.report.Moves;
import dev.winback.report.Period;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letter on Monday: who gets it and when, and never twice. */
@CoreTest
class WeeklyLettersTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 8);

  @Autowired WeeklyLetters letters;
  @Autowired Stories stories;
  @Autowired Moves moves;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor boss;

  @BeforeEach
  void aManagerWithAnAddress() {
    boss = stories.manager();
    jdbc.sql("update member set email = login || '@shop.example'").update();
    at(MONDAY, "07:00");
  }

  private void at(LocalDate day, String time) {
    clock.set(day.atTime(LocalTime.parse(time)).atZone(clock.getZone()).toInstant());
  }

  @Test
  void itIsDueOnMondayFromItsHourOnAndOnNoOtherDay() {
    at(MONDAY.minusDays(1), "23:59:59");
    assertThat(letters.claim()).isEmpty();
    at(MONDAY, "00:00");
    assertThat(letters.claim()).isEmpty();
    at(MONDAY, "06:59:59");
    assertThat(letters.claim()).isEmpty();
    at(MONDAY.plusDays(1), "00:00");
    assertThat(letters.claim()).isEmpty();
    at(MONDAY, "07:00");
    assertThat(letters.claim())
        .contains(
            new DueWeekly(boss.member(), MONDAY, "manager", "Manager", "manager@shop.example"));
  }

  @Test
  void aNodeThatWasDownSendsItLaterOnMonday() {
    at(MONDAY, "23:59:59");
    assertThat(letters.claim()).isPresent();
  }

  @Test
  void everyManagerGetsItOnceAWeek() {
    assertThat(letters.claim()).isPresent();
    assertThat(letters.claim()).as("begun, and perhaps on its way").isEmpty();
    jdbc.sql("update weekly_letter set state = 'sent'").update();
    assertThat(letters.claim()).isEmpty();
    at(MONDAY.plusWeeks(1), "07:00");
    assertThat(letters.claim()).isPresent();
  }

  @Test
  void onlyManagersWhoWantItAndHaveAnAddressGetIt() {
    stories.rep("anna");
    stories.admin();
    stories.marketing();
    jdbc.sql("update member set email = login || '@shop.example'").update();
    assertThat(claimed()).containsExactly("manager");
    for (var change :
        List.of("weekly_letter = false", "email = ' '", "email = null", "active = false")) {
      jdbc.sql("truncate weekly_letter").update();
      jdbc.sql(
              "update member set weekly_letter = true, active = true, email = 'm@shop.example' where role = 'MANAGER'")
          .update();
      jdbc.sql("update member set " + change + " where role = 'MANAGER'").update();
      assertThat(claimed()).as(change).isEmpty();
    }
  }

  private List<String> claimed() {
    var logins = new ArrayList<String>();
    for (var due = letters.claim(); due.isPresent(); due = letters.claim()) {
      logins.add(due.get().login());
    }
    return logins;
  }

  @Test
  void whatTheRelayDidNotTakeGoesAfterAPauseButNotOnTuesday() {
    var due = letters.claim().orElseThrow();
    letters.later(due, "down");
    assertThat(letters.claim()).isEmpty();
    clock.forward(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(letters.claim()).isEmpty();
    clock.forward(Duration.ofSeconds(1));
    assertThat(letters.claim()).contains(due);
    assertThat(letters.claim()).isEmpty();
    letters.later(due, "down");
    at(MONDAY.plusDays(1), "07:00");
    assertThat(letters.claim()).isEmpty();
  }

  @Test
  void whatWasRefusedOrIsUnknownIsNotTriedAgain() {
    var due = letters.claim().orElseThrow();
    letters.ended(due, "550");
    clock.forward(Duration.ofHours(2));
    assertThat(letters.claim()).isEmpty();
    letters.sent(due, "");
    assertThat(jdbc.sql("select state from weekly_letter").query(String.class).single())
        .as("only who has begun it says how it ended")
        .isEqualTo("ended");
  }

  /** Two nodes at the same moment: each letter is with one of them. */
  @Test
  void twoNodesShareTheLetters() throws Exception {
    for (int i = 0; i < 12; i++) {
      stories.member("boss" + i, dev.winback.staff.Role.MANAGER);
    }
    jdbc.sql("update member set email = login || '@shop.example'").update();
    var logins = new ArrayList<String>();
    var nodes = Executors.newFixedThreadPool(2);
    try {
      Callable<List<String>> node = this::tenTries;
      for (var claimed : nodes.invokeAll(List.of(node, node))) {
        logins.addAll(claimed.get());
      }
    } finally {
      nodes.shutdown();
    }
    logins.addAll(claimed());
    assertThat(logins).hasSize(13).doesNotHaveDuplicates();
  }

  /** A node that finds a letter taken looks again at its next tick. */
  private List<String> tenTries() {
    var logins = new ArrayList<String>();
    for (int i = 0; i < 10; i++) {
      letters.claim().map(DueWeekly::login).ifPresent(logins::add);
    }
    return logins;
  }

  /** From Monday to Sunday: neither the Sunday before nor this Monday; the lists say the same. */
  @Test
  void itTellsOfTheWeekFromMondayToSundayWithItsMoney() {
    jdbc.sql("insert into night (day, state, node, finished_at) values (:day, 'done', 'n', now())")
        .param("day", MONDAY.minusDays(60))
        .update();
    for (int ago = 0; ago <= 8; ago++) {
      loss("L-" + ago, MONDAY.minusDays(ago), false);
      loss("B-" + ago, MONDAY.minusDays(ago), true);
    }
    var figures = letters.figures(MONDAY, boss);
    var week = figures.week();
    assertThat(week.fromDay()).isEqualTo(MONDAY.minusDays(7));
    assertThat(week.untilDay()).isEqualTo(MONDAY.minusDays(1));
    assertThat(week.losses()).isEqualTo(7);
    assertThat(week.lostYear()).isEqualByComparingTo("3500");
    assertThat(week.returns()).isEqualTo(7);
    assertThat(week.firstOrders()).isEqualByComparingTo("700");
    for (var kind : List.of("loss", "return")) {
      assertThat(moves.count(Period.of(kind, week.fromDay(), week.untilDay()), boss)).isEqualTo(7);
    }
    assertThat(figures.waiting().untouched()).isGreaterThanOrEqualTo(0);
    assertThatThrownBy(() -> letters.figures(MONDAY, stories.rep("anna")))
        .isInstanceOf(NotAllowed.class);
  }

  /** Lost on this day, or lost long before and back on it with an order of 100. */
  private void loss(String ref, LocalDate day, boolean back) {
    var customer = stories.aCustomer(ref).neverBought().save();
    var order = back ? Optional.of(stories.purchase(customer, day, "100")) : Optional.<Long>empty();
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, lost_on, value_year, currency, returned_on,
                               return_purchase_id, credit)
            values (:c, 1, :stage, :opened, 'silent', :opened, :opened, 500, 'EUR', :back, :order, :credit)
            """)
        .param("c", customer.value())
        .param("stage", back ? "RETURNED" : "LOST")
        .param("opened", back ? day.minusDays(40) : day)
        .param("back", back ? day : null)
        .param("order", order.orElse(null))
        .param("credit", back ? "none" : null)
        .update();
  }
}
