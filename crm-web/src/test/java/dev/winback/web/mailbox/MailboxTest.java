package dev.winback.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.letter.Mailbox;
import dev.winback.letter.Outbox;
import dev.winback.letter.RenderedLetter;
import dev.winback.staff.Staff;
import dev.winback.testing.ALetter;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The demo firm's mailbox: what would have left the machine, for those who may see all letters. */
@WebTest
class MailboxTest {

  private static final Duration LEASE = Duration.ofMinutes(10);

  @Autowired MockMvcTester mvc;
  @Autowired Outbox outbox;
  @Autowired Mailbox mailbox;
  @Autowired Staff staff;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void hire() {
    People.hire(staff);
  }

  @Test
  void anEmptyMailboxSaysWhatToDo() {
    assertThat(get("/mailbox", "marketing")).hasStatusOk().bodyText().contains("Switch a rung");
  }

  @Test
  void aLetterIsListedAndShownWithItsHeadersInAFrameThatRunsNothing() {
    deliver();

    assertThat(get("/mailbox", "marketing"))
        .hasStatusOk()
        .bodyText()
        .contains("We &lt;miss&gt; you", "anna@example.org", "/mailbox/1");
    assertThat(get("/mailbox/1", "manager"))
        .hasStatusOk()
        .bodyText()
        .contains("Message-ID: x", "sandbox");
    var frame = get("/mailbox/1/html", "admin");
    assertThat(frame).hasStatusOk().bodyText().isEqualTo("<p>Hi</p>");
    assertThat(frame.getResponse().getHeader("Content-Security-Policy"))
        .contains("sandbox")
        .contains("default-src 'none'");
    assertThat(get("/mailbox/1.eml", "admin")).hasStatusOk().hasContentType("message/rfc822");
  }

  @Test
  void aRepDoesNotReadOtherPeoplesLetters() {
    deliver();

    for (var path : new String[] {"/mailbox", "/mailbox/1", "/mailbox/1/html", "/mailbox/1.eml"}) {
      assertThat(get(path, "rep")).hasStatus(403);
    }
    assertThat(get("/mailbox/2", "admin")).hasStatus(404);
  }

  private void deliver() {
    ALetter.in(jdbc).planned();
    var letter = outbox.claim("a", 1, LEASE).get(0);
    outbox.announce(
        letter,
        new RenderedLetter("We <miss> you", "<p>Hi</p>", "Hi"),
        "a",
        Duration.ofSeconds(5),
        LEASE);
    mailbox.deliver(
        letter,
        "Rita, Shop",
        "We <miss> you",
        "Message-ID: x\r\n\r\nHi".getBytes(StandardCharsets.UTF_8));
  }

  private MvcTestResult get(String path, String login) {
    var role = staff.login(login).orElseThrow().role().name();
    return mvc.get().uri(path).with(user(login).roles(role)).exchange();
  }
}
