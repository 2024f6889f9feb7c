package dev.winback.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** T60, T62: a person is told everything in one click, and the firm says how long it keeps what. */
@WebTest
class PrivacyPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aLostCustomer() {
    stories.admin();
    stories.manager();
    stories.aCustomer("K-7").named("Zenobia").ownedBy(stories.rep("rita")).silentFor(121).save();
    nightly.run(MovableClock.START);
  }

  private Document page(String address, String login) throws IOException {
    var answer = mvc.get().uri(address).with(user(login)).exchange();
    assertThat(answer).as(address).hasStatusOk();
    return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  @Test
  void aPersonIsToldEverythingInWords() throws IOException {
    assertThat(page("/customers/K-7", "manager").select("a[href=/customers/K-7/data]")).hasSize(1);
    var page = page("/customers/K-7/data", "manager");
    assertThat(page.select("#part-customer ~ dl").text()).contains("Zenobia");
    assertThat(page.select("#part-purchase ~ *")).isNotEmpty();
    assertThat(page.select("#part-lapse ~ dl").text()).contains("LATE");
    assertThat(page.select("#part-signal ~ *").text()).contains("Figures");
    var words = page.select("section").text();
    assertThat(words).contains("Customer number K-7").doesNotContain("owner_id", "{}", "T00:00");
    assertThat(mvc.get().uri("/customers/K-7/data").with(user("rita"))).hasStatus(403);
  }

  /** Concise and intelligible (Art. 12 GDPR), and without what the firm earns by him. */
  @Test
  void severalRowsAreATableOfWhatDiffersWithoutTheFirmsMargin() throws IOException {
    var customer = stories.aCustomer("K-8").buyingEvery(30).times(3).silentFor(10).save();
    jdbc.sql("update purchase set margin = 12.34, items = 'Tea' where customer_id = :c")
        .param("c", customer.value())
        .update();
    jdbc.sql(
            """
            insert into fact_history (customer_id, fact, fact_id, was)
            select customer_id, 'purchase', id, to_jsonb(p) from purchase p where customer_id = :c limit 1
            """)
        .param("c", customer.value())
        .update();
    var purchases = page("/customers/K-8/data", "manager").select("section:has(#part-purchase)");
    assertThat(purchases.select("tbody tr")).hasSize(3);
    assertThat(purchases.select("th").first().text()).isEqualTo("Bought");
    assertThat(purchases.select("p").text()).contains("In all 3:", "Tea");
    assertThat(purchases.text()).doesNotContain("12.34", "Margin");
    assertThat(mvc.get().uri("/customers/K-8/data.json").with(user("manager")))
        .bodyText()
        .contains("purchased_at", "fact_history")
        .doesNotContain("12.34", "margin");
  }

  @Test
  void andAsAFile() {
    assertThat(mvc.get().uri("/customers/K-7/data.json").with(user("manager")))
        .hasStatusOk()
        .hasHeader("Content-Disposition", "attachment; filename=\"2026-06-01-customer.json\"")
        .bodyJson()
        .hasPathSatisfying("$.parts[0].table", table -> assertThat(table).isEqualTo("customer"))
        .hasPathSatisfying(
            "$.parts[0].rows[0].name", name -> assertThat(name).isEqualTo("Zenobia"));
  }

  /** Not every table has a row in this test, and each one has a heading. */
  @Test
  void everyTableThatIsToldHasAHeading() throws IOException {
    var map = Path.of("../crm-core/src/main/resources/dev/winback/privacy/tables.tsv");
    var texts = new Properties();
    try (var file =
        Files.newBufferedReader(Path.of("src/main/resources/messages/privacy.properties"))) {
      texts.load(file);
    }
    assertThat(Files.readAllLines(map).stream().filter(line -> !line.startsWith("#")))
        .map(line -> line.split("\t"))
        .filteredOn(cells -> !cells[1].equals("-"))
        .hasSizeGreaterThan(80)
        .allSatisfy(cells -> assertThat(texts).containsKey("privacy.table." + cells[0]));
  }

  @Test
  void daysAreSetWithinTheirLimits() throws IOException {
    assertThat(page("/settings/retention", "admin").select("#field-test-letters").val())
        .isEqualTo("90");
    assertThat(change("6")).hasStatus(422);
    assertThat(change("many")).hasStatus(422);
    assertThat(change("7")).hasStatus3xxRedirection();
    assertThat(page("/settings/retention", "admin").select("#field-test-letters").val())
        .isEqualTo("7");
  }

  private MvcTestResult change(String days) {
    return mvc.post()
        .uri("/settings/retention")
        .with(user("admin"))
        .with(csrf())
        .param("test-letters", days)
        .exchange();
  }
}
