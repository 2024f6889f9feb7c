package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.letter.LetterOutcomes;
import dev.winback.letter.LetterResults;
import dev.winback.letter.ResultPeriod;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.web.testing.Arms;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** MEA-06: what letters brought against those kept back, and the letters behind each number. */
@WebTest
class LetterResultPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired LetterOutcomes outcomes;
  @Autowired LetterResults results;

  private Arms arms;

  @BeforeEach
  void people() {
    People.hire(staff);
    arms = new Arms(jdbc, outcomes, clock.today());
  }

  @Test
  void aComparisonIsToldInWordsAndEachOfItsNumbersOpensItsLetters() throws Exception {
    arms.make(100, 80, 70, 7);
    var page = page("/letters/results");
    assertThat(page.select("main").text()).contains("Only money in EUR counts");
    assertThat(page.select("section.card").first().text())
        .contains("brings more", "70.0 more came back than of those kept back")
        .contains("anything from 37.7 to 84.1 is possible (planned check 1 of 4")
        .contains(
            "an interim analysis, of everybody up to "
                + checked()
                + ": 80 of 100 against 7 of 70 kept back; what is counted below");
    assertThat(page.select("section.card").first().text())
        .contains("€2,100 of margin", "ROMI, (margin − cost) ÷ cost: 41,900 %, anything from 27,");
    for (var link : page.select("section.card td a")) {
      var list = page(link.attr("href"));
      if (link.text().equals("0")) {
        assertThat(list.select(".empty")).as(link.attr("href")).hasSize(1);
      } else {
        assertThat(list.select("main").text()).contains(link.text() + " letters");
      }
    }
    assertThat(text("/letters/results.csv"))
        .contains(",100,80,70,7,works,1,0,70.0,37.7,84.1,2100.00,");
  }

  /** Checks of several rungs fall on several days; what is counted ends with a night. */
  private String checked() {
    var rung = results.results(ResultPeriod.YEAR, staff.actor("marketing")).rungs().get(0);
    return shown(Objects.requireNonNull(rung.increment().finding().seen()).day());
  }

  private static String shown(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(day);
  }

  @Test
  void eachTableSaysUntilWhichDayItCountsAndEachChanceWhatItTakesAsKnown() throws Exception {
    arms.make(100, 80, 70, 7);
    jdbc.sql("update letter set state = 'IN_DOUBT' where state = 'SENT' and id % 2 = 0").update();
    var card = page("/letters/results").select("section.card").first();
    assertThat(card.select("h3").text())
        .endsWith("counted up to the night of " + shown(results.day()));
    assertThat(card.select("summary").text()).contains("of all days and as of now: 170");
    assertThat(card.text()).contains("It takes what one return is worth as known");
    var past = results.day().minusDays(1);
    assertThat(page("/letters/results?to=" + past).select("section.card h3").first().text())
        .endsWith("to " + shown(past));
  }

  /** A changed discount used to rename the letters that had left with the old one. */
  @Test
  void whatAChangedRungBroughtIsToldByThePercentThatWasInTheLetter() throws Exception {
    arms.make(12, 4, 6, 1);
    assertThat(page("/letters/results").select("section.card").first().text())
        .doesNotContain("several discounts");
    jdbc.sql(
            "update letter set percent = 18 where id in (select id from letter where state = 'SENT' order by id limit 5)")
        .update();
    outcomes.settle(clock.today());
    var card = page("/letters/results").select("section.card").first();
    assertThat(card.select("h2").text()).isEqualTo("90 days");
    assertThat(card.select("li").eachText())
        .anySatisfy(line -> assertThat(line).startsWith("18 %").contains(": 5 letters"))
        .anySatisfy(line -> assertThat(line).startsWith("10 %").contains(": 7 letters"));
  }

  @Test
  void beforeTheFirstLookNoMoneyIsClaimed() throws Exception {
    arms.make(12, 4, 6, 1);
    assertThat(page("/letters/results").select("section.card").first().text())
        .contains("too early", "ROMI: too early to say")
        .doesNotContain("of margin");
    assertThat(text("/letters/results.csv")).contains("too_early,0,");
  }

  /** MEA-06 of a letter that belongs to no loss: on the page, in the file, in the answer. */
  @Test
  void lettersBesideTheLadderHaveALineWithTheirMoney() throws Exception {
    arms.make(2, 1, 1, 1);
    jdbc.sql(
            """
            with wish as (
              insert into prompt (customer_id, rung, about)
              select customer_id, -8, '2026' from letter where state = 'SENT' order by id limit 1
              returning id, customer_id)
            insert into letter (customer_id, prompt_id, rung, state, percent, template_id, due_on, sent_at)
            select w.customer_id, w.id, -8, 'SENT', 0, 1, :day, cast(:day as date) from wish w
            """)
        .param("day", clock.today().minusDays(3))
        .update();
    outcomes.settle(clock.today());
    assertThat(text("/letters/results/names.csv?rung=-8&what=all")).contains(",-8,Birthday,");
    var line = page("/letters/results").select("table.beside-ladder tbody tr");
    assertThat(line.text()).startsWith("Birthday 1 ");
    assertThat(page(line.select("a").first().attr("href")).select("main table tbody tr"))
        .hasSize(1);
    assertThat(text("/letters/results.csv")).contains("\n-8,Birthday,1,0,");
    assertThat(mvc.get().uri("/api/v1/reports/ladder").with(user("marketing")))
        .bodyJson()
        .hasPathSatisfying("$.beside[0].letter", p -> p.assertThat().isEqualTo("birthday"))
        .hasPathSatisfying("$.beside[0].period.sent", p -> p.assertThat().isEqualTo(1));
  }

  /** The page, its file, the answer and the names say one thing of the days of the address. */
  @Test
  void thePeriodOfTheAddressIsInTheFileTheAnswerAndTheNamesAndNeverInTheComparison()
      throws Exception {
    arms.make(100, 80, 70, 7);
    var day = clock.today();
    var days = "?from=" + day.minusDays(99) + "&to=" + day;
    var page = page("/letters/results" + days);
    var figures = page.select("section.card table.figures-of tbody tr");
    assertThat(figures.get(0).text()).isEqualTo("Letters 0 100");
    assertThat(figures.get(1).text()).isEqualTo("Returned so far 0 80");
    assertThat(page.select("section.card").first().text()).contains("brings more", "€2,100");
    assertThat(page.select(".actions a").first().attr("href"))
        .isEqualTo("/letters/results.csv" + days);
    assertThat(text("/letters/results.csv" + days).lines().toList().get(1))
        .startsWith(
            "1,90 days,0,0,0,0,0,0,0.00,0.00,0,0,0,0,0,100,70,80,8000.00,5.00,100,80,70,7,works,1,");
    for (var link : page.select("table.figures-of a")) {
      var rows = page(link.attr("href")).select("main table tbody tr");
      assertThat(rows).as(link.attr("href")).hasSize(Math.min(50, Integer.parseInt(link.text())));
    }
    assertThat(mvc.get().uri(URI.create("/api/v1/reports/ladder" + days)).with(user("marketing")))
        .bodyJson()
        .hasPathSatisfying("$.asOf", p -> p.assertThat().isEqualTo(asOf()))
        .hasPathSatisfying("$.from", p -> p.assertThat().isEqualTo("" + day.minusDays(99)))
        .hasPathSatisfying("$.rungs[0].period.sent", p -> p.assertThat().isEqualTo(0))
        .hasPathSatisfying("$.rungs[0].before.sent", p -> p.assertThat().isEqualTo(100))
        .hasPathSatisfying(
            "$.rungs[0].comparison.treatedReturned", p -> p.assertThat().isEqualTo(80))
        .hasPathSatisfying("$.rungs[0].before.revenue", p -> p.assertThat().isEqualTo("8000.00"))
        .hasPathSatisfying(
            "$.rungs[0].comparison.margin", p -> p.assertThat().isInstanceOf(String.class))
        .hasPathSatisfying(
            "$.rungs[0].comparison.romiPercent", p -> p.assertThat().isEqualTo(41_900));
    assertThat(
            mvc.get()
                .uri(URI.create("/letters/results?from=" + day + "&to=" + day.minusDays(1)))
                .with(user("marketing")))
        .hasStatus(422);
  }

  private String asOf() {
    return "" + results.day();
  }

  private Document page(String path) throws Exception {
    return Jsoup.parse(text(path));
  }

  private String text(String path) throws Exception {
    var answer = mvc.get().uri(URI.create(path)).with(user("marketing")).exchange();
    assertThat(answer).as(path).hasStatusOk();
    return answer.getResponse().getContentAsString();
  }
}
