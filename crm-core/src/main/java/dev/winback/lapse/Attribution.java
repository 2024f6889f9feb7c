package dev.winback.lapse;

import dev.winback.contact.ContactsRecorded;
import dev.winback.customer.CustomerId;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings lapses into line with the purchases as they are known now: returns and their credit, false
 * alarms, dates of loss.
 */
@Component
class Attribution {

  private static final String ATTRIBUTE = Sql.of(Attribution.class, "attribute.sql");
  private static final String FALSE_ALARM = Sql.of(Attribution.class, "false-alarm.sql");
  private static final String NO_FALSE_ALARM = Sql.of(Attribution.class, "no-false-alarm.sql");
  private static final String SILENT_SINCE = Sql.of(Attribution.class, "silent-since.sql");

  /** The event by which a lapse becomes twice lost. */
  static final String TWICE = "twice-lost";

  private static final Set<String> ENDS = Set.of("returned", TWICE);

  /** Listeners may put the keys into a statement, which takes 65,535 parameters at most. */
  private static final int BATCH = 5_000;

  private final JdbcClient jdbc;
  private final Judgement judgement;
  private final Ground ground;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Attribution(
      JdbcClient jdbc,
      Judgement judgement,
      Ground ground,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.judgement = judgement;
    this.ground = ground;
    this.clock = clock;
    this.events = events;
  }

  /** What happened to a lapse, in the words of lapse_event. */
  record Step(LapseId lapse, Stage stage, String kind) {}

  @EventListener
  @Order(Signals.FIRST + 10)
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(PurchasesRecorded recorded) {
    bring(recorded.customers());
  }

  /**
   * A call that is told late, or taken back, may be the last touch before a purchase, or the word
   * with which he ended it.
   */
  @EventListener
  @Order(Signals.FIRST + 10)
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(ContactsRecorded recorded) {
    bring(recorded.customers());
  }

  /** The lapses of these customers; null: of all. The number of lapses that changed. */
  int bring(@Nullable Set<CustomerId> customers) {
    return attribute(customers, false, true);
  }

  /** A loss of his stands open again by somebody's word: what he bought meanwhile returns it. */
  void openedAgain(long customer) {
    var steps = new ArrayList<>(returns(Sql.array(List.of(customer))));
    steps.addAll(ground.returns(steps));
    publish(List.of(), steps);
  }

  /**
   * In a merge each lapse takes its place after the other, and what is twice lost follows there.
   */
  void attribute(Set<CustomerId> customers, boolean all) {
    attribute(customers, all, false);
  }

  /** All: also lapses whose last purchase is the same are folded again as of their opening. */
  private int attribute(@Nullable Set<CustomerId> customers, boolean all, boolean told) {
    var ids =
        customers == null ? null : Sql.array(customers.stream().map(CustomerId::value).toList());
    var verdicts = judgement.judge(ids, all, clock.getZone());
    moveSilence(verdicts.all());
    var closed = falseAlarms(verdicts.falseAlarms());
    var steps = new ArrayList<>(returns(ids));
    var standing = standAgain(verdicts.standing());
    if (!standing.isEmpty()) {
      steps.addAll(standing);
      steps.addAll(returns(ids));
    }
    var losers = ids == null ? List.<Long>of() : ground(ids);
    if (told) {
      blame(losers);
      ground.silence(verdicts.lostFrom());
      steps.addAll(ground.returns(steps));
    }
    publish(closed, steps);
    return closed.size() + steps.size() + verdicts.moved().size();
  }

  /** The night has no purchases but those that were told. */
  private List<Long> ground(String customers) {
    ground.value(customers);
    return ground.losers(customers);
  }

  private void blame(List<Long> customers) {
    var taken = ground.takenFromLosers(customers);
    if (!taken.isEmpty()) {
      events.publishEvent(LapsesReassigned.toNobody(taken));
    }
  }

  private void moveSilence(List<Long> lapses) {
    jdbc.sql(SILENT_SINCE)
        .param("lapses", Sql.array(lapses))
        .param("zone", clock.getZone().getId())
        .update();
  }

  private List<LapseId> falseAlarms(List<Long> lapses) {
    return jdbc.sql(FALSE_ALARM)
        .param("lapses", Sql.array(lapses))
        .param("today", clock.today())
        .param("now", clock.utc())
        .query((row, n) -> new LapseId(row.getLong("id")))
        .list();
  }

  private List<Step> returns(@Nullable String customers) {
    return steps(
        jdbc.sql(whose(ATTRIBUTE, customers))
            .param("ids", customers)
            .param("zone", clock.getZone().getId())
            .param("today", clock.today()));
  }

  /** Everybody's or some people's: a condition that is always true would hide the index. */
  static String whose(String sql, @Nullable String customers) {
    var some = "l.customer_id = any (cast(:ids as bigint[]))";
    return sql.replace("/*whose*/", customers == null ? "true" : some);
  }

  private List<Step> standAgain(List<Long> lapses) {
    return steps(jdbc.sql(NO_FALSE_ALARM).param("lapses", Sql.array(lapses)));
  }

  private List<Step> steps(JdbcClient.StatementSpec sweep) {
    return sweep
        .param("now", clock.utc())
        .query(
            (row, n) ->
                new Step(
                    new LapseId(row.getLong("id")),
                    Stage.valueOf(row.getString("stage")),
                    row.getString("kind")))
        .list();
  }

  private void publish(List<LapseId> falseAlarms, List<Step> steps) {
    var closed = new ArrayList<>(falseAlarms);
    steps.stream().filter(s -> ENDS.contains(s.kind())).map(Step::lapse).forEach(closed::add);
    for (int from = 0; from < closed.size(); from += BATCH) {
      var some = closed.subList(from, Math.min(from + BATCH, closed.size()));
      events.publishEvent(new LapsesClosed(List.copyOf(some)));
    }
    var open = steps.stream().filter(s -> s.stage().open()).map(Step::lapse).toList();
    if (!open.isEmpty()) {
      events.publishEvent(new LapsesReopened(open));
    }
  }
}
