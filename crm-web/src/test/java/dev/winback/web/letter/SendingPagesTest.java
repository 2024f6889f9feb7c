package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.letter.Journal;
import dev.winback.letter.SendingRules;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page of how letters leave: caps, paces, what the program stopped, what was lost. */
@WebTest
class SendingPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired SendingRules rules;
  @Autowired Journal journal;
  @Autowired ApplicationContext spring;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void somebody() {
    stories.marketing();
  }

  @Test
  void thePageShowsItselfAndNamesRungsByTheirMoment() {
    jdbc.sql("update rung set unit = 'rhythm', amount = 1.5 where number = 2").update();
    assertThat(look())
        .hasStatusOk()
        .bodyText()
        .contains("How letters leave", "90 days", "1.5 × own rhythm")
        .contains("Letters come from letters@localhost")
        .doesNotContain("??");
  }

  /** Nobody said so before the first letters had been released. */
  @Test
  void thePageSaysThatNoMailServerIsSet() {
    assertThat(look())
        .bodyText()
        .contains("No mail server is set", "SPRING_MAIL_HOST", "WINBACK_MAIL_FROM")
        .doesNotContain("Letters are taken.");
  }

  /** letters.md: the only moment in which an opt-out comes too late is measured and shown. */
  @Test
  void thePageSaysHowLongAnOptOutMayComeTooLate() {
    journal.dotFollows(System.nanoTime() - java.time.Duration.ofSeconds(7).toNanos());
    assertThat(look())
        .bodyText()
        .containsPattern(
            "average and [789],\\d{3}\\.\\d ms at most|average and 7\\d{3}\\.\\d ms at most")
        .doesNotContain("cannot be noted");
  }

  /** hold.md: without its note a node does not see that the database has lost announcements. */
  @Test
  void thePageSaysThatANodeCannotNoteItsLastAnnouncementAsLongAsItCannot() {
    var announcements = spring.getBean("announcements");
    ReflectionTestUtils.setField(announcements, "unnoted", true);
    try {
      assertThat(look())
          .bodyText()
          .contains("cannot be noted", "winback.data-dir")
          .doesNotContain("??");
    } finally {
      ReflectionTestUtils.setField(announcements, "unnoted", false);
    }
    assertThat(look()).bodyText().doesNotContain("cannot be noted");
  }

  @Test
  void rulesAreSavedOnceAndAStaleFormIsRefusedWithWhatWasTyped() {
    assertThat(change("", "250", "0")).hasStatus(302);
    assertThat(rules.settings(stories.marketing()).dailyCap()).isEqualTo(250);
    assertThat(change("", "77", "0"))
        .hasStatus(422)
        .bodyText()
        .contains("You yourself changed these rules meanwhile, on ", "value=\"77\"")
        .contains("name=\"version\" value=\"1\"");
    assertThat(rules.settings(stories.marketing()).dailyCap()).isEqualTo(250);
    assertThat(change("", "77", "1")).as("saved again, it takes the other's place").hasStatus(302);
    assertThat(rules.settings(stories.marketing()).dailyCap()).isEqualTo(77);
  }

  @ParameterizedTest
  @CsvSource({
    "ten, is no whole number",
    "-1, is no whole number",
    "1234567890, is too large",
    "0, Give a number from",
  })
  void aNumberThatIsNoneIsRefusedInItsOwnWords(String typed, String words) {
    assertThat(change("", typed, "0")).hasStatus(422).bodyText().containsIgnoringCase(words);
    assertThat(post("/receivers", "most.gmail", typed, "most.yahoo", "71"))
        .hasStatus(422)
        .bodyText()
        .contains("#field-most.gmail", "value=\"" + typed + "\"", "value=\"71\"");
    assertThat(post("/rungs", "cap.1", typed))
        .hasStatus(422)
        .bodyText()
        .contains("#field-cap.1", "value=\"" + typed + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'', Give a number here",
    "two, is no whole number",
    "0, Give a number from 1 to 90",
    "91, Give a number from 1 to 90",
  })
  void aCapOfAMailboxThatIsNoneIsRefusedWithOneSentence(String typed, String words) {
    assertThat(look()).bodyText().contains("name=\"mailboxGap\" value=\"3\"");
    assertThat(change("", "", "0", typed))
        .hasStatus(422)
        .bodyText()
        .contains(words, "#field-mailboxGap", "value=\"" + typed + "\"");
    assertThat(change("", "", "0", "90")).hasStatus(302);
    assertThat(rules.settings(stories.marketing()).mailbox().gap()).isEqualTo(90);
  }

  @Test
  void aReceiverAndARungGetTheirLimitAndLoseIt() {
    assertThat(post("/receivers", "most.gmail", "33", "most.yahoo", "34")).hasStatus(302);
    assertThat(post("/rungs", "cap.1", "40", "cap.2", "41")).hasStatus(302);
    assertThat(look())
        .bodyText()
        .contains("value=\"33\"", "value=\"34\"", "value=\"40\"", "value=\"41\"");
    assertThat(post("/receivers", "was.most.gmail", "33", "most.gmail", "")).hasStatus(302);
    assertThat(post("/rungs", "was.cap.1", "40", "cap.1", "")).hasStatus(302);
    assertThat(look())
        .bodyText()
        .doesNotContain("value=\"33\"", "value=\"40\"")
        .contains("value=\"34\"", "value=\"41\"");
    assertThat(post("/receivers", "most.nobody", "3")).hasStatus(422);
    assertThat(post("/rungs", "cap.99", "3")).hasStatus(404);
    assertThat(post("/rungs", "cap.first", "3")).hasStatus(404);
  }

  /** What a receiver asked for is forgotten only where somebody set another pace. */
  @Test
  void aRowThatNobodyChangedStaysAsItIs() {
    jdbc.sql("update mail_group set most = 50, reply = 'slower' where name = 'gmail'").update();
    post("/receivers", "was.most.gmail", "40", "most.gmail", "40", "most.yahoo", "7");
    assertThat(look()).bodyText().contains("slower", "value=\"50\"", "value=\"7\"");
  }

  /** What was agreed is confirmed at once: a cap that nothing obeys is not offered. */
  @Test
  void confirmationsHaveNoCap() {
    assertThat(look()).bodyText().contains("name=\"cap.-4\"").doesNotContain("name=\"cap.-5\"");
    assertThat(post("/rungs", "cap.-5", "40"))
        .hasStatus(422)
        .bodyText()
        .contains("Confirmations of what was agreed have no cap");
  }

  @Test
  void aStoppedRungGoesOnWhenAPersonSaysSo() {
    jdbc.sql(
            "update rung set paused_at = clock_timestamp(), paused_because = 'bounces' where number"
                + " = 1")
        .update();
    assertThat(look()).bodyText().contains("went to dead mailboxes");
    assertThat(post("/rungs/1/resumption")).hasStatus(302);
    assertThat(look()).bodyText().doesNotContain("went to dead mailboxes");
  }

  @Test
  void whatWasLostIsConfirmedOnce() {
    jdbc.sql("update relay set noted = 0").update();
    assertThat(look()).bodyText().contains("One letter has left");
    assertThat(post("/confirmation")).hasStatus(302);
    assertThat(post("/confirmation")).hasStatus(302);
    assertThat(look()).bodyText().doesNotContain("One letter has left");
    assertThat(
            jdbc.sql("select count(*) from audit where action = 'confirm-restore'")
                .query(Long.class)
                .single())
        .isOne();
  }

  private MvcTestResult look() {
    return mvc.get().uri("/letters/sending").with(user("marketing")).exchange();
  }

  private MvcTestResult change(String trial, String dailyCap, String version) {
    return change(trial, dailyCap, version, "3");
  }

  private MvcTestResult change(String trial, String dailyCap, String version, String gap) {
    var caps = new String[] {"mailboxLetters", "4", "mailboxDays", "30", "mailboxSame", "60"};
    var rest =
        new String[] {"trial", trial, "dailyCap", dailyCap, "contactCap", "6", "version", version};
    var all = new ArrayList<>(List.of(caps));
    all.addAll(List.of(rest));
    all.addAll(List.of("mailboxGap", gap));
    return post("", all.toArray(String[]::new));
  }

  private MvcTestResult post(String path, String... fields) {
    var request = mvc.post().uri("/letters/sending" + path).with(user("marketing")).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request = request.param(fields[i], fields[i + 1]);
    }
    return request.exchange();
  }
}
