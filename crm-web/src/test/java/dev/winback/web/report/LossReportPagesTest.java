package dev.winback.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.report.ReasonLine;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** UND-22, UND-23, OPS-07: what changed, why customers were lost, and what is repaired. */
@WebTest
class LossReportPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private long lapse;

  @BeforeEach
  void aLossByDelivery() {
    People.hire(staff);
    var customer = stories.aCustomer("K-1").silentFor(95).save();
    lapse =
        jdbc.sql(
                """
                insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
                values (:c, 1, 'LOST', :day, 'silent', :day - 95, 500, 'EUR') returning id
                """)
            .param("c", customer.value())
            .param("day", clock.today())
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            with told as (
              insert into finding (lapse_id, customer_id, told_at, said, stated, said_by)
              select id, customer_id, clock_timestamp(), array['stated'], 'delivery', 'customer' from lapse
            )
            update lapse set known_reason = 'delivery'
            """)
        .update();
  }

  @Test
  void aNumberOfTheReportOpensItsCustomers() throws Exception {
    var row = page("/reports/reasons").select("main tbody tr");
    assertThat(row.text()).contains("Delivery", "100");
    assertThat(page(row.select("a").attr("href")).select("main tbody tr")).hasSize(1);
    for (var by : new String[] {"member", "month"}) {
      var link = page("/reports/reasons?by=" + by).select("main tbody a").attr("href");
      assertThat(page(link).select("main tbody tr")).as(by).hasSize(1);
    }
    assertThat(get("/reports/reasons.csv?by=month")).bodyText().contains("Month");
    assertThat(get("/reports/reasons?by=weather")).hasStatus(422);
  }

  /** look.md, "Reasons": the longest bar first, 80 % of what is known, the unknown apart. */
  @Test
  void theTableOfReasonsIsAPareto() {
    var lines = Stream.of(line("900", null), line("60", "60"), line("25", "85"), line("15", "100"));
    assertThat(Pareto.of(lines.toList())).isEqualTo(new Pareto(List.of(100, 100, 42, 25), 2, 2, 3));
    assertThat(Pareto.of(List.of(line("9", null))).rule()).isNegative();
    assertThat(Pareto.of(List.of())).isEqualTo(new Pareto(List.of(), -1, 0, 0));
  }

  private static ReasonLine line(String money, @Nullable String share) {
    var part = share == null ? null : new BigDecimal(share);
    return new ReasonLine("x", null, 1, new BigDecimal(money), 0, part);
  }

  /** A page that ends somewhere says so, and the file does not end there. */
  @Test
  void moreLinesThanAPageShowsAreSaidAndStandInTheFile() throws Exception {
    jdbc.sql(
            "update purchase set items = (select string_agg('2 × Tea ' || n, ', ') from generate_series(1, 501) n)")
        .update();
    var page = page("/reports/reasons?by=product");
    assertThat(page.select("main tbody tr")).hasSize(500);
    assertThat(page.select("#cut").text()).contains("500", "501");
    assertThat(get("/reports/reasons.csv?by=product").getResponse().getContentAsString().lines())
        .hasSize(502);
    assertThat(page("/reports/reasons").select("#cut")).isEmpty();
  }

  /** UND-23, days.md: reasons by product and by who lost them, each number still its customers. */
  @Test
  void aReasonIsToldApartByProductAndByMember() throws Exception {
    jdbc.sql("update purchase set items = '2 × Tea'").update();
    var row = page("/reports/reasons").select("main tbody tr").first();
    var across = row.select("td:last-child a");
    assertThat(across.eachText()).containsExactly("Product", "Who lost them", "Month");
    var byProduct = page(across.first().attr("href"));
    assertThat(byProduct.select("#only").text()).contains("Delivery");
    assertThat(byProduct.select("main tbody tr").text()).contains("Tea", "100");
    assertThat(page(byProduct.select("td.num a").attr("href")).select("main tbody tr")).hasSize(1);
    assertThat(page("/reports/reasons?by=product&reason=price").select(".empty")).hasSize(1);
    assertThat(page("/reports/reasons?by=member&reason=delivery&goods=Tea").select("main tbody tr"))
        .hasSize(1);
    assertThat(get("/reports/reasons.csv?by=product&reason=price"))
        .bodyText()
        .doesNotContain("Tea");
    assertThat(get("/reports/reasons.csv?by=product&reason=delivery")).bodyText().contains("Tea");
    assertThat(get("/api/v1/reports/reasons?by=product&reason=delivery"))
        .bodyJson()
        .extractingPath("$.items[0].key")
        .isEqualTo("Tea");
  }

  /** api.md: the same lines for scripts, by whatever the page can be asked for. */
  @Test
  void theReportIsToldToScriptsToo() {
    assertThat(get("/api/v1/reports/reasons"))
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"asOf":null,"items":[{"key":"delivery","name":null,"losses":1,"money":"500.00","currency":"EUR",
              "share":"100.0","guessed":0}]}
            """);
    assertThat(get("/api/v1/reports/reasons?by=month&to=2001-01-31"))
        .bodyJson()
        .extractingPath("$.items")
        .asArray()
        .isEmpty();
    assertThat(get("/api/v1/reports/reasons?by=weather")).hasStatus(422);
  }

  @Test
  void anEventMarksTheTimeLineAndTheLossUntilItIsTakenAway() throws Exception {
    var day = clock.today().minusDays(94);
    assertThat(post("/reports/events", "day", "" + day, "kind", "strike", "title", "No lorries"))
        .hasRedirectedUrl("/reports/events");
    var row = page("/reports/events").select("main tbody tr");
    assertThat(row.select("td.num a").text()).isEqualTo("1");
    assertThat(page(row.select("td.num a").attr("href")).select("main tbody tr")).hasSize(1);
    assertThat(page("/lapses/" + lapse).select("#dossier").text()).contains("No lorries");
    assertThat(page("/customers/K-1").select(".timeline").text()).contains("No lorries");
    assertThat(get("/reports/events.csv")).bodyText().contains("No lorries");
    post(row.select("form").attr("action"));
    assertThat(page("/customers/K-1").select(".timeline").text()).doesNotContain("No lorries");
  }

  /** UND-27: four questions before a change is taken back; an answer stays in the record. */
  @Test
  void theFourQuestionsOfAChangeAreAnsweredAndTakenBack() throws Exception {
    post("/reports/events", "day", "" + clock.today(), "kind", "rules", "title", "New terms");
    var event =
        "/reports/events/" + jdbc.sql("select id from business_event").query(Long.class).single();
    assertThat(page("/reports/events").select("main details")).as("no mass loss").isEmpty();
    post(event + "/answers", "effect", "Few of ours", "competitors", "Brown & Sons");
    post(event + "/answers", "effect", "None of ours", "competitors", "Brown & Sons");
    var said = page("/reports/events").select("main details");
    assertThat(said.select("summary").text()).contains("Mona Manager");
    assertThat(said.select("textarea").eachText()).contains("None of ours", "Brown & Sons");
    assertThat(get("/reports/events.csv")).bodyText().contains("None of ours");
    post(event + "/answers/undo");
    assertThat(page("/reports/events").select("main textarea").eachText()).contains("Few of ours");
    post(event + "/answers/undo");
    assertThat(post(event + "/answers/undo")).hasStatus(409);
    assertThat(post(event + "/answers", "effect", " ")).hasStatus(422);
    assertThat(post(event + "/answers", "effect", "x".repeat(2_001))).hasStatus(422);
    assertThat(post("/reports/events/99/answers", "effect", "x")).hasStatus(404);
  }

  @Test
  void aRefusedEventLeadsToItsField() {
    assertThat(post("/reports/events", "day", "soon", "kind", "strike", "title", "x"))
        .hasStatus(422)
        .bodyText()
        .contains("#field-day");
  }

  @Test
  void whatIsRepairedIsSaidWithTheCustomersWhoLeftForIt() throws Exception {
    var day = "" + clock.today();
    post("/settings/reasons/delivery/repair", "since", day, "repaired", "");
    assertThat(page("/lost?reason=delivery").select(".banner.warning").text()).contains("wait");
    assertThat(page("/lapses/" + lapse).select("#why .banner").text()).contains("letters wait");
    post("/settings/reasons/delivery/repair", "since", day, "repaired", day);
    var lost = page("/lost?reason=delivery");
    assertThat(lost.select(".banner.success").text()).contains("write to them");
    assertThat(lost.select("main tbody tr")).hasSize(1);
    assertThat(page("/lost?reason=price").select("main tbody tr")).isEmpty();
    assertThat(post("/settings/reasons/delivery/repair", "since", "2999-01-01")).hasStatus(422);
  }

  private Document page(String path) throws Exception {
    var result = get(path);
    assertThat(result).as(path).hasStatusOk();
    return Jsoup.parse(result.getResponse().getContentAsString());
  }

  private MvcTestResult get(String path) {
    return mvc.get().uri(java.net.URI.create(path)).with(user("manager")).exchange();
  }

  private MvcTestResult post(String path, String... pairs) {
    var request = mvc.post().uri(path).with(user("manager")).with(csrf());
    for (int i = 0; i < pairs.length; i += 2) {
      request.param(pairs[i], pairs[i + 1]);
    }
    return request.exchange();
  }
}
