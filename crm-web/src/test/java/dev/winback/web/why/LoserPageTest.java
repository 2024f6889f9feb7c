package dev.winback.web.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** rules.md, "lost by": who lost a customer is put right on the page of the loss (DEC-22). */
@WebTest
class LoserPageTest {

  private static final Map<String, String> CORRECTION =
      Map.of("member", "bob", "reason", "Bob had <him> until May");

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private String lapse;

  @BeforeEach
  void annLostHim() {
    stories.manager();
    var ann = stories.rep("ann");
    stories.rep("bob");
    stories.aCustomer("K-1").ownedBy(ann).silentFor(200).save();
    nightly.run(clock.today());
    lapse = "/lapses/" + jdbc.sql("select id from lapse").query(Long.class).single();
  }

  private Document page(String who, String path) throws Exception {
    var result = mvc.get().uri(path).with(user(who)).exchange();
    assertThat(result).as(path).hasStatusOk();
    return Jsoup.parse(result.getResponse().getContentAsString());
  }

  private MvcTestResult post(String path, Map<String, String> form) {
    var request = mvc.post().uri(path).with(user("manager")).with(csrf());
    form.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult correct() {
    return post(lapse + "/lost-by", CORRECTION);
  }

  @Test
  void aManagerIsOfferedEverybodyWithWhoItIsNow() throws Exception {
    jdbc.sql("update member set active = false where login = 'bob'").update();
    var choice = page("manager", lapse).select("#field-loser option");
    assertThat(choice.eachText()).contains("Nobody knows", "Ann", "Bob (left)");
    assertThat(choice.select("[selected]").eachText()).containsExactly("Ann");
    assertThat(page("ann", lapse).select("#field-loser")).isEmpty();
  }

  @Test
  void theStoryTheListAndTheReportsFollow() throws Exception {
    assertThat(correct()).hasRedirectedUrl(lapse + "#facts-title");
    assertThat(page("manager", lapse).select("ol.history").text())
        .contains("Manager: Ann → Bob", "Bob had <him> until May");
    assertThat(page("manager", "/customers/K-1").select("ol.timeline").text())
        .contains("Lost by: corrected", "Ann → Bob: Bob had <him> until May");
    assertThat(page("manager", "/lost").select("td[data-label=Lost by]").text()).isEqualTo("Bob");
    assertThat(page("manager", "/lost?lostBy=bob").select("td[data-label=Lost by]")).hasSize(1);
    assertThat(page("manager", "/reports/reasons?by=member").select("main tbody").text())
        .contains("Bob")
        .doesNotContain("Ann");
  }

  @Test
  void itIsTakenBackByItsNoticeAndByTheButtonOnThePage() throws Exception {
    var undo = correct().getMvcResult().getFlashMap().get("undo").toString();
    assertThat(page("manager", lapse).select("#decision form[action=/lost/decisions/undo]"))
        .hasSize(1);
    assertThat(post(undo, Map.of())).hasRedirectedUrl(lapse);
    var page = page("manager", lapse);
    assertThat(page.select("#field-loser option[selected]").text()).isEqualTo("Ann");
    assertThat(page.select("ol.history").text()).contains("Ann → Bob");
    assertThat(page("manager", "/lost").select("td[data-label=Lost by]").text()).isEqualTo("Ann");
  }

  @Test
  void whatWasTypedIsStillThereWhenItIsRefused() {
    var refused = post(lapse + "/lost-by", Map.of("member", "bob", "reason", " "));
    assertThat(refused).hasStatus(422);
    assertThat(refused)
        .bodyText()
        .satisfies(
            html -> {
              var page = Jsoup.parse(html);
              assertThat(page.select("#field-loser option[selected]").text()).isEqualTo("Bob");
              assertThat(page.select("[role=alert] a").attr("href"))
                  .isEqualTo("#field-loser-reason");
            });
  }
}
