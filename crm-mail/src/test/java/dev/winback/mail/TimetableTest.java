package dev.winback.mail;

import static org.awaitility.Awaitility.await;

import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A node that sends letters does so by itself, in mailbox mode without a relay, and one that starts
 * looks at once for what a lost node has left.
 */
@CoreTest
@TestPropertySource(properties = {"winback.mail.nodes=true", "winback.mail.mode=mailbox"})
@DirtiesContext
class TimetableTest {

  @Autowired Timetable timetable;
  @Autowired JdbcClient jdbc;

  @Test
  void aDueLetterLeavesWithinSecondsAndAnAbandonedOneIsFound() {
    timetable.stop();
    long due = ALetter.in(jdbc).planned();
    long abandoned = ALetter.in(jdbc).to("b@example.org").planned();
    jdbc.sql(
            "update letter set state = 'CLAIMED', node = 'dead', lease_until = clock_timestamp() where id = :id")
        .param("id", abandoned)
        .update();
    timetable.start();

    awaitSent(due);
    awaitSent(abandoned);
  }

  private void awaitSent(long letter) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                jdbc.sql("select state from letter where id = :id")
                    .param("id", letter)
                    .query(String.class)
                    .single()
                    .equals("SENT"));
  }
}
