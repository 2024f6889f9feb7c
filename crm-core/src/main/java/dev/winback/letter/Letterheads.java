package dev.winback.letter;

import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the firm signs its letters: read by whoever reads the ladder, changed by who writes it. */
@Service
@Transactional
public class Letterheads {

  /**
   * Rungs that somebody has turned live, and letters that leave or wait for somebody to let them
   * go.
   */
  private static final String ANY =
      """
      select template_id from rung where mode = 'live' and since is not null
      union all
      (select template_id from letter where state = 'PLANNED' limit 1)
      union all
      (select template_id from letter where state = 'HELD' and hold_reason = 'REVIEW' limit 1)
      """;

  /** Those whose button has no address of its own. */
  private static final String LEADING_THERE =
      "select from (" + ANY + ") a join template t on t.id = a.template_id and t.button_url = ''";

  private final JdbcClient jdbc;
  private final Audit audit;

  Letterheads(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public Letterhead head(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return now();
  }

  /** By what readers know the firm, and where they find it; they have no login. */
  public record Sign(String name, String website) {}

  @Transactional(readOnly = true)
  public Sign sign() {
    var head = now();
    return new Sign(head.name(), head.website());
  }

  /** Which letterhead is in force, counted by its changes. */
  @Transactional(readOnly = true)
  public long version(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return version("");
  }

  private long version(String locked) {
    return jdbc.sql("select letterhead_version from firm " + locked).query(Long.class).single();
  }

  Letterhead now() {
    return jdbc.sql(
            """
            select name, postal_address, phone, email, website, logo_url, social, letter_language as language
              from firm
            """)
        .query(Letterhead.class)
        .single();
  }

  /**
   * From the next letter on; who writes, where he can be found and where the button leads is not
   * taken away from letters that are on.
   */
  public Letterhead change(Letterhead wanted, Actor actor) {
    return change(wanted, null, actor);
  }

  /** The same, unless somebody else has saved another than the one that this person changed. */
  public Letterhead change(Letterhead wanted, @Nullable Long seen, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    var head = wanted.checked();
    long inForce = version("for update");
    if (seen != null && seen != inForce) {
      throw new Outdated("letter.refused.letterhead.other");
    }
    var before = now();
    requireKept("name", before.name(), head.name(), ANY);
    requireKept("postalAddress", before.postalAddress(), head.postalAddress(), ANY);
    requireKept("website", before.website(), head.website(), LEADING_THERE);
    jdbc.sql(
            """
            update firm
               set name = :name, postal_address = :address, phone = :phone, email = :email, website = :website,
                   logo_url = :logo, social = :social, letter_language = :language, letterhead_version = letterhead_version + 1
            """)
        .param("name", head.name())
        .param("address", head.postalAddress())
        .param("phone", head.phone())
        .param("email", head.email())
        .param("website", head.website())
        .param("logo", head.logoUrl())
        .param("social", head.social())
        .param("language", head.language())
        .update();
    audit.note(actor, "letterhead", "firm", 1, Map.of("name", head.name()));
    return head;
  }

  private void requireKept(String field, String before, String wanted, String letters) {
    if (!before.isEmpty() && wanted.isEmpty() && leave(letters)) {
      throw Refused.field(field, "letter.refused.identity");
    }
  }

  private boolean leave(String letters) {
    return jdbc.sql("select exists (" + letters + ")").query(Boolean.class).single();
  }
}
