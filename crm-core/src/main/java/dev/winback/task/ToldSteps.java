package dev.winback.task;

import dev.winback.contact.ContactsRecorded;
import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.ToldNos;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The work that a contact leaves which a file or a program told: what the same outcome of a call of
 * ours plans where nobody has to name a day (acceptance.md, "Outcome of a contact").
 */
@Component
class ToldSteps {

  private static final String STEP = Sql.of(ToldSteps.class, "told-step.sql");

  /** What this call stored or corrected a contact to. */
  private static final String NEW =
      """
      k.customer_id = any (:ids::bigint[]) and k.result in ('wrong_number', 'moved', 'person_gone', 'ordered')
      and (k.received_at >= now()
           or exists (select from fact_history h
                       where h.customer_id = k.customer_id and h.fact = 'contact' and h.fact_id = k.id
                         and h.replaced_at >= now()))
      and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'GONE')
      """;

  private static final String NO = "l.id = any (:ids::bigint[]) and k.result = l.close_reason";
  private static final String PLAN = Sql.of(ToldSteps.class, "told-plan.sql");
  private static final String WITHDRAWN = Sql.of(ToldSteps.class, "told-withdrawn.sql");

  private final JdbcClient jdbc;
  private final WorkRules rules;
  private final BusinessClock clock;

  ToldSteps(JdbcClient jdbc, WorkRules rules, BusinessClock clock) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.clock = clock;
  }

  private record Told(
      long lapse,
      long customer,
      long contact,
      String result,
      Instant at,
      long member,
      boolean open,
      boolean hasCompany,
      boolean another,
      BigDecimal weight) {}

  private record Planned(Told told, TaskKind kind, LocalDate day) {}

  /** After the losses have ended that the same contacts end, and their work with them. */
  @EventListener
  @Order(Signals.FIRST + 40)
  void on(ContactsRecorded recorded) {
    var customers = Sql.array(recorded.customers(), CustomerId::value);
    jdbc.sql(WITHDRAWN).param("customers", customers).param("now", now()).update();
    plan(NEW, customers);
  }

  @EventListener
  void on(ToldNos told) {
    plan(NO, Sql.array(told.lapses(), LapseId::value));
  }

  private void plan(String which, String ids) {
    var days = rules.days();
    var steps =
        jdbc
            .sql(STEP.replace("/*which*/", which))
            .param("ids", ids)
            .param("zone", clock.getZone().getId())
            .query(Told.class)
            .list()
            .stream()
            .flatMap(told -> step(told, days).stream())
            .toList();
    if (!steps.isEmpty()) {
      write(steps);
    }
  }

  /** As after our own call on that day; what it left to do long ago is history. */
  private Optional<Planned> step(Told told, WorkingDays days) {
    var today = clock.today();
    var step = NextStep.after(CallResult.ofCode(told.result()), null, situation(told, days));
    boolean old = told.at().isBefore(clock.instant().minus(StepAfter.MONTH));
    if (step == null || old && step.on().isBefore(today)) {
      return Optional.empty();
    }
    var day = step.on().isBefore(today) ? days.onOrAfter(today) : step.on();
    return Optional.of(new Planned(told, step.kind(), day));
  }

  private NextStep.Situation situation(Told told, WorkingDays days) {
    var local = told.at().atZone(clock.getZone());
    return new NextStep.Situation(
        TaskKind.CALL,
        1,
        told.open(),
        told.hasCompany(),
        told.another(),
        null,
        1,
        null,
        DayPart.of(local.toLocalTime()),
        local.toLocalDate(),
        days);
  }

  private void write(List<Planned> steps) {
    jdbc.sql(PLAN)
        .param("lapses", Sql.array(steps, step -> step.told().lapse()))
        .param("customers", Sql.array(steps, step -> step.told().customer()))
        .param("members", Sql.array(steps, step -> step.told().member()))
        .param("kinds", Sql.array(steps, step -> step.kind().code()))
        .param("days", Sql.array(steps, step -> step.day()))
        .param("weights", Sql.array(steps, step -> step.told().weight()))
        .param("contacts", Sql.array(steps, step -> step.told().contact()))
        .param("now", now())
        .update();
  }

  private OffsetDateTime now() {
    return clock.utc();
  }
}
