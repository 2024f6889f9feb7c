package dev.winback.task;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what waits beside a member's queue. */
@Component
class WaitingWork {

  private static final int FIRST = 10;
  private static final String TOMORROW =
      Sql.of(WaitingWork.class, "tomorrow.sql")
          .replace("/*promise*/", Sql.of(WaitingWork.class, "promise.sql"));
  private static final String RETURNED = Sql.of(WaitingWork.class, "returned-today.sql");
  private static final String BROKEN =
      Sql.of(WaitingWork.class, "broken.sql")
          .replace("/*promise*/", Sql.of(WaitingWork.class, "promise.sql"));

  private final JdbcClient jdbc;
  private final Replies replies;
  private final Settings settings;
  private final BusinessClock clock;

  WaitingWork(JdbcClient jdbc, Replies replies, Settings settings, BusinessClock clock) {
    this.jdbc = jdbc;
    this.replies = replies;
    this.settings = settings;
    this.clock = clock;
  }

  Waiting of(MemberId member, LocalDate next, Actor actor) {
    var currency = settings.currency().getCurrencyCode();
    var back = returned(currency, member);
    return new Waiting(
        member.equals(actor.id()) ? replies.page(true, null, FIRST, actor).items() : List.of(),
        promised(TOMORROW, member).param("next", next).query(Promise.class).list(),
        promised(BROKEN, member).query(Long.class).single(),
        back.returned(),
        back.money(),
        back.share(),
        currency);
  }

  /** What came back today to his credit. */
  private record Returned(long returned, BigDecimal money, BigDecimal share) {}

  private Returned returned(String currency, MemberId member) {
    return jdbc.sql(RETURNED)
        .param("member", member.value())
        .param("today", clock.today())
        .param("currency", currency)
        .query(Returned.class)
        .single();
  }

  private JdbcClient.StatementSpec promised(String sql, MemberId member) {
    return jdbc.sql(sql)
        .param("today", clock.today())
        .param("zone", clock.getZone().getId())
        .param("member", member.value());
  }
}
