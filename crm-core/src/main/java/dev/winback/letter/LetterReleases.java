package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letting reviewed letters go, and taking that back while they have not left. */
@Component
class LetterReleases {

  private static final String RELEASE = Sql.of(LetterReleases.class, "release.sql");
  private static final String TAKE_BACK = Sql.of(LetterReleases.class, "take-back.sql");
  private static final String TAKE_BACK_CLAIMED =
      Sql.of(LetterReleases.class, "take-back-claimed.sql");

  private final FitToLeave fit;
  private final ActivationBook book;
  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Audit audit;
  private final Duration span;

  LetterReleases(
      FitToLeave fit,
      ActivationBook book,
      JdbcClient jdbc,
      BusinessClock clock,
      Audit audit,
      Settings settings) {
    this.fit = fit;
    this.book = book;
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
    this.span = settings.mail().undoSpan();
  }

  void release(LetterId id, int rung, Actor actor) {
    fit.require(rung);
    requireOther(rung, 1, actor);
    if (released(id.value(), null, actor).letters() == 1) {
      audit.note(actor, "release", "letter", id.value(), Map.of());
    } else if (!holds(
        "select released_at is not null from letter where id = any (:ids::bigint[])", id)) {
      throw new Refused("letter.refused.not-in-review");
    }
  }

  Released releaseAll(int rung, Actor actor) {
    fit.require(rung);
    var released = released(null, rung, actor);
    requireOther(rung, released.letters(), actor);
    audit.note(actor, "release-all", "rung", rung, Map.of("letters", released.letters()));
    return released;
  }

  /** A refusal takes back what was let go. */
  private void requireOther(int rung, int letters, Actor actor) {
    var against = book.againstRelease(rung, letters, actor);
    if (against != null) {
      throw new Refused(against.key(), against.figures().toArray());
    }
  }

  private Released released(@Nullable Long id, @Nullable Integer rung, Actor actor) {
    long release = jdbc.sql("select nextval('letter_release')").query(Long.class).single();
    int letters =
        jdbc.sql(RELEASE)
            .param("id", id)
            .param("rung", rung)
            .param("member", actor.member())
            .param("now", clock.utc())
            .param("release", release)
            .param("span", span.toMillis() / 1000.0)
            .update();
    return new Released(release, letters);
  }

  /** One letter: one that waits already stays so, one that has left is beyond recall. */
  void takeBack(LetterId id, Actor actor) {
    var back = takeBack(List.of(id.value()));
    if (back.waiting() == 1) {
      audit.note(actor, "take-back", "letter", id.value(), Map.of());
    } else if (back.left() == 1) {
      throw new Refused("letter.refused.left");
    } else if (!holds("select state = 'HELD' from letter where id = any (:ids::bigint[])", id)) {
      throw new Refused("letter.refused.not-released");
    }
  }

  /** All letters of one press; what was let go by another one since stays so. */
  TakenBack takeBack(long release, Actor actor) {
    var letters =
        jdbc.sql("select id from letter where release_id = :release")
            .param("release", release)
            .query(Long.class)
            .list();
    var back = takeBack(letters);
    audit.note(
        actor,
        "take-back-all",
        "release",
        release,
        Map.of("letters", back.waiting(), "left", back.left()));
    return back;
  }

  /** In this order: what a claim took while it was waited for is claimed by then. */
  private TakenBack takeBack(List<Long> letters) {
    var ids = Sql.array(letters);
    requireReviewed(ids);
    int waiting =
        jdbc.sql(TAKE_BACK).param("ids", ids).update()
            + jdbc.sql(TAKE_BACK_CLAIMED).param("ids", ids).update();
    int left =
        jdbc.sql(
                """
                select count(*) from letter
                 where id = any (:ids::bigint[]) and state in ('CLAIMED', 'ANNOUNCED', 'SENT', 'IN_DOUBT', 'FAILED')
                """)
            .param("ids", ids)
            .query(Integer.class)
            .single();
    return new TakenBack(waiting, left);
  }

  /** Of a rung that is live by now no letter waits for a person. */
  private void requireReviewed(String ids) {
    var live =
        jdbc.sql(
                """
                select distinct r.number from letter l join rung r on r.number = l.rung
                 where l.id = any (:ids::bigint[]) and r.mode = 'live'
                """)
            .param("ids", ids)
            .query(Integer.class)
            .list();
    if (!live.isEmpty()) {
      throw new Refused("letter.refused.take-back.live", live.get(0));
    }
  }

  private boolean holds(String sql, LetterId id) {
    return jdbc.sql(sql).param("ids", Sql.array(List.of(id.value()))).query(Boolean.class).single();
  }
}
