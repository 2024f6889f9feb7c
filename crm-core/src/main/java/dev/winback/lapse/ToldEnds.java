package dev.winback.lapse;

import dev.winback.contact.ContactsRecorded;
import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends the open loss of who has said a final no, or whom the firm does not want, in a contact that
 * is told by a file or a program (acceptance.md, "Outcome of a contact").
 */
@Component
class ToldEnds {

  private static final String END = Sql.of(ToldEnds.class, "told-end.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  ToldEnds(JdbcClient jdbc, BusinessClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /** When the lapses have been brought into line: a return that is told late ends it first. */
  @EventListener
  @Order(Signals.FIRST + 20)
  void on(ContactsRecorded recorded) {
    var ended =
        jdbc.sql(END)
            .param("customers", Sql.array(recorded.customers(), CustomerId::value))
            .param("zone", clock.getZone().getId())
            .param("today", clock.today())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query((row, n) -> new LapseId(row.getLong(1)))
            .list();
    if (!ended.isEmpty()) {
      events.publishEvent(new LapsesClosed(ended));
    }
  }
}
