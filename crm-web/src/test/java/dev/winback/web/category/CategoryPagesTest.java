package dev.winback.web.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The pages of categories: each number is the length of its list, months of the VIP list, settings
 * with a preview, a customer moved and back (DEC-01 to DEC-08, DEC-11, MEA-12).
 */
@WebTest
class CategoryPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aFirm() {
    stories.manager();
    stories.marketing();
    var ann = stories.rep("ann");
    for (int i = 1; i <= 40; i++) {
      stories
          .aCustomer("K-" + i)
          .ownedBy(i % 4 == 0 ? ann : stories.rep("bob"))
          .buyingEvery(i % 2 == 0 ? 30 : 70)
          .times(1 + i % 14)
          .amount("" + (1 + i * i % 300))
          .silentFor(i * 5)
          .save();
    }
  }

  private Document page(String address, String login) throws UnsupportedEncodingException {
    var answer = mvc.get().uri(address).with(user(login)).exchange();
    assertThat(answer).as(address).hasStatusOk();
    return Jsoup.parse(text(answer));
  }

  private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
    return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  /** rules.md, "People": the turnover of the firm is no business of a rep. */
  @Test
  void aRepIsNotToldWhatTheFirmTurnsOver() throws UnsupportedEncodingException {
    nightly.run(clock.today());
    assertThat(page("/categories", "manager").text()).contains(" in all.");
    assertThat(page("/categories", "ann").text())
        .doesNotContain(" in all.")
        .contains("those of the whole firm");
  }

  private long listed(String address, String login) {
    return Long.parseLong(
        com.jayway.jsonpath.JsonPath.read(
                body("/api/v1" + address + (address.contains("?") ? "&" : "?") + "limit=1", login),
                "$.count")
            .toString());
  }

  private String body(String address, String login) {
    try {
      return text(mvc.get().uri(address).with(user(login)).exchange());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void beforeTheFirstNightThePageSaysWhatToDo() throws Exception {
    assertThat(page("/categories", "manager").select(".empty a").attr("href"))
        .isEqualTo("/settings/imports");
    assertThat(page("/categories/vip", "manager").select(".empty")).hasSize(1);
    assertThat(page("/customers/K-1", "manager").select("h2").eachText()).contains("Category");
  }

  @Test
  void eachNumberIsTheLengthOfTheListBehindIt() throws Exception {
    nightly.run(clock.today());
    for (var login : new String[] {"manager", "ann", "marketing"}) {
      var links = page("/categories", login).select("main a[href^=/customers?]");
      assertThat(links).hasSizeGreaterThan(20);
      long sum = 0;
      for (var link : links) {
        var number = link.hasClass("figure") ? link.select(".value").text() : link.text();
        long shown = Long.parseLong(number.replace(",", ""));
        assertThat(listed(link.attr("href"), login))
            .as("%s as %s", link.attr("href"), login)
            .isEqualTo(shown);
        sum += shown;
      }
      assertThat(sum).as("something is counted").isPositive();
      for (var link : page("/categories", login).select("main a.gone")) {
        long lost = Long.parseLong(link.text().split(" ")[0]);
        assertThat(page(link.attr("href"), login).select("main table tbody tr"))
            .as("%s as %s", link.attr("href"), login)
            .hasSize((int) lost);
      }
    }
  }

  /** Decision 760: who is only late is lost nowhere, and has an open lapse. */
  @Test
  void thePageCallsOpenWhatIsOpenAndNamesTheWholeRuleOfItsGroups() throws Exception {
    nightly.run(clock.today());
    var page = page("/categories", "manager");
    assertThat(page.select("main a.gone").eachText())
        .isNotEmpty()
        .allMatch(cell -> cell.matches("[0-9,]+ open lapses? \\([0-9]+.%\\)"));
    assertThat(page.select("#matrix-title").text()).doesNotContain("are lost");
    assertThat(page.select("th").eachText()).contains("Open lapses").doesNotContain("Lost");
    assertThat(page.text()).contains("and whoever has a criterion against them");
  }

  @Test
  void aLostCustomersPageSaysUpToWhichMonthHeIsJudged() throws Exception {
    nightly.run(clock.today());
    assertThat(page("/customers/K-40", "manager").text())
        .contains("Judged by the twelve months up to the last order, Nov 2025.");
    assertThat(page("/customers/K-1", "manager").text()).doesNotContain("Judged by");
    assertThat(page("/categories", "manager").text())
        .contains("Who is lost is judged by the twelve months up to the last order");
  }

  @Test
  void twoCriteriaStandSideBySideWithTheListsInWhichTheyDiffer() throws Exception {
    nightly.run(clock.today());
    var page = page("/categories?one=amount&other=purchases", "manager");
    var alone = page.select("#criteria a[href=/customers?aBy=amount&notABy=purchases]").text();
    assertThat(Long.parseLong(alone)).as("the lists differ").isPositive();
    assertThat(page.select("#criteria thead th").eachText())
        .containsExactly("Two criteria side by side", "Amount paid", "Number of payments");
    assertThat(page.select("#criteria td").eachText()).anyMatch(cell -> cell.endsWith("%"));
    var list = "/customers?aBy=amount&notABy=purchases";
    assertThat(page(list, "manager").select("#a-by").text())
        .startsWith("A by: Amount paid and not by: Number of payments");
    assertThat(page(list, "manager").select("main table tbody tr"))
        .hasSize(Integer.parseInt(alone));
    assertThat(body("/customers.csv?aBy=amount&notABy=purchases", "manager").lines())
        .hasSize(1 + Integer.parseInt(alone));
    assertThat(page("/categories", "ann").select("#criteria")).as("of the whole firm").isEmpty();
    assertThat(mvc.get().uri("/categories?one=beauty").with(user("manager"))).hasStatus(422);
    assertThat(mvc.get().uri("/customers?aBy=beauty").with(user("manager"))).hasStatus(422);
  }

  @Test
  void whatACustomerBringsStandsByLetterWithTheWeightedMeanAndHowItIsCounted() throws Exception {
    jdbc.sql("update customer set kind = 'wholesale' where ref = 'K-28'").update();
    nightly.run(clock.today());
    var page = page("/categories", "manager");
    var mean =
        jdbc.sql("select round(sum(revenue) / count(*)) from customer_value")
            .query(Long.class)
            .single();
    var rows = page.select("#lifetimes tbody tr").eachText();
    assertThat(rows)
        .anyMatch(row -> row.startsWith("All, weighted by customers 40 €" + "%,d".formatted(mean)))
        .anyMatch(row -> row.startsWith("wholesale 1 "))
        .anyMatch(row -> row.startsWith("No kind told 39 "));
    assertThat(page.select("#life-title").text()).contains("%,d".formatted(mean));
    assertThat(page.select("details").text()).contains("/ 40 = €" + "%,d".formatted(mean));
    assertThat(page("/categories", "ann").select("#lifetimes tr").eachText())
        .as("a rep's own customers")
        .anyMatch(
            row ->
                row.startsWith("All, weighted by customers " + listed("/customers", "ann") + " "));
    assertThat(listed("/customers", "ann")).isLessThan(40);
  }

  @Test
  void theVipTableTellsTheMonthsAndWhoCameAndWent() throws Exception {
    nightly.run(clock.today());
    var table = page("/categories/vip", "manager");
    assertThat(table.select("h1").text()).contains("May 2026");
    var vips = table.select("table[data-rows] tbody tr").size();
    assertThat(table.select(".figure .value").eachText()).contains("" + vips);
    var moves = table.select("#months a[href*=kind=]");
    assertThat(moves).isNotEmpty();
    for (var link : moves) {
      assertThat(page(link.attr("href"), "manager").select("main table tbody tr"))
          .as(link.attr("href"))
          .hasSize(Math.min(50, Integer.parseInt(link.text())));
    }
    assertThat(mvc.get().uri("/categories/vip?month=2026-13").with(user("manager"))).hasStatus(422);
    assertThat(mvc.get().uri("/categories/vip?month=2020-01").with(user("manager"))).hasStatus(404);
  }

  @Test
  void filesSayWhatThePagesSay() {
    nightly.run(clock.today());
    assertThat(body("/categories.csv", "manager").lines()).hasSize(1 + 12);
    var vips =
        jdbc.sql("select vips from vip_month where month = '2026-05-01'")
            .query(Integer.class)
            .single();
    assertThat(body("/categories/vip.csv?month=2026-05", "manager").lines()).hasSize(1 + vips);
    assertThat(body("/customers.csv?abc=A", "manager").lines())
        .hasSize(1 + (int) listed("/customers?abc=A", "manager"));
  }

  @Test
  void theTwoTablesBelowTheMatrixHaveFilesOfTheirOwn() throws Exception {
    jdbc.sql("update customer set kind = 'wholesale' where ref = 'K-28'").update();
    nightly.run(clock.today());
    var page = page("/categories?one=profit&other=units", "manager");
    var criteria = page.select("#criteria a[href*=csv]").attr("href");
    assertThat(criteria).isEqualTo("/categories/criteria.csv?one=profit&other=units");
    assertThat(body(criteria, "manager").lines().map(row -> row.split(",")[0]))
        .containsExactly("\uFEFFcriterion", "Profit", "Units");
    var both = page.select("#criteria tbody tr:eq(3) td").first().text();
    assertThat(body(criteria, "manager").lines().skip(1))
        .allMatch(r -> r.contains("," + both + ","));
    var lifetimes = page.select("a[href^=/categories/lifetimes.csv]").attr("href");
    assertThat(body(lifetimes, "manager").lines())
        .hasSize(1 + page.select("#lifetimes tbody th[scope=row]").size())
        .anyMatch(row -> row.startsWith("kind,wholesale,1,"))
        .anyMatch(row -> row.startsWith("mean,,40,"));
    assertThat(get("/categories/criteria.xlsx", "manager")).hasStatusOk();
    assertThat(get("/categories/lifetimes.xlsx", "ann")).hasStatusOk();
    assertThat(get("/categories/criteria.csv", "ann")).as("of the whole firm").hasStatus(403);
    assertThat(get("/categories/criteria.csv?one=beauty", "manager")).hasStatus(422);
  }

  private MvcTestResult get(String path, String login) {
    return mvc.get().uri(path).with(user(login)).exchange();
  }

  @Test
  void settingsAreTriedSavedAndRefused() throws Exception {
    nightly.run(clock.today());
    var tried = page("/categories/settings?preview=1&a=50&months=3", "manager");
    assertThat(tried.select("h2").eachText()).contains("What this would change");
    assertThat(jdbc.sql("select count(*) from category_setting").query(Long.class).single())
        .isEqualTo(1);
    var wrong = mvc.post().uri("/categories/settings").with(user("manager")).with(csrf());
    assertThat(wrong.param("a", "99").param("b", "95")).hasStatus(422);
    assertThat(
            mvc.post()
                .uri("/categories/settings")
                .with(user("manager"))
                .with(csrf())
                .param("a", "50"))
        .hasStatus3xxRedirection();
    assertThat(page("/categories", "manager").select(".banner").text()).contains("next night");
    nightly.run(clock.today().plusDays(1));
    assertThat(page("/categories", "manager").select("details").text()).contains("50");
    jdbc.sql("delete from category_limit").update();
    jdbc.sql("delete from vip_month").update();
    jdbc.sql("delete from category_setting where id > 1").update();
  }

  @Test
  void aCustomerIsMovedToAnotherGroupAndBack() throws Exception {
    nightly.run(clock.today());
    var before = group();
    int other = before == 4 ? 1 : 4;
    var moved =
        mvc.post()
            .uri("/customers/K-4/group")
            .with(user("manager"))
            .with(csrf())
            .param("group", "" + other)
            .param("reason", "will never pay")
            .exchange();
    assertThat(moved).hasStatus3xxRedirection();
    assertThat(group()).isEqualTo(other);
    assertThat(page("/customers/K-4", "manager").text()).contains("will never pay");
    var undo = String.valueOf(moved.getMvcResult().getFlashMap().get("undo"));
    assertThat(mvc.post().uri(undo).with(user("manager")).with(csrf())).hasStatus3xxRedirection();
    assertThat(group()).isEqualTo(before);
    assertThat(mvc.post().uri(undo).with(user("ann")).with(csrf())).hasStatus(403);
  }

  private int group() {
    return com.jayway.jsonpath.JsonPath.read(
        body("/api/v1/customers/K-4", "manager"), "$.category.group");
  }

  @Test
  void aProgramReadsAndMovesTheCategory() {
    nightly.run(clock.today());
    var customer = mvc.get().uri("/api/v1/customers/K-4").with(user("manager"));
    assertThat(customer)
        .bodyJson()
        .extractingPath("$.category")
        .asMap()
        .containsKeys("abc", "xyz", "vip", "group");
    assertThat(
            mvc.put()
                .uri("/api/v1/customers/K-4/group")
                .with(user("manager"))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"group\": 2, \"reason\": \"we want him\"}"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.group")
        .isEqualTo(2);
    assertThat(mvc.get().uri("/api/v1/reports/categories").with(user("manager")))
        .bodyJson()
        .extractingPath("$.cells.length()")
        .isEqualTo(12);
  }

  @Test
  void chipsStandOnListsAndPages() throws Exception {
    nightly.run(clock.today());
    var vip =
        jdbc.sql(
                "select c.ref from customer_category k join customer c on c.id = k.customer_id"
                    + " where k.vip order by 1 limit 1")
            .query(String.class)
            .single();
    assertThat(page("/customers/" + vip, "manager").select(".head .chip").eachText())
        .anyMatch(chip -> chip.matches("[ABCD]·[XYZ]"))
        .anyMatch(chip -> chip.contains("VIP"));
    assertThat(page("/customers?vip=true", "manager").select("td .chip.purple")).isNotEmpty();
    assertThat(page("/lost", "manager").select("td .chip").eachText())
        .anyMatch(chip -> chip.matches("[ABCD]·[XYZ]"));
  }
}
