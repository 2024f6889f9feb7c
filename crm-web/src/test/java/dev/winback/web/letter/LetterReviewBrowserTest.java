package dev.winback.web.letter;

import dev.winback.letter.Ladder;
import dev.winback.letter.Letters;
import dev.winback.letter.Mode;
import dev.winback.shared.BusinessClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.Screens;
import dev.winback.web.testing.WebTest;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of letters that wait for a release, with letters that wait. */
@WebTest
class LetterReviewBrowserTest {

  private static final String RELEASES = "/letters/rungs/1/releases";

  @LocalServerPort int port;
  @Autowired Stories stories;
  @Autowired Letters letters;
  @Autowired Ladder ladder;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void thePageOfWhatWaitsIsAccessibleAndKeepsItsWidth() {
    stories.admin();
    stories.manager();
    for (var name : List.of("Anna Berg", "Otto Łódź & Söhne GmbH")) {
      stories.aCustomer(name.substring(0, 1)).named(name).silentFor(100).save();
    }
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            select id, 1, 'LATE', :day::date, 'test', :day::date - 100, 100, 'EUR' from customer
            """)
        .param("day", clock.today())
        .update();
    ladder.turn(1, Mode.REVIEW, true, stories.marketing());
    letters.plan(clock.today());
    var soft = new SoftAssertions();
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go(RELEASES);
      soft.assertThat(browser.all(".letter-frame")).as("letters to read").hasSize(2);
      Screens.look(browser, List.of(RELEASES), soft);
    }
    soft.assertAll();
  }
}
