package dev.winback.web.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * The worth of a loss on its page, in the list and for scripts: DEC-09, DEC-12, DEC-13, DEC-16 to
 * DEC-19, and the benchmark DEC-38.
 */
@WebTest
class WorthPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired JdbcClient jdbc;

  private long lapse;

  @BeforeEach
  void aFirm() {
    stories.manager();
    var rep = stories.rep("rita");
    stories.aCustomer("LOST").ownedBy(rep).buyingEvery(30).times(10).silentFor(150).save();
    for (int i = 0; i < 60; i++) {
      stories
          .aCustomer("C-" + i)
          .buyingEvery(20 + i % 25)
          .times(2 + i % 7)
          .silentFor(i % 3 == 0 ? 120 + i : 5 + i)
          .save();
    }
    nightly.run(MovableClock.START);
    lapse =
        jdbc.sql(
                "select l.id from lapse l join customer c on c.id = l.customer_id where c.ref ="
                    + " 'LOST'")
            .query(Long.class)
            .single();
  }

  private Document page(String address) throws Exception {
    var answer = mvc.get().uri(address).with(user("manager")).exchange();
    assertThat(answer).as(address).hasStatusOk();
    return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  private void post(String address, String... pairs) {
    var call = mvc.post().uri(address).with(user("manager")).with(csrf());
    for (int i = 0; i < pairs.length; i += 2) {
      call = call.param(pairs[i], pairs[i + 1]);
    }
    assertThat(call.exchange()).hasStatus3xxRedirection();
  }

  @Test
  void theGainOfTheListIsThatOfThePageItLeadsTo() throws Exception {
    var gain = page("/lost?sort=gain").select("a[href^=/lapses/" + lapse + "/worth]").text();
    assertThat(gain).startsWith("€");
    assertThat(page("/lapses/" + lapse + "/worth").select("#scales ~ table strong").text())
        .isEqualTo(gain);
    assertThat(page("/lapses/" + lapse).select("a[href$=worth]").text()).startsWith(gain);
  }

  @Test
  void thePageTellsWhatSpeaksForAndAgainstAndTheBenchmarkIsNoForecast() throws Exception {
    var page = page("/lapses/" + lapse + "/worth");
    assertThat(page.select("#effects ~ ul li")).isNotEmpty();
    assertThat(page.select("#answers-form button").first().hasAttr("disabled"))
        .as("Enter")
        .isTrue();
    assertThat(page.text())
        .contains("60 to 70 % of current, 20 to 40 % of former and 5 to 20 % of new customers")
        .contains("A benchmark, not a forecast", "published figures");
  }

  /** DEC-14, DEC-17. */
  @Test
  void aGuessSaysThatItIsOneAndWhatIsSpentStandsBelowTheGain() throws Exception {
    jdbc.sql(
            """
            insert into finding (lapse_id, customer_id, told_at, said, stated, said_by)
            select id, customer_id, now(), array['stated'], 'price', 'guess' from lapse where id = :l
            """)
        .param("l", lapse)
        .update();
    var page = page("/lapses/" + lapse + "/worth");
    assertThat(page.select("#effects ~ ul").text()).contains("as we guess: counts half");
    assertThat(page.select("#scales ~ table tr").eachText())
        .anyMatch(row -> row.matches("Time from now on .* calls to expect of 6 that are planned.*"))
        .last()
        .asString()
        .startsWith("Spent already €0.00 Nothing yet");
  }

  /** Nine calls are nine attempts, and a case that is harder than he is himself is none to ask. */
  @Test
  void thePageSaysHowManyAttemptsFailedAndThatAskingIsNotShownToHelp() throws Exception {
    jdbc.sql("update lapse set opened_on = date '2026-02-01' where id = :l")
        .param("l", lapse)
        .update();
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, reached)
            select customer_id, 'story', 'c' || n, timestamptz '2026-06-01' - make_interval(days => n * 10), 'phone', false
              from lapse, generate_series(1, 9) n where id = :l
            """)
        .param("l", lapse)
        .update();
    jdbc.sql(
            """
            insert into finding (lapse_id, customer_id, told_at, said, stated, said_by, severity)
            select id, customer_id, now(), array['stated', 'severity'], 'service', 'customer', 5 from lapse where id = :l
            """)
        .param("l", lapse)
        .update();
    var page = page("/lapses/" + lapse + "/worth");
    assertThat(page.select("#effects ~ ul").text()).contains("9 attempts failed");
    assertThat(page.text())
        .contains("The figures do not show that asking helps")
        .doesNotContain("costs more than it is expected to bring");
  }

  /** Money in another currency is unknown, not small. */
  @Test
  void whosePurchasesAreForeignIsNotSaidToBuyLittle() throws Exception {
    jdbc.sql(
            "update purchase set currency = 'USD' where customer_id = (select id from customer"
                + " where ref = 'LOST')")
        .update();
    jdbc.sql("update lapse set currency = 'USD' where id = :l").param("l", lapse).update();
    nightly.run(MovableClock.START.plusDays(1));
    var page = page("/lapses/" + lapse + "/worth");
    assertThat(page.text())
        .doesNotContain("in classes C and Z", "in class C")
        .contains("all of the year was paid in another currency")
        .doesNotContain("expected to bring – of margin");
    assertThat(page("/customers/LOST").text())
        .contains("$1,000.00")
        .contains("class and group say nothing of them");
    assertThat(page("/customers/C-1").text()).doesNotContain("say nothing of them");
    assertThat(page("/lost").text()).contains("Open lapses:").contains("$");
  }

  @Test
  void aCriterionIsMarkedAndTheFiguresSpeakAgain() throws Exception {
    var address = "/lapses/" + lapse + "/worth";
    post(address + "/criteria", "criterion", "rude", "holds", "yes");
    assertThat(page(address).text()).contains("says Manager");
    post(address + "/criteria", "criterion", "rude", "holds", "");
    assertThat(page(address).text()).doesNotContain("says Manager");
  }

  @Test
  void anAnswerStandsInThePlaceOfTheFilledInOne() throws Exception {
    var address = "/lapses/" + lapse + "/worth";
    post(address + "/answers", "loyal", "They will <b>ask</b> too", "what", "A word from us");
    assertThat(page(address).select("#field-loyal").text()).isEqualTo("They will <b>ask</b> too");
    assertThat(page(address).select("#field-what").text()).isEqualTo("A word from us");
    var refused =
        mvc.post()
            .uri(address + "/answers")
            .with(user("manager"))
            .with(csrf())
            .param("loyal", "x".repeat(2001))
            .param("cost", "An hour")
            .exchange();
    assertThat(refused).hasStatus(422);
    var shown = Jsoup.parse(refused.getResponse().getContentAsString(StandardCharsets.UTF_8));
    assertThat(shown.select("#field-loyal").text()).as("nothing is lost").hasSize(2001);
    assertThat(shown.select("#field-cost").text()).isEqualTo("An hour");
  }

  /** days.md, the manager's Monday 4: he fills them in and decides; the sentence stays. */
  @Test
  void whatWasTypedIsKeptWithTheDecision() throws Exception {
    var address = "/lapses/" + lapse + "/worth";
    assertThat(page(address).select("#decide button[form=answers-form][name=decision]")).hasSize(7);
    var sent =
        mvc.post()
            .uri(address + "/answers")
            .with(user("manager"))
            .with(csrf())
            .param("what", "Send samples")
            .param("was.what", "")
            .param("decision", "return")
            .param("lapse", "" + lapse)
            .exchange();
    assertThat(sent).hasForwardedUrl("/lost/decisions");
    assertThat(page(address).select("#field-what").text()).isEqualTo("Send samples");
  }

  /** The reason that is missing is asked for on the page, and nothing typed on it is lost. */
  @Test
  void aDecisionWithoutItsReasonKeepsNothingAndLosesNothing() throws Exception {
    var sent =
        mvc.post()
            .uri("/lapses/" + lapse + "/worth/answers")
            .with(user("manager"))
            .with(csrf())
            .param("what", "Send samples")
            .param("was.what", "")
            .param("decision", "not-wanted")
            .param("reason", " ")
            .exchange();
    assertThat(sent).hasStatus(422);
    var shown = Jsoup.parse(sent.getResponse().getContentAsString(StandardCharsets.UTF_8));
    assertThat(shown.select("[role=alert] a[href=#field-reason]")).hasSize(1);
    assertThat(shown.select("#field-reason")).hasSize(1);
    assertThat(shown.select("#field-what").text()).isEqualTo("Send samples");
    assertThat(jdbc.sql("select count(*) from decision_answer").query(Long.class).single())
        .isZero();
  }

  /** Two have the page open: who answers one question takes nothing back that the other said. */
  @Test
  void anAnswerThatWasNotChangedIsNotGivenAgain() throws Exception {
    var address = "/lapses/" + lapse + "/worth";
    post(address + "/answers", "what", "Mine", "was.what", "", "loyal", "", "was.loyal", "");
    post(address + "/answers", "what", "", "was.what", "", "loyal", "Yours", "was.loyal", "");
    assertThat(page(address).select("#field-what").text()).isEqualTo("Mine");
    assertThat(jdbc.sql("select count(*) from decision_answer").query(Long.class).single())
        .isEqualTo(2);
  }

  @Test
  void theLossIsToldInSalariesAndRentsOnceTheyAreKnown() throws Exception {
    assertThat(page("/lost").text()).contains("Open lapses:").doesNotContain("months of rent");
    post(
        "/settings/costs",
        "marginPercent",
        "30",
        "hourlyCost",
        "30",
        "letterCost",
        "0.05",
        "callMinutes",
        "20",
        "salary",
        "3000",
        "rent",
        "1000");
    assertThat(page("/lost").text()).contains("people earn in a year", "months of rent");
  }

  @Test
  void aWrongFigureComesBackWithItsReasonAndChangesNothing() throws Exception {
    var answer =
        mvc.post()
            .uri("/settings/costs")
            .with(user("manager"))
            .with(csrf())
            .param("marginPercent", "much")
            .exchange();
    assertThat(answer).hasStatus(422);
    assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("much");
    assertThat(page("/settings/costs").select("#field-marginPercent").val()).isEqualTo("30");
  }

  @Test
  void scriptsReadTheSame() {
    assertThat(mvc.get().uri("/api/v1/lapses/" + lapse + "/worth").with(user("manager")))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying("$.worth.gain.amount", gain -> gain.assertThat().asString().isNotBlank())
        .hasPathSatisfying("$.criteria", criteria -> criteria.assertThat().asArray().hasSize(11));
    assertThat(mvc.get().uri("/api/v1/customers/LOST").with(user("manager")))
        .bodyJson()
        .hasPathSatisfying("$.value.active", active -> active.assertThat().asNumber().isNotNull())
        .hasPathSatisfying(
            "$.value.lifetimeValue.currency",
            currency -> currency.assertThat().asString().isEqualTo("EUR"));
  }
}
