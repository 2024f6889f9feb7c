package dev.winback.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** MEA-01, MEA-02, MEA-08, MEA-09 as a page, a file and an answer, each number with its names. */
@WebTest
class LossPageTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  /** One of four is lost in the spring; another only when the night has seen him. */
  @BeforeEach
  void fourCustomers() {
    People.hire(staff);
    stories.aCustomer("A").buyingEvery(80).times(9).silentFor(10).save();
    stories.aCustomer("B").buyingEvery(80).times(9).silentFor(20).save();
    stories.aCustomer("C").buyingEvery(80).times(9).silentFor(40).save();
    stories.aCustomer("D").buyingEvery(80).times(3).silentFor(190).save();
    nightly.run(clock.today());
  }

  /** OPS-06, MEA-01: what is normal in one trade is a disaster in another. */
  @Test
  void theBandsAreSetWhereTheyAreSeenAndTakenBack() throws Exception {
    assertThat(bands("10", "30", "40", "60")).hasStatus3xxRedirection();
    var page = page("/reports/losses");
    assertThat(page.select("main p").text()).contains("10 to 30 % a year is usual");
    assertThat(page.select(".scale").text()).contains("30 to 40 %: watch", "over 60 %");
    for (var wrong : new String[] {"9", "100", "x", ""}) {
      var refused = bands("10", "30", "40", wrong);
      assertThat(refused).as(wrong).hasStatus(422);
      assertThat(refused).bodyText().contains("field-strategy\"", "value=\"" + wrong + "\"");
    }
    assertThat(page("/reports/losses").select(".scale").text()).contains("over 60 %");
    var undo = bands("5", "10", "20", "50").getMvcResult().getFlashMap().get("undo").toString();
    assertThat(mvc.post().uri(undo).with(user("manager")).with(csrf())).hasStatus3xxRedirection();
    assertThat(page("/reports/losses").select(".scale").text()).contains("over 60 %");
  }

  private MvcTestResult bands(String normal, String watch, String act, String strategy) {
    return mvc.post()
        .uri("/reports/losses")
        .param("normal", normal)
        .param("watch", watch)
        .param("act", act)
        .param("strategy", strategy)
        .with(user("manager"))
        .with(csrf())
        .exchange();
  }

  @Test
  void eachNumberOpensSoManyNames() throws Exception {
    var page = page("/reports/losses");
    assertThat(page.select("#rate-title").text()).contains("1 among 4 customers", "25 %");
    assertThat(page.select("main p").text()).contains("Time to act");
    assertThat(page.select(".thermometer rect")).hasSize(7);
    for (var link : page.select("a[href*=moves]")) {
      if (link.text().matches("\\d+")) {
        var names = page(link.attr("href")).select("main tbody tr");
        assertThat(names).as(link.attr("href")).hasSize(Integer.parseInt(link.text()));
      }
    }
    assertThat(page.select("#losses-months tbody tr")).hasSize(12);
  }

  @Test
  void thoseOfClassAOpenTheirOwnNames() throws Exception {
    stories.aCustomer("E").buyingEvery(80).times(3).silentFor(179).save();
    stories.aCustomer("F").buyingEvery(80).times(3).silentFor(179).save();
    clock.setDay(clock.today().plusDays(3));
    nightly.run(clock.today());
    jdbc.sql("delete from customer_category").update();
    jdbc.sql(
            """
            insert into customer_category (customer_id, abc, xyz, vip, fallen, candidate, priority_group, value)
            select id, case ref when 'E' then 'A' else 'B' end, 'X', false, false, false, 1, 100 from customer
            """)
        .update();
    var week = page("/").select(".lead-sentence a");
    assertThat(week.eachText()).first().asString().startsWith("2 customers became lost");
    assertThat(week.get(1).text()).isEqualTo("1 of class A");
    assertThat(page(week.get(0).attr("href")).select("main tbody tr")).hasSize(2);
    var names = page(week.get(1).attr("href"));
    assertThat(names.select("main tbody tr")).hasSize(1);
    assertThat(names.select("main tbody a").attr("href")).isEqualTo("/customers/E");
    assertThat(names.select("main p").text()).contains("Only those of class A.");
    assertThat(
            mvc.get()
                .uri("/reports/moves?kind=loss&from=2026-05-26&until=2026-06-01&abc=Q")
                .with(user("manager")))
        .hasStatus(422);
  }

  /** The manager's Monday (days.md, 2). */
  @Test
  void theStartPageShowsTheRateInItsBands() throws Exception {
    var start = page("/");
    assertThat(start.select("#rate-title a[href=/reports/losses]").text())
        .isEqualTo(page("/reports/losses").select("#rate-title").text());
    assertThat(start.select(".thermometer rect")).hasSize(7);
    assertThat(start.text()).contains("The year before it was 0");
  }

  /** The page of the lapse told the day of the night, and the list of losses another one. */
  @Test
  void theLapseTellsTheDayOnWhichItIsCounted() throws Exception {
    var day = clock.today().minusDays(10);
    long lapse = jdbc.sql("select id from lapse").query(Long.class).single();
    assertThat(page("/lapses/" + lapse).select("dl.facts").text())
        .contains("Lost since " + DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK).format(day));
    assertThat(
            page("/reports/moves?kind=loss&from=" + day + "&until=" + day).select("main tbody tr"))
        .hasSize(1);
  }

  /** Losses of before the first night have no amount, and their number was divided by it. */
  @Test
  void theStartPageSaysOfHowManyTheMoneyIs() throws Exception {
    assertThat(page("/").text()).doesNotContain(" a year was won back");
    stories.aCustomer("E").buyingEvery(80).times(3).silentFor(179).save();
    clock.setDay(clock.today().plusDays(3));
    nightly.run(clock.today());
    clock.setDay(clock.today().plusDays(36));
    nightly.run(clock.today());
    assertThat(page("/").text()).contains("2 among", "The one of them of whom it is known brought");
  }

  @Test
  void ofAYearInWhichNobodyCouldBeLostYetNothingIsSaid() throws Exception {
    var page = page("/reports/losses?to=2024-12");
    assertThat(page.select("#rate-title").text()).contains("customers");
    assertThat(page.select(".figure .hint").text()).doesNotContain("the year before");
    assertThat(page.select(".thermometer").attr("aria-label")).doesNotContain("year before");
    assertThat(page.select(".thermometer rect.then")).isEmpty();
  }

  @Test
  void aYearIsAskedForByItsLastMonth() throws Exception {
    assertThat(page("/reports/losses?to=2026-06").select("#losses-months th[data-partial=true]"))
        .hasSize(1);
    assertThat(get("/reports/losses?to=2026-07")).hasStatus(422).bodyText().contains("2026-06");
    assertThat(get("/reports/losses?to=May")).hasStatus(422);
    assertThat(get("/reports/losses.csv?to=2026-07")).hasStatus(422);
  }

  @Test
  void aYearBeforeAnybodyBoughtLeadsToALaterOne() throws Exception {
    var page = page("/reports/losses?to=2020-01");
    assertThat(page.select(".empty").text()).contains("Choose a later month");
    assertThat(page.select("form.filters input[name=to]").attr("value")).isEqualTo("2020-01");
    assertThat(page.select("#rate-title")).isEmpty();
  }

  /** DEC-21. */
  @Test
  void lossesOfAChangedDirectionStandBesideTheRate() throws Exception {
    assertThat(page("/reports/losses?to=2026-06").select("a[href*=direction-changed]")).isEmpty();
    jdbc.sql("update lapse set stage = 'NOT_WANTED', close_kind = 'direction-changed'").update();
    var link = page("/reports/losses?to=2026-06").select("a[href*=direction-changed]");
    assertThat(link.text()).startsWith("One lapse");
    assertThat(page(link.attr("href")).select("main tbody tr")).hasSize(1);
    assertThat(get("/api/v1/reports/losses?to=2026-06"))
        .bodyJson()
        .hasPathSatisfying("$.turned", path -> path.assertThat().isEqualTo(1));
  }

  @Test
  void thePageTheFileAndTheAnswerSayTheSame() throws Exception {
    assertThat(get("/reports/losses.csv")).bodyText().contains("Month", "2026-04");
    assertThat(get("/reports/losses.csv").getResponse().getContentAsString().lines()).hasSize(25);
    assertThat(get("/api/v1/reports/losses"))
        .bodyJson()
        .hasPathSatisfying("$.year.losses", path -> path.assertThat().isEqualTo(1))
        .hasPathSatisfying("$.year.before", path -> path.assertThat().isEqualTo(3))
        .hasPathSatisfying("$.year.firsts", path -> path.assertThat().isEqualTo(1))
        .hasPathSatisfying("$.year.band", path -> path.assertThat().isEqualTo("ACT"))
        .hasPathSatisfying("$.year.currency", path -> path.assertThat().isEqualTo("EUR"))
        .hasPathSatisfying("$.year.lostYear", path -> path.assertThat().isEqualTo("0.00"))
        .hasPathSatisfying("$.year.items[11].after", path -> path.assertThat().isEqualTo(3))
        .hasPathSatisfying("$.year.items[11].lostYear", path -> path.assertThat().isEqualTo("0.00"))
        .hasPathSatisfying("$.year.items.length()", path -> path.assertThat().isEqualTo(12));
  }

  private Document page(String path) throws Exception {
    var result = get(path);
    assertThat(result).as(path).hasStatusOk();
    return Jsoup.parse(result.getResponse().getContentAsString());
  }

  private MvcTestResult get(String path) {
    return mvc.get().uri(URI.create(path)).with(user("manager")).exchange();
  }
}
