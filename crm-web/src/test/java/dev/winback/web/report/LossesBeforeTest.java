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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** look.md: the period before, as an address and by a key; each month leads to its names. */
@WebTest
class LossesBeforeTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;

  @Test
  void theYearBeforeStandsBesideTheMonthsWhenItIsAskedFor() throws Exception {
    People.hire(staff);
    stories.aCustomer("A").buyingEvery(80).times(9).silentFor(10).save();
    stories.aCustomer("NOW").buyingEvery(80).times(3).silentFor(190).save();
    stories.aCustomer("THEN").buyingEvery(80).times(3).silentFor(190 + 365).save();
    nightly.run(MovableClock.START);
    var plain = page("/reports/losses?to=2026-05");
    assertThat(plain.select("#losses-months thead th").eachText())
        .doesNotContain("Lost in the same month a year earlier");
    var link = plain.select("a[data-compare][aria-keyshortcuts=x]").attr("href");
    assertThat(link).isEqualTo("/reports/losses?to=2026-05&compare=prev");
    var compared = page(link);
    assertThat(compared.select("#losses-months thead th").eachText())
        .contains("Lost in the same month a year earlier");
    assertThat(compared.select("canvas").attr("data-columns")).isEqualTo("3 2 4 5");
    assertThat(compared.select("a[data-compare]").attr("href")).endsWith("&compare=none");
    leadsToWhoWasLostThen(compared);
  }

  private void leadsToWhoWasLostThen(Document compared) throws Exception {
    var then =
        compared.select("#losses-months tbody tr").stream()
            .map(row -> row.child(5))
            .filter(cell -> !cell.attr("data-value").equals("0"))
            .toList();
    assertThat(then).hasSize(1);
    Element cell = then.get(0);
    assertThat(cell.attr("data-value")).isEqualTo("1");
    var address = cell.select("a").attr("href");
    assertThat(address).matches("/reports/moves\\?kind=loss&from=2025-\\d\\d-01&until=2025-.*");
    assertThat(page(address).select("main tbody tr").eachText())
        .singleElement()
        .asString()
        .contains("Customer 3");
  }

  private Document page(String address) throws Exception {
    var answer = mvc.get().uri(URI.create(address)).with(user("manager")).exchange();
    assertThat(answer).as(address).hasStatusOk();
    return Jsoup.parse(answer.getResponse().getContentAsString());
  }
}
