package dev.winback.letter;

import dev.winback.reason.RepairChanged;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges waiting letters anew at once when the repair of their reason begins or ends (OPS-07). */
@Component
class RepairedReasons {

  private static final String LAPSES = Sql.of(RepairedReasons.class, "reason-lapses.sql");

  private final JdbcClient jdbc;
  private final LetterPlanning planning;
  private final PromptedLetters prompted;
  private final BusinessClock clock;

  RepairedReasons(
      JdbcClient jdbc, LetterPlanning planning, PromptedLetters prompted, BusinessClock clock) {
    this.jdbc = jdbc;
    this.planning = planning;
    this.prompted = prompted;
    this.clock = clock;
  }

  @EventListener
  void judge(RepairChanged repair) {
    var lapses = jdbc.sql(LAPSES).param("code", repair.code()).query(Long.class).list();
    planning.revise(clock.today(), lapses);
    prompted.judge(PromptKind.FAULT.rung());
  }
}
