package dev.winback.why;

import dev.winback.customer.CustomerErased;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The step before all steps: nobody acts before somebody has looked (UND-01). */
@Service
@Transactional
public class Backgrounds {

  private static final String OF = Sql.of(Backgrounds.class, "background.sql");

  private final JdbcClient jdbc;
  private final Lapses lapses;
  private final BusinessClock clock;

  Backgrounds(JdbcClient jdbc, Lapses lapses, BusinessClock clock) {
    this.jdbc = jdbc;
    this.lapses = lapses;
    this.clock = clock;
  }

  /** What was looked at last; empty when nobody has looked yet. */
  @Transactional(readOnly = true)
  public Optional<Background> of(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    return of(lapse).map(b -> actor.may(Permission.READ_CALL_NOTES) ? b : withoutNote(b));
  }

  private Optional<Background> of(LapseId lapse) {
    return jdbc.sql(OF).param("lapse", lapse.value()).query(Background.class).optional();
  }

  private static Background withoutNote(Background b) {
    return new Background(
        b.id(), b.purchases(), b.staff(), b.complaints(), b.done(), "", b.member(), b.lookedAt());
  }

  /** True once all three were looked at. */
  @Transactional(readOnly = true)
  public boolean done(LapseId lapse) {
    return of(lapse).filter(Background::done).isPresent();
  }

  /** Refused as long as the step is open: an offer is made by who knows what happened. */
  @Transactional(readOnly = true)
  public void require(LapseId lapse) {
    if (!done(lapse)) {
      throw Refused.field("background", "why.refused.background");
    }
  }

  /** The same of whoever may say with it that all three were looked at. */
  public void require(LapseId lapse, boolean looked, Actor actor) {
    if (looked) {
      look(lapse, Looked.ALL, actor);
    }
    require(lapse);
  }

  /** Notes what was looked at, with what was before; the same again is once. Its number. */
  public long look(LapseId lapse, Looked looked, Actor actor) {
    var customer = lapses.learn(lapse, actor);
    looked.require();
    var before = of(lapse);
    var whole = before.map(b -> with(b, looked)).orElse(looked);
    if (before.isPresent() && says(before.get(), whole)) {
      return before.get().id();
    }
    long id = add(lapse, customer.value(), whole, actor);
    lapses.learnt(lapse, "background", Map.of("row", id), actor);
    return id;
  }

  private static Looked with(Background b, Looked looked) {
    var note = looked.note() == null || looked.note().isBlank() ? b.note() : looked.note();
    return new Looked(
        b.purchases() || looked.purchases(),
        b.staff() || looked.staff(),
        b.complaints() || looked.complaints(),
        note);
  }

  private static boolean says(Background b, Looked looked) {
    return b.purchases() == looked.purchases()
        && b.staff() == looked.staff()
        && b.complaints() == looked.complaints()
        && b.note().equals(Objects.requireNonNullElse(looked.note(), "").strip());
  }

  private long add(LapseId lapse, long customer, Looked looked, Actor actor) {
    return jdbc.sql(
            """
            insert into background (lapse_id, customer_id, member_id, looked_at, purchases, staff, complaints, note)
            values (:lapse, :customer, :member, :now, :purchases, :staff, :complaints, :note)
            returning id
            """)
        .param("lapse", lapse.value())
        .param("customer", customer)
        .param("member", actor.member())
        .param("now", clock.utc())
        .param("purchases", looked.purchases())
        .param("staff", looked.staff())
        .param("complaints", looked.complaints())
        .param("note", Objects.requireNonNullElse(looked.note(), "").strip())
        .query(Long.class)
        .single();
  }

  /** It was not looked at after all: the step is as it was before. Twice is once. */
  public void undo(LapseId lapse, long background, Actor actor) {
    lapses.learn(lapse, actor);
    var known =
        jdbc.sql(
                "select undone_at is null as stands from background where id = :id and lapse_id = :lapse")
            .param("id", background)
            .param("lapse", lapse.value())
            .query(Boolean.class)
            .optional()
            .orElseThrow(() -> new NotFound("background"));
    if (known) {
      jdbc.sql("update background set undone_at = :now where id = :id")
          .param("now", clock.utc())
          .param("id", background)
          .update();
      lapses.learnt(lapse, "background-undone", Map.of("row", background), actor);
    }
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update background set note = '' where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
