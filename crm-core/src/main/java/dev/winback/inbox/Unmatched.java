package dev.winback.inbox;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails that belong to nobody we know, and what people decide about them. */
@Component
class Unmatched {

  /** So long a decision can be taken back with its words. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final String TAKE = Sql.of(Unmatched.class, "take.sql");
  private static final String SETTLE = Sql.of(Unmatched.class, "settle.sql");
  private static final String RESTORE = Sql.of(Unmatched.class, "restore.sql");
  private static final String CLEAN = Sql.of(Unmatched.class, "clean.sql");

  private final JdbcClient jdbc;
  private final Answers answers;
  private final Audit audit;
  private final BusinessClock clock;

  Unmatched(JdbcClient jdbc, Answers answers, Audit audit, BusinessClock clock) {
    this.jdbc = jdbc;
    this.answers = answers;
    this.audit = audit;
    this.clock = clock;
  }

  private record Mail(
      String ownId,
      String state,
      OffsetDateTime cameAt,
      @Nullable String sender,
      @Nullable String subject,
      @Nullable String words,
      @Nullable String messageId) {}

  void assign(long id, String ref, Actor actor) {
    var mail = waiting(id);
    answers.keep(
        customer(ref, actor),
        mail.ownId(),
        mail.cameAt().toInstant(),
        new Answers.Words(
            text(mail.messageId()), text(mail.sender()), text(mail.subject()), text(mail.words())));
    settle(id, Found.DONE, actor);
    audit.note(actor, "assign-mail", "arrival", id, Map.of());
  }

  void dismiss(long id, Actor actor) {
    waiting(id);
    settle(id, Found.DISMISSED, actor);
  }

  /** Two people at once: the second one is told. */
  private Mail waiting(long id) {
    var mail = take(id);
    if (!mail.state().equals(Found.UNMATCHED)) {
      throw new Refused("inbox.refused.settled");
    }
    return mail;
  }

  private Mail take(long id) {
    return jdbc.sql(TAKE)
        .param("id", id)
        .query(Mail.class)
        .optional()
        .orElseThrow(() -> new NotFound("arrival"));
  }

  private CustomerId customer(String ref, Actor actor) {
    return jdbc.sql(
            Visible.in(
                "select c.id from customer c where c.ref = :ref and c.erased_at is null and /*visible*/",
                actor))
        .params(Visible.to(actor))
        .param("ref", ref.strip())
        .query(Long.class)
        .optional()
        .map(CustomerId::new)
        .orElseThrow(() -> Refused.field("customer", "inbox.refused.customer", ref.strip()));
  }

  private void settle(long id, String state, Actor actor) {
    jdbc.sql(SETTLE)
        .param("id", id)
        .param("state", state)
        .param("member", actor.member())
        .param("now", clock.utc())
        .update();
  }

  /** Only what a person has settled, while its words are kept; what waits already waits on. */
  void restore(long id, Actor actor) {
    if (take(id).state().equals(Found.UNMATCHED)) {
      return;
    }
    var own =
        jdbc.sql(RESTORE)
            .param("id", id)
            .param("after", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
            .query(String.class)
            .optional()
            .orElseThrow(() -> new Refused("inbox.refused.late"));
    answers.drop(own);
    audit.note(actor, "restore-mail", "arrival", id, Map.of());
  }

  int clean(Instant now) {
    return jdbc.sql(CLEAN).param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC)).update();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
