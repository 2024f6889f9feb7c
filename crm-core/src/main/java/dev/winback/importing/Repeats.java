package dev.winback.importing;

import dev.winback.customer.CustomerErased;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers given under an idempotency key, for a day: who sends the same once more gets what he got,
 * and nothing is done twice. Calls that tell facts keep their key with their rows ({@link Facts}).
 */
@Service
@Transactional
public class Repeats {

  private static final int LONGEST_KEY = 200;
  private static final Duration KEPT = Duration.ofDays(1);

  /** Its caller is at work, or its program ended while he was: it is free again after a day. */
  private static final int OPEN = 0;

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Repeats(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What went out; without a body once somebody was erased. */
  public record Answer(
      int status,
      @Nullable String location,
      @Nullable String etag,
      @Nullable String mediaType,
      byte @Nullable [] body) {}

  private record Kept(
      String bodyHash,
      @Nullable Integer status,
      @Nullable String location,
      @Nullable String etag,
      @Nullable String mediaType,
      byte @Nullable [] body) {

    boolean open() {
      return status == null || status == OPEN;
    }

    Answer answer() {
      return new Answer(Objects.requireNonNull(status), location, etag, mediaType, body);
    }
  }

  /** Empty: the key was free, is taken now, and the caller does what is asked. */
  public Optional<Answer> given(String key, String hash, String login) {
    if (key.length() > LONGEST_KEY) {
      throw Refused.field("Idempotency-Key", "refused.key-long", LONGEST_KEY);
    }
    forgetOld();
    return taken(key, hash, login) ? Optional.empty() : Optional.of(earlier(key, hash, login));
  }

  private void forgetOld() {
    jdbc.sql("delete from idempotency where status is not null and created_at < :before")
        .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }

  private boolean taken(String key, String hash, String login) {
    return jdbc.sql(
                """
                insert into idempotency (member_id, key, body_hash, status, created_at)
                select id, :key, :hash, :open, :now from member where login = :login
                on conflict do nothing
                """)
            .param("key", key)
            .param("hash", hash)
            .param("open", OPEN)
            .param("login", login)
            .param("now", clock.utc())
            .update()
        == 1;
  }

  private Answer earlier(String key, String hash, String login) {
    var kept =
        jdbc.sql(
                """
                select body_hash, status, location, etag, media_type, body from idempotency
                where member_id = (select id from member where login = :login) and key = :key
                """)
            .param("login", login)
            .param("key", key)
            .query(Kept.class)
            .optional()
            .filter(row -> row.bodyHash().equals(hash))
            .orElseThrow(() -> new Refused("refused.key-used", key));
    if (kept.open()) {
      throw new Refused("refused.key-open", key);
    }
    return kept.answer();
  }

  /** What was done is answered so from now on. */
  public void keep(String key, String login, Answer answer) {
    jdbc.sql(
            """
            update idempotency
               set status = :status, location = :location, etag = :etag, media_type = :type, body = :body
             where member_id = (select id from member where login = :login) and key = :key
            """)
        .param("status", answer.status())
        .param("location", answer.location())
        .param("etag", answer.etag())
        .param("type", answer.mediaType())
        .param("body", answer.body())
        .param("login", login)
        .param("key", key)
        .update();
  }

  /** Nothing was done: the key is free again. */
  public void release(String key, String login) {
    jdbc.sql(
            """
            delete from idempotency
             where member_id = (select id from member where login = :login) and key = :key
            """)
        .param("login", login)
        .param("key", key)
        .update();
  }

  /** Any of them may tell of him. */
  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update idempotency set body = null where body is not null").update();
  }
}
