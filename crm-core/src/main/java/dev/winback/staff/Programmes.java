package dev.winback.staff;

import dev.winback.shared.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who answers for winning customers back (OPS-01), and the numbers that the team goes by. */
@Service
@Transactional
public class Programmes {

  private final JdbcClient jdbc;
  private final Audit audit;

  Programmes(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public Programme current() {
    return jdbc.sql(
            """
            select m.login as owner, m.name as owner_name, p.owner_title, p.cooling_days, p.untouched_days
              from programme p left join member m on m.id = p.owner_id and m.active
            """)
        .query(Programme.class)
        .single();
  }

  /** Names the owner by login; without one nobody answers for it. */
  public void change(Programme programme, Actor actor) {
    actor.require(Permission.KEEP_PROGRAMME);
    programme.check();
    var owner = member(programme.owner());
    jdbc.sql(
            """
            update programme
               set owner_id = :owner, owner_title = :title, cooling_days = :cooling, untouched_days = :untouched,
                   version = version + 1
            """)
        .param("owner", owner)
        .param("title", blankToNull(programme.ownerTitle()))
        .param("cooling", programme.coolingDays())
        .param("untouched", programme.untouchedDays())
        .update();
    var detail = Map.of("owner", String.valueOf(programme.owner()));
    audit.note(actor, "programme.changed", "programme", 1, detail);
  }

  private @Nullable Long member(@Nullable String login) {
    var asked = blankToNull(login);
    if (asked == null) {
      return null;
    }
    return jdbc.sql("select id from member where login = lower(:login) and active")
        .param("login", asked)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> Refused.field("owner", "team.refused.owner", asked));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
