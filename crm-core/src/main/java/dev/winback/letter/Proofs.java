package dev.winback.letter;

import dev.winback.offer.CouponUsed;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the outside proves of a letter: whoever answers, clicks or complains has got it; what comes
 * back has not arrived (letters.md, "In-doubt resolution").
 */
@Service
@Transactional
public class Proofs {

  private static final String ARRIVED = Sql.of(Proofs.class, "arrived.sql");
  private static final String RETURNED = Sql.of(Proofs.class, "returned.sql");
  private static final String FULL = Sql.of(Proofs.class, "returned-full.sql");

  private final JdbcClient jdbc;
  private final SignedLinks links;
  private final RungHealth health;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Proofs(
      JdbcClient jdbc,
      SignedLinks links,
      RungHealth health,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.links = links;
    this.health = health;
    this.clock = clock;
    this.events = events;
  }

  /** The letter of a return path (VERP) that we have signed; empty for a forged one. */
  @Transactional(readOnly = true)
  public Optional<LetterId> returning(String token) {
    return links.returning(token);
  }

  /** Somebody has it: a letter in doubt is settled, any other stays as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void arrived(LetterId letter) {
    int settled = jdbc.sql(ARRIVED).param("id", letter.value()).update();
    if (settled == 1) {
      events.publishEvent(new LettersSent(List.of(letter)));
    }
  }

  /** Who has used its coupon has read it. */
  @EventListener
  void couponUsed(CouponUsed used) {
    arrived(new LetterId(used.letter()));
  }

  /**
   * It came back: the letter has failed, nobody has its coupon, and its rung is looked at as after
   * a refusal; twice is once. The refusal is that of the table: mailbox, content or none.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void returned(LetterId letter, @Nullable String refusal, String answer) {
    jdbc.sql(RETURNED)
        .param("id", letter.value())
        .param("refusal", refusal)
        .param("answer", answer)
        .query(Integer.class)
        .optional()
        .ifPresent(health::look);
  }

  /** The mailbox was full once more: how often in the 30 days before, with this time. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int full(String address, LetterId letter, Instant at) {
    return jdbc.sql(FULL)
        .param("address", address)
        .param("letter", letter.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("zone", clock.getZone().getId())
        .query(Integer.class)
        .single();
  }

  /** Too many readers call a rung's letters spam: it stops until a person has looked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean pause(int rung) {
    return jdbc.sql(
                """
                update rung
                   set paused_at = clock_timestamp(), paused_because = 'complaints', version = version + 1
                 where number = :rung and paused_at is null
                """)
            .param("rung", rung)
            .update()
        == 1;
  }
}
