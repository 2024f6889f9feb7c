package dev.winback.team;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.task.CallResult;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last talks with the customer of a loss, for who is about to meet him. */
@Service
@Transactional(readOnly = true)
public class Talks {

  /** What is logged of a call that reached somebody. */
  static final String[] RESULTS =
      Arrays.stream(CallResult.values())
          .filter(result -> result.consequence().reached())
          .map(CallResult::code)
          .toArray(String[]::new);

  private static final int LAST = 5;
  private static final String TALKS = Sql.of(Talks.class, "talks.sql");

  private final JdbcClient jdbc;
  private final Lapses lapses;

  Talks(JdbcClient jdbc, Lapses lapses) {
    this.jdbc = jdbc;
    this.lapses = lapses;
  }

  /** The latest first. */
  public List<Talk> last(LapseId lapse, Actor actor) {
    var customer = lapses.requireVisible(lapse, actor);
    return jdbc.sql(TALKS)
        .param("customer", customer.value())
        .param("notes", actor.may(Permission.READ_CALL_NOTES))
        .param("limit", LAST)
        .query(Talk.class)
        .list();
  }
}
