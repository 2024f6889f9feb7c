package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * LET-03: a large firm's picture of the ladder says of when it is and is counted anew on demand.
 */
@WebTest
class LadderCountsPageTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void people() {
    People.hire(staff);
  }

  @Test
  void aSmallFirmsNumbersAreThoseOfNow() throws Exception {
    var page = page("/letters");
    assertThat(page.select("#counting")).isEmpty();
    assertThat(page.select("a[href*=part=GETS]")).isNotEmpty();
    for (var link : page.select("a[href*=part=GETS]")) {
      assertThat(page(link.attr("href")).select("h1")).as(link.attr("href")).hasSize(1);
    }
  }

  @Test
  void countingGoesOnBehindThePageAndThenOffersItsNumbers() throws Exception {
    jdbc.sql("insert into report_kept (report, day, rows) values ('ladder', :day, '[]')")
        .param("day", clock.today().minusDays(1))
        .update();
    var page = page("/letters");
    assertThat(page.select("main").text())
        .contains("Numbers as of", "The ladder or its offers have changed since");
    assertThat(page.select("#counting button").text()).isEqualTo("Count anew");
    assertThat(page.select("#counting").attr("hx-trigger")).isEqualTo("none");
    assertThat(
            mvc.post()
                .uri("/letters/counts")
                .with(user("marketing"))
                .with(csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl())
        .isEqualTo("/letters");
    await().until(() -> !page("/letters/counts").select("a[href=/letters]").isEmpty());
    assertThat(page("/letters/counts").select("button")).isEmpty();
    assertThat(page("/letters").select("#counting")).as("a small firm after all").isEmpty();
  }

  private Document page(String address) throws Exception {
    var answer = mvc.get().uri(address).with(user("marketing")).exchange();
    assertThat(answer).hasStatusOk();
    return Jsoup.parse(answer.getResponse().getContentAsString());
  }
}
