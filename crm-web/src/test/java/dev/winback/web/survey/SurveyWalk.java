package dev.winback.web.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.lapse.LapseId;
import dev.winback.letter.SurveyLetters;
import dev.winback.signal.Signals;
import dev.winback.staff.Staff;
import dev.winback.survey.Invitations;
import dev.winback.survey.Target;
import dev.winback.task.Desk;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A lost customer and the survey of departed customers. */
@WebTest
abstract class SurveyWalk {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired Signals signals;
  @Autowired Invitations invitations;
  @Autowired SurveyLetters letters;
  @Autowired JdbcClient jdbc;
  LapseId lapse;
  long departed;

  @BeforeEach
  void aLostCustomer() {
    People.hire(staff);
    var rep = staff.actor("rep");
    var customer = stories.aCustomer("K-1").named("Weber & <Co>").silentFor(95);
    lapse = desk.lapse(customer, rep, "1234");
    signals.foldAll(MovableClock.START);
    departed = number("select id from survey where kind = 'departed'");
  }

  /** The address of the form in the letter to the lost customer. */
  String invited() {
    invitations.invite(departed, new Target(null, "K-1", null), staff.actor("manager"));
    var link = letters.link(number("select max(id) from survey_invitation"));
    return link.substring(link.indexOf("/s/"));
  }

  /** The name of the field of a question. */
  String field(String kind) {
    return "q"
        + number(
            "select id from survey_question where kind = '%s' and survey_id = %d and retired_at is null"
                .formatted(kind, departed));
  }

  long number(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  MvcTestResult get(String login, String path) {
    return mvc.get().uri(path).with(user(login)).exchange();
  }

  Document page(String login, String path) throws Exception {
    var result = get(login, path);
    assertThat(result).hasStatusOk();
    return html(result);
  }

  MvcTestResult post(String login, String path, String... pairs) {
    var request = mvc.post().uri(path).with(user(login)).with(csrf());
    for (int i = 0; i < pairs.length; i += 2) {
      request.param(pairs[i], pairs[i + 1]);
    }
    return request.exchange();
  }

  static Document html(MvcTestResult result) throws Exception {
    return Jsoup.parse(result.getResponse().getContentAsString());
  }
}
