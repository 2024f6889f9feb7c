package dev.winback.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.event.BusinessEvents;
import dev.winback.event.EventEntry;
import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** UND-22: business events stand as marks at the months of losses, in the file and for scripts. */
@WebTest
class EventMarksTest {

  /** How many dots are drawn above March and above February, and what the tooltip says of March. */
  private static final String DRAWN =
      """
      const canvas = document.querySelector('canvas[data-table=losses-months]');
      const chart = Chart.getChart(canvas), ratio = chart.currentDevicePixelRatio;
      const dots = index => {
        const x = chart.scales.x.getPixelForValue(index), top = chart.chartArea.top;
        const seen = canvas.getContext('2d').getImageData((x - 6) * ratio, (top - 14) * ratio, 12 * ratio, 10 * ratio).data;
        return seen.filter((value, at) => at % 4 === 3 && value > 100).length;
      };
      return [dots(9), dots(8), chart.options.plugins.tooltip.callbacks.footer([{ dataIndex: 9 }]).join('')];
      """;

  @LocalServerPort int port;
  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired BusinessEvents events;

  private long price;

  @BeforeEach
  void threeEvents() {
    People.hire(staff);
    stories.aCustomer("A").buyingEvery(80).times(9).silentFor(10).save();
    stories.aCustomer("D").buyingEvery(80).times(3).silentFor(150).save();
    nightly.run(clock.today());
    price = add("2026-03-01", "price-rise", "Price list 1 March");
    add("2026-03-20", "strike", "No lorries");
    add("2024-08-01", "move", "New yard");
    var manager = People.of(staff, "manager");
    events.remove(add("2026-04-01", "other", "An error"), manager);
  }

  private long add(String day, String kind, String title) {
    return events.add(new EventEntry(day, kind, title), People.of(staff, "manager"));
  }

  @Test
  void theMonthsOfLossesAreMarked() throws Exception {
    var page = page("/reports/losses");
    var marks = page.select("ul[data-marks=losses-months] a");
    assertThat(marks).hasSize(2);
    assertThat(marks.first().text()).startsWith("◆").endsWith("Price rise: Price list 1 March");
    assertThat(marks.attr("href")).isEqualTo("/lost?stage=ever&event=" + price);
    assertThat(get(marks.attr("href"), "manager")).hasStatusOk();
    assertThat(page.select("#losses-months th[data-month=" + marks.attr("data-month") + "]"))
        .as("the month of the chart")
        .hasSize(1);
    var row = page.select("#losses-months th[data-month=2026-03-01]").first().parent();
    assertThat(row.select("td:last-child a").eachAttr("title").toString())
        .contains("Price list 1 March", "Strike: No lorries");
    assertThat(page.text()).doesNotContain("An error", "New yard");
  }

  @Test
  void theChartOfTheStartPageIsMarkedForWhoMaySeeLosses() throws Exception {
    for (var path : new String[] {"/", "/reports"}) {
      assertThat(page(path).select("ul[data-marks=moves] a").eachText().toString())
          .contains("Price list 1 March", "No lorries");
      assertThat(get(path, "marketing")).hasStatusOk().bodyText().doesNotContain("No lorries");
    }
  }

  @Test
  void theFileNamesTheEventsOfEachMonth() {
    assertThat(get("/reports/losses.csv", "manager"))
        .bodyText()
        .contains("What changed", "2024-08-01, Move: New yard")
        .contains("2026-03-01, Price rise: Price list 1 March; 2026-03-20, Strike: No lorries")
        .doesNotContain("An error");
  }

  @Test
  void scriptsReadThemPageByPage() {
    var first = get("/api/v1/events?limit=2", "rep");
    assertThat(first)
        .bodyJson()
        .hasPathSatisfying("$.items.length()", path -> path.assertThat().isEqualTo(2))
        .hasPathSatisfying("$.items[0].title", path -> path.assertThat().isEqualTo("No lorries"))
        .hasPathSatisfying("$.items[1].id", path -> path.assertThat().isEqualTo((int) price))
        .hasPathSatisfying("$.items[1].day", path -> path.assertThat().isEqualTo("2026-03-01"))
        .hasPathSatisfying("$.items[1].kind", path -> path.assertThat().isEqualTo("price-rise"));
    assertThat(get("/api/v1/events?limit=2&after=" + next(first), "rep"))
        .bodyJson()
        .hasPathSatisfying("$.items[0].title", path -> path.assertThat().isEqualTo("New yard"))
        .hasPathSatisfying("$.next", path -> path.assertThat().isNull());
    assertThat(get("/api/v1/events?limit=0", "rep")).hasStatus(422);
    assertThat(get("/api/v1/events?after=x", "rep")).hasStatus(422);
    assertThat(get("/api/v1/events", "marketing")).hasStatus(403);
  }

  private static String next(MvcTestResult answer) {
    var body = new String(answer.getResponse().getContentAsByteArray());
    return body.replaceAll("(?s).*\"next\":\"([^\"]*)\".*", "$1");
  }

  /** March has two, February none; a telephone shows the words. */
  @Test
  void aDiamondStandsAboveTheMonthOfTheChart() {
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", People.PASSWORD).size(390, 844).go("/reports/losses");
      browser.until(
          d ->
              browser
                  .script("return !!Chart.getChart(document.querySelector('canvas[data-table]'))")
                  .equals(true));
      var drawn = browser.script(DRAWN).toString();
      assertThat(drawn).matches("\\[[1-9]\\d*, 0, .*Price list 1 March◆.*No lorries]");
      assertThat(browser.all("ul[data-marks] a"))
          .allSatisfy(a -> assertThat(a.getRect().x + a.getRect().width).isLessThan(390));
      browser.script("document.querySelector('ul[data-marks] a').focus()");
      assertThat(browser.script("return document.activeElement.textContent").toString())
          .contains("Price list 1 March");
      assertThat(browser.accessibilityFaults()).isEmpty();
      browser.screenshot("event-marks-390");
      browser.size(1440, 900).screenshot("event-marks-1440");
    }
  }

  private Document page(String path) throws Exception {
    var result = get(path, "manager");
    assertThat(result).as(path).hasStatusOk();
    return Jsoup.parse(result.getResponse().getContentAsString());
  }

  private MvcTestResult get(String path, String login) {
    return mvc.get().uri(URI.create(path)).with(user(login)).exchange();
  }
}
