package dev.winback.letter;

import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the firm signs its letters: read by whoever reads the ladder, changed by who writes it. */
@Service
@Transactional
public class Letterheads {

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

  Letterhead now() {
    return jdbc.sql(
            "select name, postal_address, phone, email, website, logo_url, social from firm")
        .query(Letterhead.class)
        .single();
  }

  /** From the next letter on. */
  public Letterhead change(Letterhead wanted, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    var head = wanted.checked();
    jdbc.sql(
            """
            update firm
               set name = :name, postal_address = :address, phone = :phone, email = :email, website = :website,
                   logo_url = :logo, social = :social, version = version + 1
            """)
        .param("name", head.name())
        .param("address", head.postalAddress())
        .param("phone", head.phone())
        .param("email", head.email())
        .param("website", head.website())
        .param("logo", head.logoUrl())
        .param("social", head.social())
        .update();
    audit.note(actor, "letterhead", "firm", 1, Map.of("name", head.name()));
    return head;
  }
}
