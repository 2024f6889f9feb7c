package dev.winback.web.script;

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
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** CAL-23 to CAL-26, CAL-40, OPS-09: the texts of calls on their pages and in the API. */
@WebTest
class ScriptPagesTest {

  private static final String HERE = "/settings/scripts";

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;

  @BeforeEach
  void hire() {
    People.hire(staff);
  }

  private Document page(String path) throws Exception {
    var answer = mvc.get().uri(path).with(user("manager")).exchange();
    assertThat(answer).as(path).hasStatusOk();
    return Jsoup.parse(answer.getResponse().getContentAsString());
  }

  private MvcTestResult post(String path, String... fields) {
    var call = mvc.post().uri(path).with(user("manager")).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      call.param(fields[i], fields[i + 1]);
    }
    return call.exchange();
  }

  @Test
  void aTextIsChangedTakenBackAndGivenItsShippedWords() throws Exception {
    var form = page(HERE + "?kind=objection&words=too dear").select("main li form").get(0);
    var words = form.select("textarea").text();
    var change = form.attr("action");
    post(
        change,
        "kind",
        "objection",
        "title",
        "Too dear!",
        "words",
        "Let us look at it",
        "version",
        "0");
    var changed = page(HERE + "?kind=objection&words=look at it").select("main li");
    assertThat(changed.text()).contains("Changed");
    assertThat(page(change).text()).contains(words);
    post(change + "/undo");
    assertThat(page(HERE + "?kind=objection&words=look at it").text()).contains("Nothing holds");
    assertThat(post(change, "kind", "objection", "title", "x", "words", "{secret}"))
        .hasStatus(422)
        .bodyText()
        .contains("{secret}", "{name}");
    post(change + "/retirement");
    assertThat(page("/scripts/practice").text()).doesNotContain("It is too dear");
    post(change + "/return");
    assertThat(page("/scripts/practice").text()).contains("It is too dear");
  }

  @Test
  void ownTextsAndTheStyleOfTheFirm() throws Exception {
    assertThat(post(HERE, "kind", "tip", "title", "Water", "words", "Drink a glass before."))
        .hasRedirectedUrl(HERE + "?kind=tip");
    assertThat(page("/scripts/advice?words=glass").text()).contains("Drink a glass");
    assertThat(post(HERE, "kind", "tip", "title", "", "words", "x")).hasStatus(422);
    assertThat(post(HERE, "kind", "song", "title", "x", "words", "x")).hasStatus(404);
    post(HERE + "/style", "style", "rigid");
    assertThat(page("/scripts/practice").select("#style option[selected]").val())
        .isEqualTo("rigid");
    assertThat(post(HERE + "/style", "style", "loud")).hasStatus(422);
  }

  @Test
  void whatACustomerOfThisReasonIsOfferedIsPractised() throws Exception {
    assertThat(page("/scripts/practice?reason=delivery").text())
        .contains("changed with the carrier");
    assertThat(page("/scripts/practice?work=voicemail").text()).contains("Once more: Mona Manager");
  }

  @Test
  void programsReadAndChangeThem() {
    mvc.get()
        .uri("/api/v1/scripts?kind=question")
        .with(user("rep"))
        .assertThat()
        .bodyJson()
        .extractingPath("$.length()")
        .isEqualTo(6);
    mvc.put()
        .uri("/api/v1/scripts/1")
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"title\":\"Greet\",\"words\":\"Hello {name}\"}")
        .with(user("manager"))
        .assertThat()
        .bodyJson()
        .extractingPath("$.changed")
        .isEqualTo(true);
  }
}
