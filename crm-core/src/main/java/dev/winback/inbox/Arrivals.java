package dev.winback.inbox;

import dev.winback.letter.LetterId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes back of letters, from the mailbox or from a provider: each thing has its effect once,
 * and what belongs to nobody waits for a person.
 */
@Service
@Transactional
public class Arrivals {

  /** Up to here a list is counted exactly (look.md, rule 7). */
  public static final int COUNTED = 10_000;

  private static final String BEGIN = Sql.of(Arrivals.class, "begin.sql");
  private static final String END = Sql.of(Arrivals.class, "end.sql");

  private final JdbcClient jdbc;
  private final Effects effects;
  private final ArrivalRows rows;
  private final Unmatched unmatched;
  private final SpamRates rates;
  private final BusinessClock clock;

  Arrivals(
      JdbcClient jdbc,
      Effects effects,
      ArrivalRows rows,
      Unmatched unmatched,
      SpamRates rates,
      BusinessClock clock) {
    this.jdbc = jdbc;
    this.effects = effects;
    this.rows = rows;
    this.unmatched = unmatched;
    this.rates = rates;
    this.clock = clock;
  }

  /** Acts on it, once however often it comes; false while nobody knows whose it is. */
  public boolean receive(Arrival arrival) {
    var complained = take(arrival);
    weigh(complained.stream().toList());
    return known(Answers.hashed(arrival.own()));
  }

  /** The letter that it complains about, new or known; how its rung stands is to be weighed. */
  Optional<LetterId> take(Arrival arrival) {
    var own = Answers.hashed(arrival.own());
    begin(own, arrival).ifPresent(id -> end(id, effects.of(arrival), arrival));
    return arrival.kind() == ArrivalKind.COMPLAINT ? letter(own) : Optional.empty();
  }

  /** By what is stored, so that a complaint which came by two ways is one. */
  void weigh(Collection<LetterId> complained) {
    rates.weigh(complained);
  }

  /** Who brings the same at the same moment waits here for the first. */
  private Optional<Long> begin(String own, Arrival arrival) {
    return jdbc.sql(BEGIN)
        .param("own", own)
        .param("kind", arrival.kind().code())
        .param("at", arrival.at().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  private boolean known(String own) {
    return jdbc.sql("select state <> 'unmatched' from arrival where own_id = :own")
        .param("own", own)
        .query(Boolean.class)
        .single();
  }

  private Optional<LetterId> letter(String own) {
    return jdbc.sql("select letter_id from arrival where own_id = :own and letter_id is not null")
        .param("own", own)
        .query((row, n) -> new LetterId(row.getLong(1)))
        .optional();
  }

  private void end(long id, Found found, Arrival arrival) {
    var severity = found.severity();
    jdbc.sql(END)
        .param("id", id)
        .param("state", found.state())
        .param("letter", found.letter() == null ? null : found.letter().value())
        .param("severity", severity == null ? null : severity.code())
        .param("status", arrival.status())
        .param("sender", arrival.sender())
        .param("subject", arrival.subject())
        .param("words", arrival.words())
        .param("message", arrival.messageId())
        .update();
  }

  /** The newest first; what strangers wrote is shown to who may read notes. */
  @Transactional(readOnly = true)
  public Paged<ArrivalRow> page(
      ArrivalFilter filter, @Nullable String after, int limit, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    long before = Cursor.number(after, Long.MAX_VALUE);
    return Paged.of(
        rows.list(filter, before, limit + 1, actor), limit, row -> Cursor.encode(row.id()));
  }

  /** At most one more than {@link #COUNTED}: then there are more than that. */
  @Transactional(readOnly = true)
  public long count(ArrivalFilter filter, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    return rows.count(filter, COUNTED + 1);
  }

  @Transactional(readOnly = true)
  public void export(ArrivalFilter filter, Actor actor, Consumer<ArrivalRow> sink) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.RELEASE_LETTERS);
    rows.each(filter, actor, sink);
  }

  /** This customer wrote it: it waits for an answer like every letter of his. */
  public void assign(long id, String ref, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    unmatched.assign(id, ref, actor);
  }

  /** Nobody has to do anything about it. */
  public void dismiss(long id, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    unmatched.dismiss(id, actor);
  }

  /** It waits again; an answer that it was made is none any more. */
  public void restore(long id, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    unmatched.restore(id, actor);
  }

  /** Rung by rung, what readers call spam. */
  @Transactional(readOnly = true)
  public List<ComplaintRate> rates(Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    return rates.rates(null);
  }

  /** Drops the words of what was settled a month ago; the number of rows. */
  public int clean() {
    return unmatched.clean(clock.instant());
  }
}
