package dev.winback.letter;

import dev.winback.customer.CustomerCorrected;
import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapsesClosed;
import dev.winback.lapse.LapsesReopened;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lapses as rows and the ladder's answers to them; the night that opens lapses is not needed. */
@Component
class LadderStories {

  private final Stories stories;
  private final Ladder ladder;
  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  LadderStories(
      Stories stories,
      Ladder ladder,
      JdbcClient jdbc,
      BusinessClock clock,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.stories = stories;
    this.ladder = ladder;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
    this.transaction = transaction;
  }

  Actor marketing() {
    return stories.marketing();
  }

  void turnAll(Mode mode, boolean backlog) {
    for (int rung = 1; rung <= 3; rung++) {
      ladder.turn(rung, mode, backlog, marketing());
    }
  }

  /** A customer with this number, silent for so many days, with an open lapse. */
  LapseId silent(String ref, int days) {
    return lapse(stories.aCustomer(ref).silentFor(days).save(), days, "LOST");
  }

  LapseId lapse(CustomerId customer, int silentDays, String stage) {
    return new LapseId(
        jdbc.sql(
                """
                insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
                select :customer, coalesce(max(number), 0) + 1, :stage, :day::date, 'test', :day::date - :days, 100, 'EUR'
                from lapse where customer_id = :customer
                returning id
                """)
            .param("customer", customer.value())
            .param("stage", stage)
            .param("day", clock.today())
            .param("days", silentDays)
            .query(Long.class)
            .single());
  }

  void set(String column, @Nullable Object value, String ref) {
    jdbc.sql("update customer set " + column + " = :value where ref = :ref")
        .param("value", value)
        .param("ref", ref)
        .update();
  }

  void execute(String sql) {
    jdbc.sql(sql).update();
  }

  void close(LapseId lapse, String stage) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("update lapse set stage = :stage where id = :id")
              .param("stage", stage)
              .param("id", lapse.value())
              .update();
          events.publishEvent(new LapsesClosed(List.of(lapse)));
        });
  }

  void reopen(LapseId lapse) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("update lapse set stage = 'LATE' where id = :id")
              .param("id", lapse.value())
              .update();
          events.publishEvent(new LapsesReopened(List.of(lapse)));
        });
  }

  void corrected(String ref) {
    var id = one("select id from customer where ref = '" + ref + "'", Long.class);
    transaction.executeWithoutResult(
        status -> events.publishEvent(new CustomerCorrected(new CustomerId(id))));
  }

  /** Each letter as {@code ref/rung} with its state, reason and percent. */
  Map<String, String> letters() {
    return jdbc
        .sql(
            """
            select c.ref || '/' || e.rung as letter,
                   concat_ws(' ', e.state, e.hold_reason, e.percent || '%') as what
            from letter e join customer c on c.id = e.customer_id
            """)
        .query((row, nr) -> Map.entry(row.getString("letter"), row.getString("what")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  <T> T one(String sql, Class<T> type) {
    return jdbc.sql(sql).query(type).single();
  }
}
