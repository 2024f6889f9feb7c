package dev.winback.lapse;

import dev.winback.contact.ContactsRecorded;
import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends the open loss of who has said a final no, or whom the firm does not want, in a contact that
 * is told by a file or a program (acceptance.md, "Outcome of a contact"), and opens it again when
 * that is withdrawn.
 */
@Component
class ToldEnds {

  private static final String END = Sql.of(ToldEnds.class, "told-end.sql");
  private static final String BACK = Sql.of(ToldEnds.class, "told-end-back.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  ToldEnds(JdbcClient jdbc, BusinessClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /**
   * When the lapses have been brought into line and opened: a return that is told late ends one
   * first.
   */
  @EventListener
  @Order(Signals.FIRST + 30)
  void on(ContactsRecorded recorded) {
    var customers = Sql.array(recorded.customers(), CustomerId::value);
    var withdrawn = lapses(jdbc.sql(BACK).param("customers", customers));
    if (!withdrawn.isEmpty()) {
      events.publishEvent(new LapsesReopened(withdrawn));
    }
    end("l.customer_id = any (:customers::bigint[])", clock.today(), customers);
  }

  /**
   * What was said before the loss was opened, once somebody has it: who has it has the far contact
   * too.
   */
  int ofOpened(LocalDate day) {
    return end("l.opened_on = :day and :customers::text is null", day, null);
  }

  private int end(String whose, LocalDate day, @Nullable String customers) {
    var sweep = jdbc.sql(END.replace("/*whose*/", whose)).param("customers", customers);
    var ended = lapses(sweep.param("day", day));
    if (!ended.isEmpty()) {
      events.publishEvent(new LapsesClosed(ended));
      events.publishEvent(new ToldNos(ended));
    }
    return ended.size();
  }

  private List<LapseId> lapses(JdbcClient.StatementSpec sweep) {
    return sweep
        .param("zone", clock.getZone().getId())
        .param("now", clock.utc())
        .query((row, n) -> new LapseId(row.getLong(1)))
        .list();
  }
}
