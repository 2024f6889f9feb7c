package dev.winback.prompt;

import dev.winback.letter.Ladder;
import dev.winback.letter.Mode;
import dev.winback.letter.PromptKind;
import dev.winback.letter.PromptedLetters;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * News for many readers (LET-16, LET-20, LET-21): the words are those of the kind's letter as they
 * stand when it is published.
 */
@Service
@Transactional
public class News {

  private static final String LIST = Sql.of(News.class, "news.sql");
  private static final String AGAIN = Sql.of(News.class, "news-again.sql");

  private final JdbcClient jdbc;
  private final NewsReaders readers;
  private final Ladder ladder;
  private final PromptedLetters letters;
  private final BusinessClock clock;
  private final Audit audit;

  News(
      JdbcClient jdbc,
      NewsReaders readers,
      Ladder ladder,
      PromptedLetters letters,
      BusinessClock clock,
      Audit audit) {
    this.jdbc = jdbc;
    this.readers = readers;
    this.ladder = ladder;
    this.letters = letters;
    this.clock = clock;
    this.audit = audit;
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public Paged<NewsRow> page(@Nullable String after, int limit, Actor actor) {
    actor.require(Permission.READ_LADDER);
    var rows = list(Cursor.number(after, Long.MAX_VALUE), limit + 1).query(NewsRow.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.id()));
  }

  @Transactional(readOnly = true)
  public void export(Actor actor, Consumer<NewsRow> sink) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.READ_LADDER);
    var all = list(Long.MAX_VALUE, null).withFetchSize(500);
    try (var rows = all.query(NewsRow.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(long before, @Nullable Integer limit) {
    return jdbc.sql(Pieces.limited(LIST, limit)).param("before", before);
  }

  @Transactional(readOnly = true)
  public long count(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return jdbc.sql("select count(*) from news").query(Long.class).single();
  }

  /** Whom its words would reach as they stand, and what stands against the others. */
  @Transactional(readOnly = true)
  public NewsOutlook outlook(PromptKind kind, Audience audience, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    return readers.outlook(kind, audience, ladder.rung(kind.rung(), actor).templateId());
  }

  /**
   * Publishes the letter of this kind as it stands; refused while its kind is off, when the same
   * words were published already, and for a change of rules that has begun.
   */
  public long publish(
      PromptKind kind, Audience audience, @Nullable LocalDate appliesOn, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    requireDay(kind, appliesOn);
    var rung = ladder.rung(kind.rung(), actor);
    if (!kind.news() || rung.mode() == Mode.OFF) {
      throw Refused.field("kind", "prompt.refused.news-off");
    }
    long reached = readers.count(kind, audience);
    ladder.writeToMany(kind.rung(), reached, readers.today(kind), actor);
    requireNew(rung.templateId(), audience);
    long id = insert(kind, rung.templateId(), audience, appliesOn, reached, actor);
    audit.note(actor, "publish", "news", id, Map.of("audience", audience.code()));
    return id;
  }

  /** Who is told afterwards was not told (LET-21). */
  private void requireDay(PromptKind kind, @Nullable LocalDate appliesOn) {
    boolean early = appliesOn != null && appliesOn.isAfter(clock.today());
    if (kind == PromptKind.RULES ? !early : appliesOn != null) {
      throw Refused.field("appliesOn", "prompt.refused.applies-on");
    }
  }

  /** Two clicks are one publication. */
  private void requireNew(long template, Audience audience) {
    jdbc.sql("select from rung where template_id = :template for update")
        .param("template", template)
        .query((row, n) -> n)
        .list();
    boolean published =
        jdbc.sql(
                """
                select exists (select from news
                                where template_id = :template and audience = :audience and withdrawn_at is null)
                """)
            .param("template", template)
            .param("audience", audience.code())
            .query(Boolean.class)
            .single();
    if (published) {
      throw new Refused("prompt.refused.published");
    }
  }

  private long insert(
      PromptKind kind,
      long template,
      Audience audience,
      @Nullable LocalDate appliesOn,
      long reached,
      Actor actor) {
    return jdbc.sql(
            """
            insert into news (rung, template_id, audience, applies_on, readers, published_by, published_at)
            values (:rung, :template, :audience, :applies, :readers, :member, :now)
            returning id
            """)
        .param("rung", kind.rung())
        .param("template", template)
        .param("audience", audience.code())
        .param("applies", appliesOn)
        .param("readers", reached)
        .param("member", actor.member())
        .param("now", clock.utc())
        .query(Long.class)
        .single();
  }

  /** Nobody gets them from now on; what has left stays. */
  public void withdraw(long id, Actor actor) {
    turn(id, "coalesce(withdrawn_at, :now)", "withdraw", actor);
    letters.settleNews(id);
  }

  /** The undo of it. */
  public void resume(long id, Actor actor) {
    turn(id, "null", "resume", actor);
    letters.judgeNews(id);
  }

  private void turn(long id, String withdrawn, String act, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    int found =
        jdbc.sql(
                "update news set withdrawn_at = "
                    + withdrawn
                    + " where id = :id and :now is not null")
            .param("id", id)
            .param("now", clock.utc())
            .update();
    if (found == 0) {
      throw new NotFound("news");
    }
    jdbc.sql(AGAIN).param("id", id).update();
    audit.note(actor, act, "news", id, Map.of());
  }
}
