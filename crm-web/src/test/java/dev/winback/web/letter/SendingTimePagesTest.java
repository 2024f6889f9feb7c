package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A count of letters is no promise: beside it stands when they leave, and what keeps them here. */
@WebTest
class SendingTimePagesTest {

  private static final String STOPPED = "All sending is stopped: no letter leaves";

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aRungWhoseLettersWaitForAPerson() {
    stories.marketing();
    jdbc.sql("update rung set mode = 'review' where number = 1").update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/letters", "/letters/rungs/1/activation"})
  void thePageSaysInWhichHoursLettersLeaveAndHowManyADay(String page) {
    assertThat(get(page))
        .bodyText()
        .contains("Letters leave from 09:00 to 19:00 by the customer&#39;s clock.")
        .doesNotContain("None on Saturdays", "At most", STOPPED, "??");
    jdbc.sql("update sending set weekdays = true, daily_cap = 1500").update();
    assertThat(get(page))
        .bodyText()
        .contains("None on Saturdays and Sundays.", "At most 1,500 a day");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/letters", "/letters/rungs/1/activation"})
  void whileAllSendingIsStoppedThePageSaysThatNothingLeaves(String page) {
    jdbc.sql("update firm set sending_stopped = true").update();
    assertThat(get(page)).bodyText().contains(STOPPED);
  }

  @Test
  void theOwnCapOfARungCountsWhereItIsSmaller() {
    jdbc.sql("update sending set daily_cap = 300").update();
    jdbc.sql("update rung set daily_cap = 40 where number = 1").update();
    assertThat(get("/letters/rungs/1/activation")).bodyText().contains("At most 40 a day");
    assertThat(get("/letters/rungs/2/activation")).bodyText().contains("At most 300 a day");
    jdbc.sql("update rung set daily_cap = 400 where number = 1").update();
    assertThat(get("/letters/rungs/1/activation")).bodyText().contains("At most 300 a day");
  }

  @Test
  void aRungThatTheProgramStoppedSaysSo() {
    jdbc.sql(
            "update rung set paused_at = now(), paused_because = 'bounces', mode = 'live' where number = 1")
        .update();
    assertThat(get("/letters/rungs/1/activation"))
        .bodyText()
        .contains("The program has stopped this letter");
    assertThat(get("/letters/rungs/2/activation"))
        .bodyText()
        .doesNotContain("The program has stopped this letter");
  }

  private MvcTestResult get(String page) {
    return mvc.get().uri(page).with(user("marketing")).exchange();
  }
}
