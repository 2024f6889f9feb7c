package dev.winback.web.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 * The manager's desk as pages: rows, acts upon many, views, the palette, the way back to a list.
 */
@WebTest
class DeskPagesTest {

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired MockMvcTester mvc;

  @BeforeEach
  void aFirm() {
    stories.admin();
    stories.manager();
    stories.marketing();
    var rep = stories.rep("rep");
    stories.rep("rep2");
    for (int i = 0; i < 4; i++) {
      stories.aCustomer("K-" + i).named("Kunde " + i).ownedBy(rep).silentFor(100 + i).save();
    }
    nightly.run(MovableClock.START);
  }

  private Document page(String address, String who) throws Exception {
    var answer = mvc.get().uri(URI.create(address)).with(user(who)).exchange();
    assertThat(answer).hasStatusOk();
    return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  private MvcTestResult post(String address, boolean htmx, String... pairs) {
    var call = mvc.post().uri(address).with(user("manager")).with(csrf());
    for (int i = 0; i < pairs.length; i += 2) {
      call = call.param(pairs[i], pairs[i + 1]);
    }
    return (htmx ? call.header("HX-Request", "true") : call).exchange();
  }

  private List<Long> lapses() {
    return jdbc.sql("select id from lapse order by silent_since desc").query(Long.class).list();
  }

  private int stage(String stage) {
    return jdbc.sql("select count(*) from lapse where stage = :s")
        .param("s", stage)
        .query(Integer.class)
        .single();
  }

  /** In aria-keyshortcuts a blank means "or", and g alone goes nowhere. */
  @Test
  void aSequenceOfKeysIsNotToldAsOneKeyOrTheOther() throws Exception {
    var rail = page("/lost", "manager").select("[data-section]");
    assertThat(rail).isNotEmpty();
    assertThat(rail.eachAttr("aria-keyshortcuts")).isEmpty();
  }

  @Test
  void aRowSaysWhyItIsLateWhoLostItAndWhoWorksOnIt() throws Exception {
    var list = page("/lost?sort=days", "manager");
    assertThat(list.select("#acts button").first().hasAttr("disabled")).as("Enter").isTrue();
    var row = list.select("#list tbody tr").first();
    assertThat(row.select(".why-cell").text()).contains("103");
    assertThat(row.select("td[data-label='Lost by']").text()).isEqualTo("Rep");
    assertThat(row.select("td[data-label='Assigned to']").text()).isEqualTo("Rep2");
    assertThat(page("/lost", "manager").select("#list thead th")).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void theStartPageLeadsAManagerToTheNewLossesAndNobodyElse() throws Exception {
    stories.aCustomer("K-9").silentFor(89).save();
    clock.forward(Duration.ofDays(2));
    nightly.run(clock.today());
    var link = page("/", "manager").select(".head .btn-primary");
    assertThat(link.attr("href")).startsWith("/lost?from=");
    assertThat(page(link.attr("href"), "manager").select("#list tbody tr")).isNotEmpty();
    assertThat(page("/", "rep").select(".head .btn-primary")).isEmpty();
  }

  @Test
  void whoHasLeftIsStillNamedInRowAndFileAndNotOfferedAnyMore() throws Exception {
    jdbc.sql("update member set active = false where login = 'rep'").update();
    var page = page("/lost", "manager");
    assertThat(page.select("td[data-label='Lost by']").eachText()).hasSize(4).containsOnly("Rep");
    assertThat(page.select("#owner option").eachText()).contains("Rep2").doesNotContain("Rep");
    var file = mvc.get().uri("/lost.csv").with(user("manager")).exchange().getResponse();
    assertThat(file.getContentAsString(StandardCharsets.UTF_8)).contains(",Rep,Rep,Rep2,");
  }

  @Test
  void oneDecisionIsAnsweredWithTheRowThatLeavesAndItsUndo() throws Exception {
    var id = "" + lapses().get(0);
    var answer = post("/lost/decisions", true, "lapse", id, "decision", "return", "back", "/lost");
    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getHeader("HX-Trigger"))
        .startsWith("{\"decided\":{")
        .contains("\"lapses\":[" + id + "]", "\"stay\":false");
    assertThat(answer).bodyText().contains("Kunde 0: Decided");
    var undo = Jsoup.parse(answer.getResponse().getContentAsString()).select("form").attr("action");
    assertThat(stage("DECIDED")).isEqualTo(1);
    assertThat(post(undo, true)).hasStatusOk();
    assertThat(stage("DECIDED")).isZero();
  }

  @Test
  void manyAreDoneTogetherAndTakenBackTogether() throws Exception {
    var ids = lapses();
    var answer =
        post(
            "/lost/decisions",
            false,
            "lapse",
            "" + ids.get(0),
            "lapse",
            "" + ids.get(1),
            "decision",
            "direction-changed",
            "back",
            "/lost?sort=days");
    assertThat(answer).hasStatus3xxRedirection();
    assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/lost?sort=days");
    assertThat(stage("NOT_WANTED")).isEqualTo(2);
    assertThat(page("/lost?stage=direction-changed", "manager").select("#list tbody tr"))
        .hasSize(2);
    long job = jdbc.sql("select max(id) from bulk_job").query(Long.class).single();
    var shown = page("/bulk/" + job, "manager");
    assertThat(shown.select("main tbody tr")).hasSize(2);
    assertThat(shown.select("h1").text()).contains("We changed direction", "2 lapses");
    assertThat(page("/bulk", "manager").select("main tbody tr")).hasSize(1);
    assertThat(post("/bulk/" + job + "/undo", false)).hasStatus3xxRedirection();
    assertThat(stage("NOT_WANTED")).isZero();
  }

  @Test
  void allThatMatchAreMeantAndWhatIsRefusedSaysWhy() throws Exception {
    post("/lost/decisions", false, "lapse", "" + lapses().get(0), "decision", "not-worth");
    post(
        "/lost/decisions",
        false,
        "all",
        "true",
        "decision",
        "return",
        "back",
        "/lost?stage=all&sort=days");
    assertThat(stage("DECIDED")).isEqualTo(3);
    long job = jdbc.sql("select max(id) from bulk_job").query(Long.class).single();
    var refused = page("/bulk/" + job + "?outcome=refused", "manager").select("main tbody tr");
    assertThat(refused).hasSize(1);
    assertThat(refused.text()).contains("not-wanted");
    var file = mvc.get().uri("/bulk/" + job + ".csv").with(user("manager")).exchange();
    assertThat(file.getResponse().getContentAsString()).contains("K-0").contains("Not done");
    assertThat(page("/bulk", "manager").select("a[href=/bulk.csv], a[href=/bulk.xlsx]")).hasSize(2);
    var jobs = mvc.get().uri("/bulk.csv").with(user("manager")).exchange();
    var lines = jobs.getResponse().getContentAsString().lines().toList();
    assertThat(lines.get(0))
        .endsWith("job,what,state,lapses,done,refused,left,undone,kept,by,begun,ended");
    assertThat(lines.get(1)).startsWith(job + ",").contains(",4,3,1,0,0,0,Manager,");
  }

  @Test
  void notWantedNeedsAReason() {
    var id = "" + lapses().get(0);
    assertThat(post("/lost/decisions", true, "lapse", id, "decision", "not-wanted")).hasStatus(422);
    assertThat(post("/lost/decisions", true, "lapse", id, "decision", "not-wanted", "reason", "x"))
        .hasStatusOk();
  }

  @Test
  void aLossOpenedFromAListKnowsItsPlaceAndKeepsItOverAForm() throws Exception {
    var ids = lapses();
    var from = "?from=lost%3Fsort%3Ddays";
    var trail = page("/lapses/" + ids.get(2) + from, "manager").select(".trail");
    assertThat(trail.text()).contains("2 of 4").contains("Lost customers");
    assertThat(trail.select("[rel=prev]").attr("href")).startsWith("/lapses/" + ids.get(3) + "?");
    assertThat(trail.select("[rel=next]").attr("href")).startsWith("/lapses/" + ids.get(1) + "?");
    assertThat(
            page("/lapses/" + ids.get(2) + "/worth" + from, "manager")
                .select("[rel=next]")
                .attr("href"))
        .as("keeps the tab")
        .startsWith("/lapses/" + ids.get(1) + "/worth?");
    assertThat(page("/lapses/" + ids.get(2), "manager").select(".trail")).isEmpty();
    assertThat(page("/lapses/" + ids.get(2) + "?from=lost%3Fstage%3Dx", "manager").select(".trail"))
        .as("made up")
        .isEmpty();
    assertThat(page("/customers/K-1?from=customers", "manager").select(".trail").text())
        .contains("2 of 4");
  }

  @Test
  void aViewStandsBesideEveryPageWithItsCount() throws Exception {
    assertThat(post("/views", false, "name", "Silent", "path", "/lost", "query", "sort=days"))
        .hasStatus3xxRedirection();
    var rail = page("/customers", "manager").select(".views");
    assertThat(rail.select("a").first().attr("href")).isEqualTo("/lost?sort=days");
    assertThat(rail.select(".count").text()).isEqualTo("4");
    assertThat(page("/lost?sort=days", "manager").select(".views [aria-current]")).hasSize(1);
    assertThat(page("/customers", "rep").select(".views")).isEmpty();
    assertThat(post("/views", false, "name", "Wrong", "path", "/lost", "query", "stage=x"))
        .hasStatus(422);
    assertThat(page("/views", "manager").select("main tbody tr")).hasSize(1);
  }

  @Test
  void thePaletteFindsWhatTheMemberMaySee() throws Exception {
    assertThat(page("/palette?q=kunde%202", "manager").select("a[href=/customers/K-2]")).hasSize(1);
    assertThat(page("/palette?q=kunde%202", "rep2").select("a[href=/customers/K-2]"))
        .as("assigned to him")
        .hasSize(1);
    assertThat(page("/palette?q=kunde%202", "manager").text()).doesNotContain("All customers");
    assertThat(page("/palette?q=members", "admin").select("a")).isNotEmpty();
    assertThat(page("/palette?q=members", "rep").select("a[href=/settings/members]")).isEmpty();
    assertThat(page("/palette?q=%3Eimport", "manager").select("a").eachAttr("href"))
        .containsExactly("/settings/imports");
    assertThat(page("/palette?q=%3Eimport", "rep").select("a")).isEmpty();
  }

  /** Customers of one name are told apart, and the rest of them are one line away. */
  @Test
  void thePaletteTellsNamesakesApartAndLeadsToAllOfThem() throws Exception {
    var two = page("/palette?q=kunde%202", "manager").select("a[href=/customers/K-2]");
    assertThat(two.text()).contains("K-2 · Lyon · Late");
    assertThat(page("/palette?q=kunde", "manager").select("a[href^=/customers?q=]")).isEmpty();
    for (int i = 4; i < 8; i++) {
      stories.aCustomer("K-" + i).named("Kunde " + i).silentFor(3).save();
    }
    var some = page("/palette?q=kunde", "manager");
    assertThat(some.select("a[href^=/customers/]")).hasSize(6);
    assertThat(some.select("a[href='/customers?q=kunde']").text()).contains("All customers with");
  }

  @Test
  void thePageOfALossTellsItsDecisionsAndItsFarewell() throws Exception {
    var id = lapses().get(0);
    post("/lost/decisions", false, "lapse", "" + id, "decision", "not-worth", "reason", "too far");
    var text = page("/lapses/" + id, "manager").select("#decision").text();
    assertThat(text).contains("Not worth it", "Manager", "too far", "silent for 100 days");
    assertThat(text).contains("Farewell letter");
  }

  @Test
  void onlyWhatIsFilledInNarrowsTheList() throws Exception {
    assertThat(page("/lost?stage=late&from=&lostBy=&q=", "manager").text())
        .doesNotContain("Only part of the lost");
    var narrowed = page("/lost?from=&lostBy=rep", "manager").select("#list .chip.outline");
    assertThat(narrowed.eachText()).containsExactly("lost by Rep");
    assertThat(page("/lost", "manager").select("main a[href=/bulk]")).hasSize(1);
    assertThat(page("/lost", "rep2").select("main a[href=/bulk]")).isEmpty();
  }

  @Test
  void whatOfSeveralWasNotDoneIsNamedWithItsReason() throws Exception {
    var ids = lapses();
    jdbc.sql("update lapse set lost_by = null where id <> :id").param("id", ids.get(0)).update();
    jdbc.sql("update lapse set assignee = null, queue_reason = 'moved'").update();
    var answer =
        post(
            "/lost/assignments",
            true,
            "lapse",
            "" + ids.get(0),
            "lapse",
            "" + ids.get(1),
            "member",
            "rep");
    var note = Jsoup.parse(answer.getResponse().getContentAsString()).select(".note");
    assertThat(note.text())
        .startsWith("Assigned. Kunde 0 was not done. ")
        .contains("lost the customer");
    assertThat(page(note.select("a").attr("href"), "manager").select("main tbody tr")).hasSize(1);
    var waits =
        page("/lost", "manager").select("td[data-label='Assigned to']:contains(you decide)");
    assertThat(waits).hasSize(3);
    assertThat(waits.eachAttr("class")).as("a sentence may break").containsOnly("unnamed");
  }
}
