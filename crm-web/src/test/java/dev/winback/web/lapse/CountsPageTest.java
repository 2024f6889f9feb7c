package dev.winback.web.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a list says of its length is true (look.md, rule 7). */
@WebTest
class CountsPageTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aManager() {
    stories.manager();
  }

  @Test
  void whatIsNotOpenIsCountedInLapsesBecauseACustomerMayHaveSeveral() throws Exception {
    stories.aCustomer("K-1").buyingEvery(20).times(4).silentFor(120).save();
    stories.aCustomer("K-2").buyingEvery(20).times(4).silentFor(130).save();
    nightly.run(MovableClock.START);
    assertThat(count("/lost")).isEqualTo("2 customers");
    assertThat(count("/lost?stage=lost")).startsWith("2 customers · €");
    assertThat(count("/lost?stage=all")).isEqualTo("2 lapses");
    assertThat(count("/lost?stage=ever")).isEqualTo("2 lapses");
    assertThat(count("/lost?stage=won")).isEqualTo("No lapses");
    assertThat(count("/lost?stage=all&counted=near")).isEqualTo("2 lapses");
    assertThat(count("/lost?counted=exact")).isEqualTo("2 customers");
  }

  /** Beside the count stands the money of the filter, and without one what all of them cost. */
  @Test
  void theMoneyIsThatOfTheFilter() throws Exception {
    stories.aCustomer("K-1").buyingEvery(20).times(4).amount("10").silentFor(120).save();
    stories.aCustomer("K-2").buyingEvery(20).times(4).amount("100").silentFor(130).save();
    stories.aCustomer("S-3").buyingEvery(20).times(4).amount("50").silentFor(130).save();
    jdbc.sql(
            "update purchase set currency = 'CHF' where customer_id = (select id from customer"
                + " where ref = 'S-3')")
        .update();
    nightly.run(MovableClock.START);
    assertThat(count("/lost?q=K-2")).isEqualTo("One customer · €" + whole("K-2") + " a year");
    assertThat(count("/lost?stage=lost"))
        .startsWith("3 customers · €" + whole("K-%") + " + CHF")
        .endsWith(whole("S-3") + " a year");
    assertThat(page("/lost?q=K-2").select("#cost")).isEmpty();
    assertThat(count("/lost?sort=days&stage=")).isEqualTo("3 customers");
    assertThat(page("/lost?sort=days&stage=").select("#cost").text()).contains(whole("K-%"));
    assertThat(page("/lost?cost=open").body().children()).hasSize(1);
  }

  private String whole(String refs) {
    var sum =
        jdbc.sql("select sum(value_year) from lost_row where ref like :refs")
            .param("refs", refs)
            .query(BigDecimal.class)
            .single();
    return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(sum);
  }

  @Test
  void beyondTenThousandItSaysSoAndCountsThemExactlyForWhoAsks() throws Exception {
    jdbc.sql(
            "insert into customer (ref, name) select 'C-' || n, 'Name' from generate_series(1,"
                + " 10300) n")
        .update();
    var list = page("/customers?q=Name");
    assertThat(list.select("#count").text()).startsWith("More than 10,000 customers");
    var exactly = list.select("#count button").attr("hx-get");
    assertThat(exactly).contains("counted=exact").contains("q=Name");
    var counted = page(exactly);
    assertThat(counted.body().children()).hasSize(1);
    assertThat(counted.select("#count").text()).isEqualTo("10,300 customers");
    assertThat(count("/customers?q=Name&owner=none")).contains("Count exactly");
    assertThat(count("/customers?q=Nobody")).isEqualTo("No customers");
  }

  private String count(String path) throws Exception {
    return page(path).select("#count").text();
  }

  private Document page(String path) throws Exception {
    var result = mvc.get().uri(path).with(user("manager")).exchange();
    assertThat(result).hasStatusOk();
    return Jsoup.parse(result.getResponse().getContentAsString());
  }
}
