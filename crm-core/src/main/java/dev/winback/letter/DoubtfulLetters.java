package dev.winback.letter;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of letters in doubt beside counting and sending again: dropped by a person, counted
 * as sent when nobody has decided for seven days (letters.md, "In-doubt resolution").
 */
@Service
@Transactional
public class DoubtfulLetters {

  private static final String DROP = Sql.of(DoubtfulLetters.class, "drop.sql");
  private static final String UNDROP = Sql.of(DoubtfulLetters.class, "undrop.sql");

  private final JdbcClient jdbc;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  DoubtfulLetters(JdbcClient jdbc, Audit audit, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.events = events;
  }

  /** It is neither counted nor sent again, and its coupon is nobody's. */
  public void drop(LetterId letter, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    requireOne(letter, jdbc.sql(DROP).param("id", letter.value()).query(Integer.class).single());
    audit.note(actor, "drop", "letter", letter.value(), Map.of());
  }

  /** It waits for a decision again. */
  public void undo(LetterId letter, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    requireOne(letter, jdbc.sql(UNDROP).param("id", letter.value()).query(Integer.class).single());
    audit.note(actor, "undrop", "letter", letter.value(), Map.of());
  }

  private void requireOne(LetterId letter, int changed) {
    if (changed == 1) {
      return;
    }
    var known =
        jdbc.sql("select exists (select from letter where id = :id)")
            .param("id", letter.value())
            .query(Boolean.class)
            .single();
    if (!known) {
      throw new NotFound("letter");
    }
    throw new Refused("letter.refused.not-in-doubt");
  }

  /** Whoever has got nothing says nothing: after a week most have arrived. How many. */
  public int settle() {
    var sent = settled();
    if (!sent.isEmpty()) {
      events.publishEvent(new LettersSent(sent));
    }
    return sent.size();
  }

  private List<LetterId> settled() {
    return jdbc.sql(
            """
            update letter
               set state = 'SENT', sent_at = announced_at, ended_at = clock_timestamp(), version = version + 1
             where state = 'IN_DOUBT' and ended_at <= clock_timestamp() - interval '7 days'
            returning id
            """)
        .query((row, n) -> new LetterId(row.getLong("id")))
        .list();
  }
}
