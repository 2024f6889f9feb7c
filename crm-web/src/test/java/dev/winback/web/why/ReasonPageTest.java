package dev.winback.web.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Staff;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** UND-04: the firm adds, renames and retires reasons without code. */
@WebTest
class ReasonPageTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;

  @BeforeEach
  void people() {
    People.hire(staff);
  }

  @Test
  void anOwnReasonIsAddedRenamedRetiredAndTakenBack() throws Exception {
    assertThat(post("", "name", "Too few colours", "branch", "dissatisfied", "problem", "service"))
        .hasRedirectedUrl("/settings/reasons");
    assertThat(line("too-few-colours").select("input[name=name]").val())
        .isEqualTo("Too few colours");
    post("/too-few-colours", "name", "Colours", "branch", "lured", "problem", "price");
    assertThat(line("too-few-colours").select("input[name=name]").val()).isEqualTo("Colours");
    post("/too-few-colours/retirement");
    assertThat(line("too-few-colours").text()).contains("Retired");
    post("/too-few-colours/return");
    assertThat(line("too-few-colours").text()).doesNotContain("Retired");
  }

  @Test
  void aShippedReasonTakesTheWordsOfTheFirmAndGivesThemBack() throws Exception {
    assertThat(line("price").select("input[name=name]").attr("placeholder"))
        .isEqualTo("Price: too dear");
    post("/price", "name", "Dear", "branch", "dissatisfied", "problem", "price");
    assertThat(line("price").select("input[name=name]").val()).isEqualTo("Dear");
    post("/price", "name", "", "branch", "dissatisfied", "problem", "price");
    assertThat(line("price").select("input[name=name]").val()).isEmpty();
  }

  @Test
  void aRefusalStandsAboveAndLeadsToItsLine() throws Exception {
    var refused = post("", "name", " ", "branch", "lured", "problem", "");
    assertThat(refused).hasStatus(422).bodyText().contains("Give the reason its words");
    var changed = post("/price", "name", "x", "branch", "nowhere", "problem", "");
    assertThat(changed).hasStatus(422).bodyText().contains("#reason-price");
    assertThat(post("/no-such", "name", "x", "branch", "lured")).hasStatus(404);
  }

  private org.jsoup.nodes.Element line(String code) throws Exception {
    Document page =
        Jsoup.parse(
            mvc.get()
                .uri("/settings/reasons")
                .with(user("manager"))
                .exchange()
                .getResponse()
                .getContentAsString());
    return java.util.Objects.requireNonNull(page.selectFirst("#reason-" + code));
  }

  private MvcTestResult post(String path, String... pairs) {
    var request = mvc.post().uri("/settings/reasons" + path).with(user("manager")).with(csrf());
    for (int i = 0; i < pairs.length; i += 2) {
      request.param(pairs[i], pairs[i + 1]);
    }
    return request.exchange();
  }
}
