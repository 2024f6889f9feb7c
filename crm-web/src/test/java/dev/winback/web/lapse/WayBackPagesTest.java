package dev.winback.web.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What was decided can be taken back where it stands, and what was put off says until when. */
@WebTest
class WayBackPagesTest {

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired MockMvcTester mvc;

  @BeforeEach
  void aLoss() {
    stories.manager();
    stories.aCustomer("K-1").silentFor(100).save();
    nightly.run(MovableClock.START);
  }

  private Document page(String address) throws Exception {
    var answer = mvc.get().uri(address).with(user("manager")).exchange();
    assertThat(answer).hasStatusOk();
    return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  private String decide(String decision, String until) throws Exception {
    var answer =
        mvc.post()
            .uri("/lost/decisions")
            .param("lapse", "1")
            .param("decision", decision)
            .param("until", until)
            .header("HX-Request", "true")
            .with(user("manager"))
            .with(csrf())
            .exchange();
    assertThat(answer).hasStatusOk();
    return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void aDecisionIsTakenBackOnThePageOfTheLoss() throws Exception {
    assertThat(page("/lapses/1").select("form[action=/lost/decisions/undo]")).isEmpty();
    decide("unreachable", "");
    var page = page("/lapses/1");
    assertThat(page.select("#decision").text()).contains("Unreachable");
    assertThat(page.select("form[action=/lost/decisions/undo] input[name=lapse]").val())
        .isEqualTo("1");
    var undo = mvc.post().uri("/lost/decisions/undo").param("lapse", "1");
    assertThat(undo.with(user("manager")).with(csrf()).exchange()).hasStatus3xxRedirection();
    assertThat(page("/lapses/1").select("form[action=/lost/decisions/undo]")).isEmpty();
  }

  /** Of a notice in another tab, or of a page that was open when he decided anew. */
  @Test
  void anUndoThatWasShownBeforeALaterDecisionTakesBackNeither() throws Exception {
    var notice = Jsoup.parse(decide("return", "")).select("form[action*=/decisions/undo]");
    var step = page("/lapses/1").select("form[action=/lost/decisions/undo] input[name=step]").val();
    decide("unreachable", "");
    var stale = mvc.post().uri("/lost/decisions/undo?lapse=1&step=" + step);
    assertThat(stale.with(user("manager")).with(csrf()).exchange()).hasStatus4xxClientError();
    assertThat(notice.attr("action")).contains("step=" + step);
    assertThat(page("/lapses/1").select("#decision").text()).contains("Unreachable");
  }

  @Test
  void whatIsPutOffSaysUntilWhenAndNoLongerThanThat() throws Exception {
    assertThat(decide("later", "2026-06-20")).contains("Put off until", "20 Jun");
    assertThat(page("/lost").select("#lapse-1").text()).contains("Put off until");
    assertThat(page("/lost?work=new").select("#lapse-1")).isEmpty();
    clock.setDay(MovableClock.START.plusDays(30));
    assertThat(page("/lost?work=new").select("#lapse-1").text())
        .doesNotContain("Put off until")
        .contains("No next step");
    assertThat(page("/lost?work=no-next").select("#lapse-1")).hasSize(1);
  }
}
