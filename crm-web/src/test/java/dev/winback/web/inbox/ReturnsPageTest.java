package dev.winback.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.testing.ALetter;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * What came back is shown to who may act on it, and a provider's messages are taken by their
 * signature alone, each event once (letters.md, "Bounces, complaints, replies"; LET-23).
 */
@WebTest
@TestPropertySource(properties = "winback.inbox.hook-secret=s3cret")
class ReturnsPageTest {

  private static final String BOUNCE =
      "{\"id\":\"e3\",\"event\":\"bounce\",\"message_id\":\"1.a@shop.example\",\"status\":\"5.1.1\"}";

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private String ref;

  @BeforeEach
  void aLetterThatLeftAndAStrangersMail() {
    stories.marketing();
    stories.manager();
    ALetter.in(jdbc).planned();
    jdbc.sql(
            """
            update letter set state = 'SENT', address = 'anna@example.org', address_hash = address_hash('anna@example.org'),
                   message_id = '<1.a@shop.example>', announced_at = now(), sent_at = now()
            """)
        .update();
    jdbc.sql(
            """
            insert into arrival (own_id, kind, state, came_at, sender, subject, words)
            values ('u', 'reply', 'unmatched', now(), 'x@y.example', 'Where are you?', 'private words')
            """)
        .update();
    ref = one("select ref from customer");
  }

  @Test
  void aStrangersMailIsGivenToACustomerAndTakenBack() {
    assertThat(get("/letters/returns?state=unmatched", "marketing"))
        .hasStatusOk()
        .bodyText()
        .contains("Where are you?", "x@y.example")
        .doesNotContain("private words");
    assertThat(get("/letters/returns", "manager")).bodyText().contains("private words");
    assertThat(get("/letters/returns.csv", "manager")).bodyText().contains("Where are you?");
    post("/letters/returns/1/customer?customer=" + ref);
    var replies = get("/replies", "manager");
    assertThat(replies)
        .bodyText()
        .contains("mailto:x@y.example?subject=Re%3A%20Where%20are%20you%3F");
    assertThat(one("select state from arrival")).isEqualTo("done");
    post("/letters/returns/1/restoration");
    assertThat(one("select state || (select count(*) from contact) from arrival"))
        .isEqualTo("unmatched0");
    post("/letters/returns/1/dismissal");
    assertThat(one("select state from arrival")).isEqualTo("dismissed");
  }

  @Test
  void everyRungThatTheReadingsNameHasAPage() {
    for (int rung : jdbc.sql("select number from rung").query(Integer.class).list()) {
      assertThat(get("/letters/rungs/" + rung, "manager")).as(rung + "").hasStatusOk();
    }
  }

  @Test
  void aNumberThatNobodyHasIsRefusedInASentence() {
    var refused = post("/letters/returns/1/customer?customer=none");
    assertThat(refused).hasStatus(422).bodyText().contains("no customer with the number none");
  }

  @Test
  void aSignedEventHasItsEffectOnceAndAnUnsignedNone() {
    var body =
        "[{\"id\":\"e1\",\"event\":\"bounce\",\"message_id\":\"1.a@shop.example\",\"status\":\"5.1.1\",\"at\":\"2026-06-01T10:00:00Z\"}]";
    assertThat(tell(body, "00")).hasStatus(401);
    assertThat(mvc.post().uri("/hooks/mail").content(body)).hasStatus(401);
    assertThat(one("select count(*)::text from suppression")).isEqualTo("0");
    for (int i = 0; i < 2; i++) {
      assertThat(tell(body, signed(body, "s3cret"))).hasStatusOk();
    }
    assertThat(one("select state from letter")).isEqualTo("FAILED");
    assertThat(one("select string_agg(reason, '') from suppression")).isEqualTo("hard_bounce");
    assertThat(one("select count(*)::text from arrival where kind = 'bounce'")).isEqualTo("1");
  }

  @Test
  void aMessageThatCannotBeReadStoresNothingOfIt() {
    for (var body :
        new String[] {
          "nonsense",
          "[]",
          "[{\"id\":\"e1\",\"event\":\"complaint\",\"message_id\":\"1.a@shop.example\"},{\"id\":\"e2\"}]",
          "{\"id\":\"e1\",\"event\":\"complaint\",\"at\":\"+1000000000-01-01T00:00:00Z\"}",
          "{\"id\":\"e1\",\"event\":\"complaint\",\"at\":\"-1000000-01-01T00:00:00Z\"}"
        }) {
      assertThat(tell(body, signed(body, "s3cret"))).as(body).hasStatus(400);
    }
    assertThat(one("select count(*)::text from suppression")).isEqualTo("0");
  }

  @Test
  void whatNoTableTakesIsLeftOutOfAnEvent() {
    var body =
        "{\"id\":\"e\\u0000\",\"event\":\"bounce\",\"message_id\":\"a\\u0000b\",\"recipient\":\"a\\u0000@b\",\"reason\":\"\\u0000\"}";
    assertThat(tell(body, signed(body, "s3cret"))).hasStatusOk();
    assertThat(
            mvc.post()
                .uri("/api/v1/hooks/mail")
                .header("X-Winback-Signature", signed(body, "s3cret"))
                .content(body))
        .hasStatusOk();
    assertThat(one("select count(*)::text from arrival where kind = 'bounce'")).isEqualTo("1");
  }

  @Test
  void complaintsBeforeAnEventThatFailsAreWeighed() {
    long second = ALetter.in(jdbc).to("otto@example.org").planned();
    jdbc.sql(
            """
            update letter set state = 'SENT', address = 'otto@example.org', address_hash = address_hash('otto@example.org'),
                   message_id = '<2.b@shop.example>', announced_at = now(), sent_at = now()
             where id = :id
            """)
        .param("id", second)
        .update();
    jdbc.sql("alter table arrival add constraint fails check (kind <> 'bounce') not valid")
        .update();
    try {
      var body = "[" + complaint(1, "1.a") + "," + complaint(2, "2.b") + "," + BOUNCE + "]";
      assertThat(tell(body, signed(body, "s3cret"))).hasFailed();
    } finally {
      jdbc.sql("alter table arrival drop constraint fails").update();
    }
    assertThat(one("select paused_because from rung where number = 1")).isEqualTo("complaints");
  }

  private static String complaint(int number, String letter) {
    return "{\"id\":\"e%d\",\"event\":\"complaint\",\"message_id\":\"%s@shop.example\"}"
        .formatted(number, letter);
  }

  @Test
  void aLetterInDoubtIsLetBeAndTakenBack() {
    jdbc.sql("update letter set state = 'IN_DOUBT'").update();
    post("/letters/1/drops");
    assertThat(one("select state || hold_reason from letter")).isEqualTo("FAILEDDROPPED");
    assertThat(one("select (void_at is not null)::text from coupon")).isEqualTo("true");
    post("/letters/1/drops/undo");
    assertThat(one("select state from letter")).isEqualTo("IN_DOUBT");
    assertThat(one("select (void_at is null)::text from coupon")).isEqualTo("true");
  }

  private MvcTestResult get(String path, String login) {
    return mvc.get().uri(path).with(user(login)).exchange();
  }

  private MvcTestResult post(String path) {
    return mvc.post().uri(path).with(user("manager")).with(csrf()).exchange();
  }

  private MvcTestResult tell(String body, String signature) {
    return mvc.post()
        .uri("/hooks/mail")
        .header("X-Winback-Signature", signature)
        .content(body)
        .exchange();
  }

  private static String signed(String body, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256="
          + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).optional().orElse(null);
  }
}
