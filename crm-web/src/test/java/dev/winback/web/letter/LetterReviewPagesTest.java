package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.letter.Ladder;
import dev.winback.letter.Letters;
import dev.winback.letter.Mode;
import dev.winback.shared.BusinessClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** look.md, rules 6 and 9: what waits for a release is read, stepped through and counted. */
@WebTest
class LetterReviewPagesTest {

  private static final String LIST = "letters/list?status=held&reason=review&rung=1";

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired Letters letters;
  @Autowired Ladder ladder;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;

  private final MockHttpSession session = new MockHttpSession();

  @BeforeEach
  void threeLettersWait() {
    stories.manager();
    for (var name : List.of("Anna Berg", "Ben Carow", "Cleo Damm")) {
      var customer = stories.aCustomer(name.substring(0, 1)).named(name).silentFor(100).save();
      jdbc.sql(
              """
              insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
              values (:id, 1, 'LATE', :day::date, 'test', :day::date - 100, 100, 'EUR')
              """)
          .param("id", customer.value())
          .param("day", clock.today())
          .update();
    }
    ladder.turn(1, Mode.REVIEW, true, stories.marketing());
    letters.plan(clock.today());
  }

  @Test
  void aLetterThatWaitsIsReadAsItsOwnCustomerWouldGetIt() {
    var code = jdbc.sql("select code from coupon where letter_id = 2").query(String.class).single();
    assertThat(get("/letters/2"))
        .bodyText()
        .contains("We miss you", "As it would leave at this moment", "/letters/2/html", code)
        .doesNotContain("nothing to show yet");
    assertThat(get("/letters/2/html"))
        .hasHeader("X-Frame-Options", "SAMEORIGIN")
        .bodyText()
        .contains(code)
        .doesNotContain("/u/");
  }

  /** The rung is for another silence by now; what was written stood for the one before. */
  @Test
  void aChangedRungDoesNotRenameItsLetters() {
    jdbc.sql("update rung set days = 77 where number = 1").update();
    assertThat(get("/letters/2")).bodyText().contains("<span>90 days</span>");
    assertThat(get("/" + LIST)).bodyText().contains(">90 days</td>", ">77 days</option>");
    jdbc.sql("update rung set unit = 'rhythm', amount = 2.5 where number = 1").update();
    assertThat(get("/letters/2")).bodyText().contains("2.5 × own rhythm (90 days)");
  }

  /** LET-24: what would refuse the release is said before it is pressed. */
  @Test
  void whatMustBeMendedIsSaidWhereLettersAreReleased() {
    assertThat(get("/letters/rungs/1/releases"))
        .bodyText()
        .contains("action=\"/letters/rungs/1/releases\"")
        .doesNotContain("data-check");
    jdbc.sql("update firm set name = '', postal_address = '', website = ''").update();
    assertThat(get("/letters/rungs/1/releases"))
        .bodyText()
        .contains("data-check")
        .doesNotContain("action=\"/letters/rungs/1/releases\"", "??");
  }

  @Test
  void lettersOfAListAreSteppedThroughAndAReleaseGoesOnWithTheNext() {
    assertThat(get("/" + LIST)).bodyText().contains("/letters/2?from=letters/list?status%3Dheld");
    assertThat(get("/letters/2?from={from}", LIST))
        .bodyText()
        .contains("rel=\"prev\"", "href=\"/letters/3?from=", "rel=\"next\"", "/letters/1?from=");
    assertThat(post("/letters/2/release").getResponse().getRedirectedUrl())
        .startsWith("/letters/1?from=letters%2Flist");
    assertThat(get("/letters/1?from={from}", LIST)).bodyText().contains("2 of 2");
    assertThat(post("/letters/1/release")).hasRedirectedUrl("/letters/1");
    assertThat(get("/letters/1?from={from}", "letters/list?rung=first")).hasStatusOk();
  }

  @Test
  void theNumberOnTheButtonIsTheNumberOfTheListBehindIt() {
    jdbc.sql("update lapse set letters_rest_until = :day where id = 1")
        .param("day", clock.today())
        .update();
    assertThat(get("/letters")).bodyText().contains("Read and release 3 letters", "3 wait");
    assertThat(get("/" + LIST)).bodyText().contains("Read and release 3");
    assertThat(get("/letters/rungs/1/releases")).bodyText().contains("Release all 3");
  }

  @Test
  void beforeAllAreLetGoItIsSaidWhoIsLeftOutAndTheFirstAreShown() {
    jdbc.sql("update customer set email_consent = false where ref = 'B'").update();
    assertThat(get("/letters/rungs/1/releases"))
        .bodyText()
        .contains("2 of 3 would leave", "no basis: no consent to letters</span>: ", ">1<")
        .contains("Anna Berg", "/letters/1/html", "Release all 3");
    assertThat(get("/letters/2")).bodyText().contains("Let go now, it would not leave (no basis");
    jdbc.sql("update letter set state = 'SENT', sent_at = now()").update();
    assertThat(get("/letters/rungs/1/releases"))
        .bodyText()
        .contains("No letter of this rung waits")
        .doesNotContain("Release all");
  }

  private MvcTestResult get(String path, Object... values) {
    return mvc.get().uri(path, values).session(session).with(user("manager")).exchange();
  }

  private MvcTestResult post(String path) {
    return mvc.post().uri(path).session(session).with(user("manager")).with(csrf()).exchange();
  }
}
