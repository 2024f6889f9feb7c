package dev.winback.aftercare;

import dev.winback.lapse.HandoverUndone;
import dev.winback.lapse.MemberReplaced;
import dev.winback.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts with good customers of who left: somebody congratulates in the same hour. */
@Component
class ContactsFollow {

  private static final String FOLLOW = Sql.of(ContactsFollow.class, "good-follow.sql");

  private final JdbcClient jdbc;

  ContactsFollow(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void succeed(MemberReplaced replaced) {
    follow(replaced.handover());
  }

  @EventListener
  void giveBack(HandoverUndone undone) {
    follow(undone.handover());
  }

  private void follow(long handover) {
    jdbc.sql(FOLLOW).param("handover", handover).update();
  }
}
