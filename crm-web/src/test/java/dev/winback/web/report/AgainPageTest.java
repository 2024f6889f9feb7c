package dev.winback.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.customer.CustomerId;
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

/** RET-10: each number of who buys again opens its customers, as a page and as a file. */
@WebTest
class AgainPageTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void customersWithAndWithoutComplaints() {
    People.hire(staff);
    clock.setDay(MovableClock.START);
    for (int i = 0; i < 7; i++) {
      valued("calm" + i, i < 4 ? 3 : 1, clock.today().minusDays(20));
    }
    for (int i = 0; i < 6; i++) {
      boolean came = i % 2 == 0;
      var last = came ? clock.today().minusDays(10) : clock.today().minusDays(200);
      complained(valued("won" + i, 5, last), i < 5, clock.today().minusDays(100));
    }
  }

  private CustomerId valued(String ref, int visits, LocalDate last) {
    var customer = stories.aCustomer(ref).neverBought().save();
    jdbc.sql("delete from customer_value where customer_id = :c")
        .param("c", customer.value())
        .update();
    jdbc.sql(
            """
            insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase, revenue, currency, value_year)
            values (:c, :visits, :visits, :day - 500, :last, 100, 'EUR', 100)
            """)
        .param("c", customer.value())
        .param("visits", visits)
        .param("day", clock.today())
        .param("last", last)
        .update();
    return customer;
  }

  private void complained(CustomerId customer, boolean satisfied, LocalDate day) {
    jdbc.sql(
            """
            insert into complaint (customer_id, source, external_id, complained_at, text, resolved_at, satisfied)
            values (:c, 'story', 'k' || :c, cast(:day as date)::timestamptz, 'late', cast(:day as date)::timestamptz, :satisfied)
            """)
        .param("c", customer.value())
        .param("day", day)
        .param("satisfied", satisfied)
        .update();
  }

  @Test
  void eachNumberIsAsLongAsItsListAndItsFile() throws Exception {
    var page = page("/reports/returns");
    assertThat(page.select("#again tbody tr").eachText())
        .extracting(text -> text.replaceAll("[^0-9 ]", "").strip().split(" +")[0])
        .containsExactlyInAnyOrder("7", "1", "5", "6");
    for (var link : page.select("#again a")) {
      int many = Integer.parseInt(link.text());
      assertThat(page(link.attr("href")).select("main tbody tr"))
          .as(link.attr("href"))
          .hasSize(many);
      assertThat(text(link.attr("href").replace("again?", "again.csv?")).lines()).hasSize(many + 1);
    }
    assertThat(page("/reports/returns/again?who=won-over&again=true").select("main").text())
        .contains("3 customers: Complained, content with the reaction");
    assertThat(get("manager", "/reports/returns/again.xlsx")).hasStatusOk();
  }

  @Test
  void aWrongLineIsRefusedAndARepSeesNoOthersCustomers() {
    assertThat(get("manager", "/reports/returns/again?who=bogus")).hasStatus(422);
    assertThat(get("manager", "/reports/returns/again.csv?who=bogus")).hasStatus(422);
    assertThat(get("rep", "/reports/returns/again")).hasStatus(403);
  }

  private MvcTestResult get(String login, String address) {
    return mvc.get().uri(URI.create(address)).with(user(login)).exchange();
  }

  private String text(String address) throws Exception {
    return get("manager", address).getResponse().getContentAsString();
  }

  private Document page(String address) throws Exception {
    return Jsoup.parse(text(address));
  }
}
