package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sentence;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked for a rung to go live, and who decided. */
@Component
class ActivationBook {

  private static final String LAST = Sql.of(ActivationBook.class, "last-decision.sql");
  private static final String OPEN = Sql.of(ActivationBook.class, "activation.sql");

  private final JdbcClient jdbc;
  private final LetterPlanning planning;
  private final BusinessClock clock;

  ActivationBook(JdbcClient jdbc, LetterPlanning planning, BusinessClock clock) {
    this.jdbc = jdbc;
    this.planning = planning;
    this.clock = clock;
  }

  /** More letters than this on the first day need a second person. */
  int limit() {
    return jdbc.sql("select second_above from letter_rule").query(Integer.class).single();
  }

  void limit(int letters) {
    jdbc.sql("update letter_rule set second_above = :letters, version = version + 1")
        .param("letters", letters)
        .update();
  }

  /** Letters that would leave today if the rung went live. */
  long firstDay(int rung, boolean backlog) {
    return planning.ifLive(rung, clock.today(), backlog).stream()
        .filter(count -> count.reason() == null)
        .mapToLong(ReasonCount::letters)
        .sum();
  }

  /** Asked anew when the words or the number are others; the last one to ask is the asker. */
  void ask(Rung rung, boolean backlog, long letters, Actor actor) {
    decide(rung.number(), "withdrawn", null, actor);
    jdbc.sql(
            """
            insert into activation (rung, backlog, letters, template_id, asked_by, asked_at)
            values (:rung, :backlog, :letters, :template, :member, :now)
            """)
        .param("rung", rung.number())
        .param("backlog", backlog)
        .param("letters", letters)
        .param("template", rung.templateId())
        .param("member", actor.member())
        .param("now", now())
        .update();
  }

  /** False: nothing waited. */
  boolean decide(int rung, String outcome, @Nullable String word, Actor actor) {
    return jdbc.sql(
                """
                update activation set decided_by = :member, decided_at = :now, outcome = :outcome, word = :word
                 where rung = :rung and decided_at is null
                """)
            .param("rung", rung)
            .param("outcome", outcome)
            .param("word", word)
            .param("member", actor.member())
            .param("now", now())
            .update()
        > 0;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  Optional<Decided> refused(int rung) {
    return jdbc.sql(LAST)
        .param("rung", rung)
        .query(
            (row, nr) ->
                new Decided(
                    row.getString("by"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("word")))
        .optional();
  }

  Optional<Activation> open(int rung) {
    return list(rung).stream().findFirst();
  }

  List<Activation> list(@Nullable Integer rung) {
    return jdbc.sql(OPEN)
        .param("rung", rung)
        .query(
            (row, nr) ->
                new Activation(
                    row.getLong("id"),
                    row.getInt("rung"),
                    row.getBoolean("backlog"),
                    row.getLong("letters"),
                    row.getLong("template_id"),
                    row.getLong("asked_by"),
                    row.getString("asker"),
                    row.getObject("asked_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Why this person may not be the second one; null: he may. */
  @Nullable Sentence against(Activation asked, Actor actor) {
    if (!actor.may(Permission.RELEASE_LETTERS)) {
      return Sentence.of("letter.refused.second.role");
    }
    if (asked.askedBy() == actor.member()) {
      return Sentence.of("letter.refused.second.asker");
    }
    return wrote(actor.member(), asked) ? Sentence.of("letter.refused.second.author") : null;
  }

  /** While a rung is asked for, only who may decide lets its letters go. */
  void requireSecond(int rung, Actor actor) {
    var against = open(rung).map(asked -> against(asked, actor)).orElse(null);
    if (against != null) {
      throw new Refused(against.key(), against.figures().toArray());
    }
  }

  /** Whether he wrote words that would leave, in whichever language. */
  private boolean wrote(long member, Activation asked) {
    return jdbc.sql(
            """
            select exists (select from template t
                            where t.created_by = :member
                              and (t.id = :template
                                   or t.id in (select template_id from rung_variant where rung = :rung)))
            """)
        .param("member", member)
        .param("template", asked.templateId())
        .param("rung", asked.rung())
        .query(Boolean.class)
        .single();
  }
}
