package dev.winback.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.campaign.CampaignEntry;
import dev.winback.campaign.CampaignState;
import dev.winback.campaign.Campaigns;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * OPS-02, MEA-10: what a campaign brought against those kept back says the same as a page, a file,
 * an answer and plain SQL, and each number is as long as its list.
 */
@WebTest
class CampaignComparisonPageTest {

  private static final int LOSSES = 40;

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired Campaigns campaigns;
  @Autowired JdbcClient jdbc;

  private long id;

  @BeforeEach
  void aCampaignOfFortyLosses() {
    People.hire(staff);
    clock.setDay(MovableClock.START);
    var manager = staff.actor("manager");
    id = campaigns.add(entry("40"), losses(), manager);
    campaigns.move(id, CampaignState.RUNNING, manager);
  }

  private CampaignEntry entry(String control) {
    var day = clock.today();
    return new CampaignEntry(
        "Spring",
        "manager",
        null,
        "" + day,
        "" + day.plusDays(30),
        List.of("rep"),
        null,
        null,
        null,
        null,
        null,
        control);
  }

  private List<Long> losses() {
    var losses = new ArrayList<Long>();
    for (int i = 0; i < LOSSES; i++) {
      long customer = stories.aCustomer("C-" + i).silentFor(190).save().value();
      losses.add(
          jdbc.sql(
                  """
                  insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
                  values (:c, 1, :stage, :day - 10, 'silent', :day - 190, 100, 'EUR') returning id
                  """)
              .param("c", customer)
              .param("stage", i == 0 ? "WORKING" : "LOST")
              .param("day", clock.today())
              .query(Long.class)
              .single());
    }
    return losses;
  }

  private void threeCameBack(String arm) {
    jdbc.sql(
            """
            update lapse set stage = 'RETURNED', returned_on = :day
             where id in (select lapse_id from campaign_lapse where arm = :arm order by lapse_id limit 3)
            """)
        .param("day", clock.today().plusDays(3))
        .param("arm", arm)
        .update();
  }

  private long counted(String where) {
    return jdbc.sql(
            "select count(*) from campaign_lapse x join lapse l on l.id = x.lapse_id where "
                + where)
        .query(Long.class)
        .single();
  }

  @Test
  void pageFileAnswerAndListsSayWhatPlainSqlSays() throws Exception {
    threeCameBack("treated");
    clock.setDay(clock.today().plusDays(61));
    long treated = counted("x.arm = 'treated'");
    long kept = counted("x.arm = 'control'");
    assertThat(treated + kept).isEqualTo(LOSSES - 1);
    var page = page("manager", "/campaigns/" + id);
    assertThat(page.select("#arms td a").eachText())
        .containsExactly("" + treated, "" + treated, "3", "" + kept, "" + kept, "0", "1");
    assertThat(page.select("#others td").eachText()).contains("Others, or by themselves", "3");
    assertThat(page.select(".figures .hint").first().text())
        .endsWith(kept + " of the 40 are kept back");
    for (var link : page.select("#arms td a")) {
      var list = page("manager", link.attr("href"));
      assertThat(list.select("main section").last().select("tbody tr"))
          .as(link.attr("href"))
          .hasSize(Integer.parseInt(link.text()));
      assertThat(text("manager", link.attr("href").replace("?", "/lapses.csv?")).lines())
          .hasSize(Integer.parseInt(link.text()) + 1);
    }
    assertThat(page.select("section:has(#arms-title)").text())
        .contains("too early", "Planned check 1 of 4 comes when the 60 days of about")
        .doesNotContain("margin that would not");
    assertThat(text("manager", "/campaigns/" + id + "/comparison.csv").lines().toList().get(1))
        .startsWith("%d,%d,1,%d,3,%d,0,too_early,0,".formatted(treated, kept, treated, kept));
    assertThat(get("manager", "/campaigns/" + id + "/comparison.xlsx")).hasStatusOk();
    assertThat(get("manager", "/api/v1/campaigns/" + id))
        .bodyJson()
        .hasPathSatisfying("$.campaign.kept", p -> p.assertThat().isEqualTo((int) kept))
        .hasPathSatisfying("$.drawn.treated", p -> p.assertThat().isEqualTo((int) treated))
        .hasPathSatisfying("$.drawn.control", p -> p.assertThat().isEqualTo((int) kept))
        .hasPathSatisfying("$.drawn.held[0].losses", p -> p.assertThat().isEqualTo(1))
        .hasPathSatisfying("$.comparison.treatedOver", p -> p.assertThat().isEqualTo((int) treated))
        .hasPathSatisfying("$.comparison.treatedReturned", p -> p.assertThat().isEqualTo(3))
        .hasPathSatisfying("$.comparison.controlOver", p -> p.assertThat().isEqualTo((int) kept))
        .hasPathSatisfying("$.comparison.verdict", p -> p.assertThat().isEqualTo("TOO_EARLY"))
        .hasPathSatisfying("$.comparison.margin", p -> p.assertThat().isNull());
    assertThat(text("manager", "/campaigns.csv")).contains("40," + kept + ",1");
  }

  @Test
  void beforeTheSixtyDaysAreOverThePageSaysWhenTheyAre() throws Exception {
    var told = page("manager", "/campaigns/" + id).select("section:has(#arms-title)").text();
    assertThat(told).contains("too early", "are over on");
  }

  @Test
  void aShareIsAskedForBeforeTheStartAndNotChangedAfterIt() throws Exception {
    assertThat(page("manager", "/campaigns/new").select("#field-control")).hasSize(1);
    assertThat(page("manager", "/campaigns/" + id + "/edit").select("#field-control").val())
        .isEqualTo("40");
    var draft = campaigns.add(entry("15"), List.of(), staff.actor("manager"));
    assertThat(page("manager", "/campaigns/" + draft).text())
        .contains("15 % of the lapses that the team may work on are kept back by lot");
    var none = campaigns.add(entry(null), List.of(), staff.actor("manager"));
    assertThat(page("manager", "/campaigns/" + none).text()).contains("Nobody is kept back");
  }

  @Test
  void whoWorksOnItSeesNoGroups() throws Exception {
    var page = page("rep", "/campaigns/" + id);
    assertThat(page.select("#arms-title")).isEmpty();
    assertThat(page.text()).doesNotContain("kept back to compare");
    assertThat(get("rep", "/campaigns/" + id + "?show=control")).hasStatus(403);
    assertThat(text("rep", "/campaigns/" + id + "/lapses.csv")).doesNotContain("kept back,");
  }

  /** A rep's list holds his customers, so no number of the whole campaign opens it for him. */
  @Test
  void eachNumberOpensItsListOrSaysWhoseItIs() throws Exception {
    threeCameBack("treated");
    var page = page("manager", "/campaigns/" + id);
    assertThat(page.select("#whole")).isEmpty();
    assertThat(page.select("a.figure[href]")).hasSize(3);
    for (var show : List.of("uncontacted", "outside", "returned")) {
      var figure = page.select("a.figure[href*=" + show + "]").text();
      var list =
          page("manager", "/campaigns/" + id + "?show=" + show).select("main section").last();
      assertThat(figure).contains("" + list.select("tbody tr").size());
    }
    var his = page("rep", "/campaigns/" + id);
    assertThat(his.select("#whole").text()).contains("the whole campaign");
    assertThat(his.select("a.figure")).hasSize(3);
    assertThat(his.select("a.figure[href], table.narrow a[href*=who]")).isEmpty();
    assertThat(his.select("a.figure").text()).isEqualTo(page.select("a.figure").text());
  }

  private MvcTestResult get(String login, String address) {
    return mvc.get().uri(URI.create(address)).with(user(login)).exchange();
  }

  private String text(String login, String address) throws Exception {
    return mvc.get()
        .uri(URI.create(address))
        .with(user(login))
        .exchange()
        .getResponse()
        .getContentAsString();
  }

  private Document page(String login, String address) throws Exception {
    return Jsoup.parse(text(login, address));
  }

  @Test
  void whoStartsWithoutATeamIsToldSoOnThePageWhereItIsChosen() throws Exception {
    campaigns.move(id, CampaignState.DRAFT, staff.actor("manager"));
    jdbc.sql("delete from campaign_member").update();
    var start = mvc.post().uri("/campaigns/" + id + "/start").with(user("manager")).with(csrf());
    var refused = start.exchange();
    assertThat(refused).hasRedirectedUrl("/campaigns/" + id);
    assertThat(refused.getMvcResult().getFlashMap().get("refusedStart").toString())
        .contains("nobody in the team");
  }
}
