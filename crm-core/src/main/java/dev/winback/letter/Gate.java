package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The one judgement whether letters may leave now, asked inside other statements. */
@Component
class Gate {

  private static final String GATE = Sql.of(Gate.class, "outbox-gate.sql");
  private static final String UNWRITTEN = Sql.of(Gate.class, "unwritten.sql");
  private static final String HOLD = around("outbox-hold.sql");

  private final JdbcClient jdbc;
  private final Settings settings;
  private final BusinessClock clock;

  Gate(JdbcClient jdbc, Settings settings, BusinessClock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /** A statement file with the gate in the place of its mark. */
  static String around(String file) {
    return Sql.of(Gate.class, file).replace("/*gate*/", GATE);
  }

  /**
   * Holds with their reasons those of these letters that may not leave now and are still planned or
   * the node's own; the number held.
   */
  int hold(String node, Long... letters) {
    return ask(HOLD, letters).param("node", node).update();
  }

  /** The same as if a person had let the letters go. */
  static String asReleased(String file) {
    return around(file).replace("/*unreleased*/", "and false");
  }

  /**
   * A statement about letters that nobody has written: one of a rung to each of these customers,
   * judged as if a person had let it go.
   */
  static String beforehand(String file) {
    var gate = GATE.replace("  from letter l\n", "  from (" + UNWRITTEN + ") l\n");
    var released = gate.replace("/*unreleased*/", "and false");
    return Sql.of(Gate.class, file).replace("/*gate*/", released);
  }

  /** The statement with the gate's parameters for these letters. */
  StatementSpec ask(String statement, Long... letters) {
    var hours = settings.mail().hours();
    return jdbc.sql(statement)
        .param("ids", letters)
        .param("now", clock.utc())
        .param("today", clock.today())
        .param("zone", settings.firmZone().getId())
        .param("soft_opt_in", settings.mail().softOptIn())
        .param("from", hours.fromMinute())
        .param("until", hours.untilMinute());
  }

  /**
   * For this transaction: the plan of the gate is made once for each connection and not for each
   * letter, because making it costs many times what asking costs.
   */
  void keepPlans() {
    jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
  }

  /** An opt-out takes the first lock, a purchase that ends the lapse the second. */
  void lock(DueLetter letter) {
    jdbc.sql("select from mail_address where address_hash = address_hash(:address) for update")
        .param("address", letter.address())
        .query((row, n) -> n)
        .list();
    var lapse = letter.lapse();
    if (lapse != null) {
      jdbc.sql("select from lapse where id = :lapse for share")
          .param("lapse", lapse.value())
          .query((row, n) -> n)
          .list();
    }
  }
}
