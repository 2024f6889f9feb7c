package dev.winback.task;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Sha256;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Meetings and agreed calls for a member's own calendar (CAL-28): one by one, or by an address that
 * he makes and revokes. The address is the only key to it; of its secret the hash is kept.
 */
@Service
@Transactional
public class Appointments {

  private static final int PREFIX = 11;
  private static final int SECRET_BYTES = 40;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LIST = Sql.of(Appointments.class, "appointments.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Appointments(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Since when the address works; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<Instant> feed(Actor actor) {
    actor.require(Permission.WORK_TASKS);
    return jdbc.sql("select made_at from calendar_feed where member_id = :member")
        .param("member", actor.member())
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /** A new secret, shown once; the one before works no more. */
  public String open(Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql(
            """
            insert into calendar_feed (member_id, prefix, hash, made_at) values (:member, :prefix, :hash, :now)
            on conflict (member_id) do update
              set prefix = excluded.prefix, hash = excluded.hash, made_at = excluded.made_at
            """)
        .param("member", actor.member())
        .param("prefix", token.substring(0, PREFIX))
        .param("hash", Sha256.of(token))
        .param("now", clock.utc())
        .update();
    return token;
  }

  public void close(Actor actor) {
    actor.require(Permission.WORK_TASKS);
    jdbc.sql("delete from calendar_feed where member_id = :member")
        .param("member", actor.member())
        .update();
  }

  private record Feed(long member, byte[] hash) {}

  /** What the address shows; not found for one that is wrong, revoked, or of a member who left. */
  @Transactional(readOnly = true)
  public List<Appointment> of(String token) {
    var member =
        known(token)
            .filter(feed -> MessageDigest.isEqual(feed.hash(), Sha256.of(token)))
            .orElseThrow(() -> new NotFound("calendar"))
            .member();
    return list(member, null);
  }

  private Optional<Feed> known(String token) {
    return jdbc.sql(
            """
            select f.member_id as member, f.hash
              from calendar_feed f
              join member m on m.id = f.member_id and m.active and m.role in ('REP', 'MANAGER')
             where f.prefix = :prefix
            """)
        .param("prefix", token.substring(0, Math.min(PREFIX, token.length())))
        .query(Feed.class)
        .optional();
  }

  /** One appointment of the member, or of anybody for a manager. */
  @Transactional(readOnly = true)
  public Appointment one(TaskId task, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var whose = actor.may(Permission.SEE_ALL_TASKS) ? null : actor.member();
    return list(whose, task.value()).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("appointment"));
  }

  private List<Appointment> list(@Nullable Long member, @Nullable Long task) {
    return jdbc.sql(LIST)
        .param("member", member)
        .param("task", task)
        .param("from", clock.today().minusDays(30))
        .query(Appointment.class)
        .list();
  }
}
