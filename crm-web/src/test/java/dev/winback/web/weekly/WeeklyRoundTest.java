package dev.winback.web.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.letter.Mailbox;
import dev.winback.staff.Preferences;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The letter on Monday in words, as it lands in the mailbox of the demo firm, and its switch. */
@WebTest
@ExtendWith(OutputCaptureExtension.class)
class WeeklyRoundTest {

  @Autowired MockMvcTester mvc;
  @Autowired WeeklyRound round;
  @Autowired Mailbox mailbox;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  /** One loss of last week, noon of a Monday. */
  @BeforeEach
  void aWeek() {
    People.hire(staff);
    jdbc.sql("update member set email = login || '@shop.example'").update();
    jdbc.sql("update firm set demo = true").update();
    jdbc.sql(
            "insert into night (day, state, node, finished_at) values (:day, 'done', 'n', cast(:day as date))")
        .param("day", clock.today())
        .update();
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, lost_on, value_year, currency)
            values (:c, 1, 'LOST', :day - 3, 'silent', :day - 3, :day - 3, 1900, 'EUR')
            """)
        .param("c", stories.aCustomer("Q").named("Quentin Secret").neverBought().save().value())
        .param("day", clock.today())
        .update();
    // figures begin with the month of the first night
    jdbc.sql(
            "insert into night (day, state, node, finished_at) values (:day, 'done', 'n', cast(:day as date))")
        .param("day", clock.today().minusDays(40))
        .update();
  }

  @Test
  void eachManagerFindsItOnceInTheMailbox(CapturedOutput log) {
    round.work();
    round.work();

    var rows = mailbox.list(null, staff.actor("manager")).items();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).recipient()).isEqualTo("manager@shop.example");
    assertThat(rows.get(0).subject())
        .isEqualTo("Last week: 1 lost, 0 came back (until 31 May 2026)");
    var letter = mailbox.letter(rows.get(0).id(), staff.actor("manager"));
    assertThat(letter.text())
        .contains("Good morning, Mona Manager,")
        .contains("One customer became lost last week, €1,900 a year; nobody came back.")
        .contains("/reports/moves?kind=loss&from=2026-05-25&until=2026-05-31")
        .doesNotContain("Counted up to", "Quentin", "null", "{");
    var page = Jsoup.parse(letter.html());
    assertThat(page.select("a")).hasSize(3);
    assertThat(page.text()).contains("One customer became lost last week, €1,900 a year");
    assertThat(log.getAll()).doesNotContain("Quentin", "manager@shop.example");
  }

  private String settings() throws Exception {
    return mvc.get()
        .uri("/settings")
        .with(user("manager"))
        .exchange()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void whatCouldNotBeWrittenIsTriedAgainAndIsSaidBesideTheSwitch() throws Exception {
    jdbc.sql("alter table plan_step rename to away").update();
    try {
      round.work();
    } finally {
      jdbc.sql("alter table away rename to plan_step").update();
    }
    assertThat(mailbox.list(null, staff.actor("manager")).items()).isEmpty();

    assertThat(settings()).contains("has not left yet", "BadSqlGrammarException");
    jdbc.sql("update weekly_letter set retry_at = retry_at - interval '15 minutes'").update();
    round.work();
    assertThat(settings()).contains("has left");
    assertThat(mailbox.list(null, staff.actor("manager")).items()).hasSize(1);
  }

  /** Lines that tell of more than one thing begin with their number. */
  @Test
  void theListBehindEachLinkIsAsLongAsItsNumber() throws Exception {
    for (var ref : List.of("U1", "U2")) {
      long old = stories.aCustomer(ref).neverBought().save().value();
      jdbc.sql(
              """
              with l as (
                insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, lost_on, value_year, currency)
                values (:c, 1, 'LOST', :day - 60, 'silent', :day - 150, :day - 60, 500, 'EUR') returning id)
              insert into letter (lapse_id, customer_id, rung, state, hold_reason, percent, template_id, due_on)
              select id, :c, 1, 'HELD', 'REVIEW', 10, 1, :day from l
              """)
          .param("c", old)
          .param("day", clock.today())
          .update();
    }
    round.work();
    var id = mailbox.list(null, staff.actor("manager")).items().get(0).id();
    var letter = mailbox.letter(id, staff.actor("manager"));
    var links = Jsoup.parse(letter.html()).select("a");
    assertThat(links.eachText())
        .contains("2 letters wait for somebody to look at", "2 cases nobody touched for 7 days");
    for (var link : links) {
      assertThat(letter.text()).contains(link.attr("href"));
      var list = rows(link.attr("href").replaceFirst("https?://[^/]+", ""));
      if (Character.isDigit(link.text().charAt(0))) {
        assertThat(list).as(link.text()).hasSize(Integer.parseInt(link.text().split(" ")[0]));
      } else if (link.text().equals("Who was lost")) {
        assertThat(list).hasSize(1);
      }
    }
    assertThat(mvc.get().uri("/mailbox/{id}", id).with(user("manager"))).hasStatusOk();
    assertThat(mvc.get().uri("/mailbox/{id}/html", id).with(user("manager"))).hasStatusOk();
  }

  private Elements rows(String path) throws Exception {
    var list = mvc.get().uri(URI.create(path)).with(user("manager")).exchange();
    assertThat(list).as(path).hasStatusOk();
    return Jsoup.parse(list.getResponse().getContentAsString()).select("main tbody tr");
  }

  @Test
  void aManagerSwitchesItOffAndOnByHimself() {
    var settings = mvc.get().uri("/settings").with(user("manager"));
    assertThat(settings).bodyText().contains("name=\"weeklyLetter\"");
    assertThat(mvc.get().uri("/settings").with(user("rep"))).bodyText().doesNotContain("weekly");
    prefer("manager");
    prefer("rep");
    assertThat(staff.preferences(staff.actor("manager")))
        .isEqualTo(new Preferences("dark", "comfortable", false, false, null));
    assertThat(staff.preferences(staff.actor("rep")).weeklyLetter())
        .as("who has no switch keeps what he has")
        .isTrue();

    round.work();
    assertThat(mailbox.list(null, staff.actor("manager")).items()).isEmpty();

    mvc.post()
        .uri("/settings/preferences")
        .param("theme", "dark")
        .param("weeklyLetter", "true")
        .with(user("manager"))
        .with(csrf())
        .exchange();
    round.work();
    assertThat(mailbox.list(null, staff.actor("manager")).items()).hasSize(1);
  }

  private void prefer(String login) {
    mvc.post()
        .uri("/settings/preferences")
        .param("theme", "dark")
        .with(user(login))
        .with(csrf())
        .exchange();
  }
}
