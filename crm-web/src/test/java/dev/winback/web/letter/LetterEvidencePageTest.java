package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.testing.ALetter;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The page of a letter says why it was allowed, and what came to be known too late (I9). */
@WebTest
class LetterEvidencePageTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @Test
  void itSaysByWhatTheLetterWasAllowed() {
    long id = sent("basis = 'consent', consent_at = '2025-04-03 12:00+02'");
    assertThat(page(id)).contains("Allowed by", "their consent of 3 Apr 2025", "12:00");
    set("basis = 'consent', consent_at = null");
    assertThat(page(id)).contains("their consent, of which no moment is known");
    set("basis = 'soft-opt-in'");
    assertThat(page(id)).contains("customers who had not said no").doesNotContain("would not have");
    set("basis = 'agreed'");
    assertThat(page(id)).contains("agreed with them on the telephone");
    set("basis = null");
    assertThat(page(id)).doesNotContain("Allowed by");
  }

  @Test
  void itSaysThatALaterKnownPurchaseWouldHaveKeptItBack() {
    long id = sent("basis = 'soft-opt-in'");
    jdbc.sql(
            """
            insert into purchase (customer_id, purchased_at, received_at, source, external_id, amount, currency, status)
            select customer_id, '2026-06-01 07:30+02', '2026-06-02 09:15+02', 'x', 'x', 5, 'EUR', 'paid' from letter
            """)
        .update();
    assertThat(page(id))
        .contains("would not have been sent: a purchase of 1 Jun 2026, 07:30 arrived on 2 Jun");
  }

  private long sent(String how) {
    stories.manager();
    long id = ALetter.in(jdbc).planned();
    set("state = 'SENT', sent_at = '2026-06-01 10:00+02', " + how);
    return id;
  }

  private void set(String how) {
    jdbc.sql("update letter set " + how).update();
  }

  private String page(long id) {
    var answer = mvc.get().uri("/letters/" + id).with(user("manager")).exchange();
    assertThat(answer).hasStatusOk();
    return org.jsoup.Jsoup.parse(
            new String(
                answer.getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8))
        .text();
  }
}
