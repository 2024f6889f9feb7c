package dev.winback.letter;

import dev.winback.customer.Suppressions;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a reader asked for beside an end of all letters; the gate of every letter asks for it. */
@Component
class QuietMailboxes {

  static final Duration PAUSE = Duration.ofDays(90);

  private static final String ASK = Sql.of(QuietMailboxes.class, "quiet.sql");

  private final JdbcClient jdbc;
  private final Suppressions suppressions;
  private final BusinessClock clock;

  QuietMailboxes(JdbcClient jdbc, Suppressions suppressions, BusinessClock clock) {
    this.jdbc = jdbc;
    this.suppressions = suppressions;
    this.clock = clock;
  }

  /** Until when no letter comes; null: for good. */
  record Quiet(String kind, @Nullable Instant until) {}

  void pause(String address, LetterId letter) {
    ask(address, "pause", clock.instant().plus(PAUSE).atOffset(ZoneOffset.UTC), letter);
  }

  void cartsOnly(String address, LetterId letter) {
    ask(address, "carts", null, letter);
  }

  /** Under the lock of the mailbox: no letter begins after this has committed. */
  private void ask(String address, String kind, @Nullable OffsetDateTime until, LetterId letter) {
    suppressions.hold(address);
    if (holds(of(address), kind, until)) {
      return;
    }
    lift(address);
    jdbc.sql(ASK)
        .param("address", address)
        .param("kind", kind)
        .param("until", until)
        .param("letter", letter.value())
        .update();
  }

  /** The same wish again within a day is one. */
  private static boolean holds(@Nullable Quiet now, String kind, @Nullable OffsetDateTime until) {
    return now != null
        && now.kind().equals(kind)
        && (now.until() == null
            || until == null
            || now.until().isAfter(until.minusDays(1).toInstant()));
  }

  void lift(String address) {
    suppressions.hold(address);
    jdbc.sql(
            """
            update mailbox_quiet set lifted_at = clock_timestamp()
             where address_hash = address_hash(:address) and lifted_at is null
            """)
        .param("address", address)
        .update();
  }

  @Nullable Quiet of(String address) {
    return jdbc.sql(
            """
            select kind, until from mailbox_quiet
             where address_hash = address_hash(:address) and lifted_at is null
               and coalesce(until, 'infinity') > :now
            """)
        .param("address", address)
        .param("now", clock.utc())
        .query(Quiet.class)
        .optional()
        .orElse(null);
  }
}
