package dev.winback.webhook;

import dev.winback.alarm.AlarmsRaised;
import dev.winback.customer.CustomerErased;
import dev.winback.importing.ImportDone;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapsesClosed;
import dev.winback.lapse.LapsesOpened;
import dev.winback.lapse.LapsesReopened;
import dev.winback.letter.LetterId;
import dev.winback.letter.LettersSent;
import dev.winback.nightly.NightDone;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a message for every address that wants to hear of an event, in the event's own
 * transaction; keys, references and figures, nothing about a person.
 */
@Component
class Messages {

  private static final String LAPSES = Sql.of(Messages.class, "tell-lapses.sql");
  private static final String LETTER = Sql.of(Messages.class, "tell-letter.sql");
  private static final String IMPORT = Sql.of(Messages.class, "tell-import.sql");
  private static final String NIGHT = Sql.of(Messages.class, "tell-night.sql");
  private static final String ERASED = Sql.of(Messages.class, "tell-erased.sql");
  private static final String ALARMS = Sql.of(Messages.class, "tell-alarms.sql");
  private static final String TEST = Sql.of(Messages.class, "tell-test.sql");
  private static final String FORGET = Sql.of(Messages.class, "forget.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Messages(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void opened(LapsesOpened opened) {
    lapses(EventType.LAPSE_OPENED, opened.lapses());
  }

  /** Returned or closed: the stage says which. */
  @EventListener
  void closed(LapsesClosed closed) {
    lapses(EventType.LAPSE_CLOSED, closed.lapses());
  }

  @EventListener
  void reopened(LapsesReopened reopened) {
    lapses(EventType.LAPSE_REOPENED, reopened.lapses());
  }

  private void lapses(EventType type, List<LapseId> lapses) {
    tell(LAPSES)
        .param("type", type.code())
        .param("lapses", lapses.stream().map(LapseId::value).toArray(Long[]::new))
        .update();
  }

  @EventListener
  void sent(LettersSent sent) {
    tell(LETTER)
        .param("letters", sent.letters().stream().map(LetterId::value).toArray(Long[]::new))
        .update();
  }

  @EventListener
  void done(ImportDone done) {
    tell(IMPORT).param("run", done.run()).update();
  }

  @EventListener
  void done(NightDone done) {
    tell(NIGHT).param("night", done.night()).update();
  }

  @EventListener
  void raised(AlarmsRaised raised) {
    tell(ALARMS).param("alarms", raised.alarms().toArray(Long[]::new)).update();
  }

  /**
   * Earlier messages lose the numbers of the person; this last one is told each of them, before the
   * records that became part of his are emptied.
   */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void erased(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
    tell(ERASED).param("customer", erased.customer().value()).update();
  }

  void test(long webhook) {
    tell(TEST).param("webhook", webhook).update();
  }

  private JdbcClient.StatementSpec tell(String sql) {
    return jdbc.sql(sql).param("at", clock.instant().toString());
  }
}
