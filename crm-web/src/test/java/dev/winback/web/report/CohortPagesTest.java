package dev.winback.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.net.URI;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * MEA-11, MEA-15 and the cohorts as pages, files and answers: each number opens so many customers.
 */
@WebTest
class CohortPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  /** Two begin in January, one of them stays a regular; one begins in May. */
  @BeforeEach
  void threeCustomers() {
    People.hire(staff);
    buys("A", "2026-01-05", "2026-01-15", "2026-02-05", "2026-03-05", "2026-04-05", "2026-05-05");
    buys("B", "2026-01-06", "2026-03-06");
    buys("C", "2026-05-20");
    nightly.run(clock.today());
  }

  private void buys(String ref, String... days) {
    var customer = stories.aCustomer(ref).neverBought().save();
    for (var day : days) {
      stories.purchase(customer, LocalDate.parse(day), "50");
    }
  }

  @Test
  void eachCellOpensItsCustomers() throws Exception {
    var page = page("/reports/cohorts?from=2026-01");
    assertThat(page.select("#cohort-title").text()).contains("1 of 2 new customers", "50 %");
    var january = page.select("#cohorts tbody tr").get(0);
    assertThat(january.select("td").eachText().subList(0, 6))
        .containsExactly("2", "50 %", "100 %", "50 %", "50 %", "0 %+");
    for (var link : page.select("#cohorts tbody a")) {
      var told = link.attr("aria-label").isEmpty() ? link.text() : link.attr("aria-label");
      assertThat(page(link.attr("href")).select("main tbody tr"))
          .hasSize(Integer.parseInt(told.split(" ")[0]));
    }
  }

  @Test
  void aLongerTimeIsToldByQuarters() throws Exception {
    var page = page("/reports/cohorts?from=2024-01");
    var first = page.select("#cohorts tbody tr").get(8);
    assertThat(first.text()).startsWith("Q1 2026 2 50 %+");
    assertThat(page(first.select("a").get(1).attr("href")).select("h1").text())
        .isEqualTo("Who bought first in Q1 2026 and again in Q2 2026");
  }

  @Test
  void eachMonthOfOrdersOpensItsCustomers() throws Exception {
    var page = page("/reports/orders?from=2026-01");
    assertThat(page.select("#orders-title").text()).contains("May 2026", "€50.00");
    assertThat(page.select("#orders tbody tr").get(4).select("td").get(2).text()).isEqualTo("1");
    for (var link : page.select("#orders a")) {
      assertThat(page(link.attr("href")).select("main tbody tr"))
          .hasSize(Integer.parseInt(link.text()));
    }
  }

  @Test
  void ordersOfTheRunningMonthAreNotCalledNone() throws Exception {
    buys("D", "2026-06-01");
    nightly.run(clock.today().plusDays(1));
    clock.setDay(clock.today().plusDays(1));
    var page = page("/reports/orders?from=2026-06");
    assertThat(page.select("#orders-title").text()).contains("over yet");
    assertThat(page.select("#orders tbody tr")).hasSize(1);
    assertThat(page("/reports/orders?from=2025-01&to=2025-02").select(".empty")).hasSize(1);
  }

  @Test
  void whoPaysLateHasHisAdvice() throws Exception {
    jdbc.sql(
            """
            insert into payment (customer_id, source, external_id, paid_at, amount, currency, due_on)
            select id, 'story', 'y' || id, timestamptz '2026-05-20 12:00Z', 50, 'EUR', date '2026-05-01' from customer where ref = 'B'
            """)
        .update();
    nightly.run(clock.today());
    var row = page("/reports/payments").select("main tbody tr");
    assertThat(row).hasSize(1);
    assertThat(row.text()).contains("1 of 1", "19 days", "Prepay", "credit from 20 Nov 2026");
    assertThat(row.select("a").eachText()).endsWith("1", "1");
    for (var link : row.select("td:nth-child(5) a")) {
      var invoices = page(link.attr("href"));
      assertThat(invoices.select("main tbody tr").text()).contains("€50.00", "19 days");
      assertThat(invoices.select("main").text()).contains("one invoice");
    }
    assertThat(page("/customers/B/invoices?show=open").select(".empty")).hasSize(1);
    assertThat(lines("/customers/B/invoices.csv")).isEqualTo(2);
    assertThat(get("/customers/B/invoices.xlsx")).hasStatusOk();
    assertThat(get("/customers/B/invoices?show=old")).hasStatus(422);
    assertThat(page("/reports/payments?show=credit").select(".empty")).hasSize(1);
    assertThat(lines("/reports/payments.csv")).isEqualTo(2);
    for (var wrong : java.util.List.of("0", "201")) {
      assertThat(get("/api/v1/reports/payments?limit=" + wrong)).hasStatus(422);
    }
    assertThat(get("/api/v1/reports/payments"))
        .bodyJson()
        .hasPathSatisfying("$.asOf", path -> path.assertThat().isEqualTo("" + clock.today()))
        .hasPathSatisfying("$.currency", path -> path.assertThat().isEqualTo("EUR"))
        .hasPathSatisfying("$.items[0].longest", path -> path.assertThat().isEqualTo(19))
        .hasPathSatisfying("$.items[0].credit", path -> path.assertThat().isEqualTo(false));
  }

  @Test
  void filesAndAnswersSayTheSame() throws Exception {
    assertThat(get("/reports/cohorts.csv?from=2026-01")).bodyText().contains(",2,2,2,1");
    assertThat(lines("/reports/cohorts.csv?from=2026-01")).isEqualTo(1 + 5 + 4 + 3 + 2 + 1);
    assertThat(lines("/reports/cohorts/names.csv?cohort=2026-01&since=2")).isEqualTo(3);
    assertThat(lines("/reports/orders.csv?from=2026-01")).isEqualTo(7);
    assertThat(lines("/reports/orders/names.csv?month=2026-05&who=others")).isEqualTo(2);
    assertThat(get("/api/v1/reports/cohorts?from=2026-01"))
        .bodyJson()
        .hasPathSatisfying("$.asOf", path -> path.assertThat().isEqualTo("" + clock.today()))
        .hasPathSatisfying("$.unit", path -> path.assertThat().isEqualTo("month"))
        .hasPathSatisfying("$.items[0].later[1].customers", path -> path.assertThat().isEqualTo(2));
    assertThat(get("/api/v1/reports/orders?from=2026-05"))
        .bodyJson()
        .hasPathSatisfying("$.asOf", path -> path.assertThat().isEqualTo("" + clock.today()))
        .hasPathSatisfying(
            "$.items[0].regulars.average", path -> path.assertThat().isEqualTo("50.00"))
        .hasPathSatisfying("$.items[1].regulars.average", path -> path.assertThat().isNull());
  }

  private long lines(String path) throws Exception {
    return get(path).getResponse().getContentAsString().lines().count();
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
