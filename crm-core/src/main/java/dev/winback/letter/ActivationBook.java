package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sentence;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.OffsetDateTime;
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
  private static final String WROTE = Sql.of(ActivationBook.class, "wrote.sql");
  private static final String BESIDE = Sql.of(ActivationBook.class, "waiting-beside.sql");

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
    return counts(rung, backlog).stream()
        .filter(count -> count.reason() == null)
        .mapToLong(ReasonCount::letters)
        .sum();
  }

  /** By reason; beside the ladder no silence is reached, and those that wait are all. */
  List<ReasonCount> counts(int rung, boolean backlog) {
    return rung < 0
        ? List.of(
            new ReasonCount(null, jdbc.sql(BESIDE).param("rung", rung).query(Long.class).single()))
        : planning.ifLive(rung, clock.today(), backlog);
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
    return clock.utc();
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
    return wrote(asked.rung(), actor) ? Sentence.of("letter.refused.second.author") : null;
  }

  /**
   * Why this person does not let so many letters of the rung go; null: he may. While it is asked
   * for, only who may decide; and never so many by who wrote them or asked in vain.
   */
  @Nullable Sentence againstRelease(int rung, long letters, Actor actor) {
    var asked = open(rung).orElse(null);
    if (asked != null) {
      return against(asked, actor) == null
          ? null
          : Sentence.of("letter.refused.release.asked", rung, asked.asker());
    }
    int limit = limit();
    boolean own = letters > limit && (wrote(rung, actor) || askedInVain(rung, actor));
    return own ? Sentence.of("letter.refused.release.own", rung, limit) : null;
  }

  private boolean wrote(int rung, Actor actor) {
    return holds(WROTE, rung, actor);
  }

  /** Whether the last who asked is he, and nobody has agreed. */
  private boolean askedInVain(int rung, Actor actor) {
    return holds(
        """
        select exists (select from activation a
                        where a.id = (select max(id) from activation where rung = :rung)
                          and a.asked_by = :member and a.outcome is distinct from 'approved')
        """,
        rung,
        actor);
  }

  private boolean holds(String sql, int rung, Actor actor) {
    return jdbc.sql(sql)
        .param("member", actor.member())
        .param("rung", rung)
        .query(Boolean.class)
        .single();
  }
}
