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

/** A node that sends letters does so by itself; in mailbox mode without a relay. */
@CoreTest
@TestPropertySource(properties = {"winback.mail.nodes=true", "winback.mail.mode=mailbox"})
@DirtiesContext
class TimetableTest {

  @Autowired JdbcClient jdbc;

  @Test
  void aDueLetterLeavesWithinSecondsAndAnAbandonedOneIsFound() {
    long due = ALetter.in(jdbc).planned();
    long abandoned = ALetter.in(jdbc).to("b@example.org").planned();
    jdbc.sql(
            "update letter set state = 'CLAIMED', node = 'dead', lease_until = clock_timestamp() where id = :id")
        .param("id", abandoned)
        .update();

    awaitSent(due, 20);
    awaitSent(abandoned, 60);
  }

  private void awaitSent(long letter, int seconds) {
    await()
        .atMost(Duration.ofSeconds(seconds))
        .until(
            () ->
                jdbc.sql("select state from letter where id = :id")
                    .param("id", letter)
                    .query(String.class)
                    .single()
                    .equals("SENT"));
  }
}
