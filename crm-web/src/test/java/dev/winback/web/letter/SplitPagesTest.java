package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.letter.Ladder;
import dev.winback.letter.RungSplits;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * MEA-06; days.md, Monday 12: a comparison of two discounts is begun, read and ended on one page.
 */
@WebTest
class SplitPagesTest {

  private static final String PAGE = "/letters/rungs/2/split";

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired RungSplits splits;
  @Autowired Ladder ladder;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void somebody() {
    stories.marketing();
  }

  @Test
  void oneClickMakesTheOtherHalfAndTheNoticeTakesItBack() {
    assertThat(get(PAGE)).hasStatusOk().bodyText().contains("value=\"10\"").doesNotContain("??");
    var begun = post(PAGE, "other", "10");
    assertThat(begun).hasRedirectedUrl(PAGE);
    assertThat(begun.getMvcResult().getFlashMap().get("undo")).isEqualTo(PAGE + "/end?keep=own");
    assertThat(get(PAGE))
        .bodyText()
        .contains("half of the letters give 15\u00a0%, the other half 10\u00a0%")
        .contains("Keep 15\u00a0% for all", "Keep 10\u00a0% for all", "Too early")
        .doesNotContain("??");
    assertThat(get("/letters")).bodyText().contains("15\u00a0% and 10\u00a0% by lot");
    assertThat(post(PAGE + "/end", "keep", "both")).hasStatus(422);
    var ended = post(PAGE + "/end", "keep", "other");
    assertThat(ended).hasRedirectedUrl(PAGE);
    assertThat(ladder.rung(2, stories.marketing()).percent()).isEqualTo(10);
    var undo = String.valueOf(ended.getMvcResult().getFlashMap().get("undo"));
    assertThat(post(undo, "x", "x")).hasRedirectedUrl(PAGE);
    assertThat(splits.running(stories.marketing())).containsKey(2);
    assertThat(get("/letters")).bodyText().contains("by lot").doesNotContain("??");
  }

  @Test
  void whatIsNoPercentIsRefusedWithWhatWasTyped() {
    for (var wrong : new String[] {"ten", "", "10.5", "15", "1234567890123"}) {
      assertThat(post(PAGE, "other", wrong))
          .hasStatus(422)
          .bodyText()
          .contains("role=\"alert\"", "value=\"" + wrong + "\"")
          .doesNotContain("??");
    }
    assertThat(splits.running(stories.marketing())).isEmpty();
  }

  /** A manager reads; nothing on the page is his to press. */
  @Test
  void whoDoesNotSetTheLadderReadsThatNothingIsCompared() {
    stories.manager();
    assertThat(mvc.get().uri(PAGE).with(user("manager")).exchange())
        .bodyText()
        .contains("No discounts are compared on this rung.")
        .doesNotContain("name=\"other\"", "??");
  }

  @Test
  void theResultsSayWhatBothBroughtAndWhatTheDearerOneGivesAwayMore() {
    splits.begin(2, 10, stories.marketing());
    jdbc.sql("update rung_split set since = current_date - 100").update();
    jdbc.sql(
            """
            insert into report_kept (report, day, rows) values ('percents', current_date, jsonb_build_array(
              jsonb_build_object('rung', 2, 'percent', 10, 'first', current_date - 100, 'last', current_date - 70, 'sent', 200,
                                 'returned', 30, 'used', 20, 'compared', 200, 'compared_returned', 30, 'compared_given', 100),
              jsonb_build_object('rung', 2, 'percent', 15, 'first', current_date - 100, 'last', current_date - 70, 'sent', 200,
                                 'returned', 31, 'used', 20, 'compared', 200, 'compared_returned', 31, 'compared_given', 150)))
            on conflict (report) do update set rows = excluded.rows
            """)
        .update();
    assertThat(get(PAGE))
        .bodyText()
        .contains("30 of 200 came back", "31 of 200", "No difference to be seen")
        .contains("less would be given away")
        .doesNotContain("??");
  }

  @Test
  void scriptsBeginReadAndEndIt() {
    var api = "/api/v1/ladder/rungs/2/split";
    assertThat(api("GET", api, ""))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"own\":15,\"other\":null,\"savingAYear\":null}");
    assertThat(api("PUT", api, "{}")).hasStatus(422);
    assertThat(api("PUT", api, "{\"other\":10}"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"own\":15,\"other\":10,\"endedOn\":null,\"cheaperOver\":0}");
    assertThat(api("PUT", api, "{\"other\":5}")).hasStatus(422);
    assertThat(api("DELETE", api + "?keep=cheaper", "")).hasStatus(422);
    jdbc.sql("update rung_split set since = since - 1").update();
    assertThat(api("DELETE", api + "?keep=own", "")).hasStatus(204);
    assertThat(api("GET", api, "")).bodyJson().extractingPath("$.endedOn").isNotNull();
    assertThat(ladder.rung(2, stories.marketing()).percent()).isEqualTo(15);
  }

  private MvcTestResult get(String page) {
    return mvc.get().uri(page).with(user("marketing")).exchange();
  }

  private MvcTestResult post(String page, String name, String value) {
    return mvc.post().uri(page).param(name, value).with(user("marketing")).with(csrf()).exchange();
  }

  private MvcTestResult api(String method, String path, String body) {
    return mvc.method(HttpMethod.valueOf(method))
        .uri(path)
        .contentType("application/json")
        .content(body)
        .with(httpBasic("marketing", Stories.PASSWORD))
        .exchange();
  }
}
