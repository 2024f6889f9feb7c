package dev.winback.inbox;

import dev.winback.letter.LetterId;
import dev.winback.letter.Proofs;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Audit;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many readers call a rung's letters spam: Gmail stops taking mail from 0.3 % on, so we stop
 * first.
 */
@Component
class SpamRates {

  static final Duration COUNTED = Duration.ofDays(30);

  private static final String RATES = Sql.of(SpamRates.class, "rates.sql");

  private final JdbcClient jdbc;
  private final Proofs proofs;
  private final Audit audit;
  private final BusinessClock clock;

  SpamRates(JdbcClient jdbc, Proofs proofs, Audit audit, BusinessClock clock) {
    this.jdbc = jdbc;
    this.proofs = proofs;
    this.audit = audit;
    this.clock = clock;
  }

  /** After complaints about these letters: from the limit on their rung's wait for a person. */
  void weigh(Collection<LetterId> letters) {
    if (!letters.isEmpty()) {
      var whose = Sql.array(letters, LetterId::value);
      oneAtATime(whose);
      rates(whose).stream().filter(ComplaintRate::stops).forEach(this::stop);
    }
  }

  /** Of two complaints at the same moment the second counts when the first has been stored. */
  private void oneAtATime(String letters) {
    jdbc.sql(
            """
            select from rung where number in (select rung from letter where id = any (:letters::bigint[]))
             order by number for no key update
            """)
        .param("letters", letters)
        .query((row, n) -> n)
        .list();
  }

  /** Of the rungs of these letters; null: of all. */
  List<ComplaintRate> rates(@Nullable String letters) {
    var whose =
        letters == null ? Map.<String, Object>of() : Map.<String, Object>of("letters", letters);
    return jdbc.sql(Pieces.asked(RATES, whose))
        .params(whose)
        .param("since", clock.instant().minus(COUNTED).atOffset(ZoneOffset.UTC))
        .query(ComplaintRate.class)
        .list();
  }

  private void stop(ComplaintRate rate) {
    if (proofs.pause(rate.rung())) {
      var figures = Map.of("complaints", rate.complaints(), "letters", rate.letters());
      audit.note(null, "pause", "rung", rate.rung(), figures);
    }
  }
}
