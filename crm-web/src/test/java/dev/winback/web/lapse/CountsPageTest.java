package dev.winback.web.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
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
    assertThat(count("/lost?stage=lost")).isEqualTo("2 customers");
    assertThat(count("/lost?stage=all")).isEqualTo("2 lapses");
    assertThat(count("/lost?stage=ever")).isEqualTo("2 lapses");
    assertThat(count("/lost?stage=won")).isEqualTo("No lapses");
    assertThat(count("/lost?stage=all&counted=near")).isEqualTo("2 lapses");
    assertThat(count("/lost?counted=exact")).isEqualTo("2 customers");
  }

  @Test
  void beyondTenThousandItSaysSoAndCountsThemExactlyForWhoAsks() throws Exception {
    jdbc.sql(
            "insert into customer (ref, name) select 'C-' || n, 'Name' from generate_series(1, 10300) n")
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
