package dev.winback.demo;

import dev.winback.lapse.Handovers;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Transfer;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import dev.winback.team.Plans;
import dev.winback.team.Visits;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the demo firm's manager has arranged with her reps. */
@Component
class DemoDesk {

  private static final String DEAREST = Sql.of(DemoDesk.class, "dearest.sql");

  private final Handovers handovers;
  private final Visits visits;
  private final Plans plans;
  private final Staff staff;
  private final BusinessClock clock;
  private final JdbcClient jdbc;

  DemoDesk(
      Handovers handovers,
      Visits visits,
      Plans plans,
      Staff staff,
      BusinessClock clock,
      JdbcClient jdbc) {
    this.handovers = handovers;
    this.visits = visits;
    this.plans = plans;
    this.staff = staff;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  void arrange(LocalDate today) {
    var manager = staff.actor("manager");
    takeOver(manager);
    var dear = dearest("rep", 2);
    if (dear.size() == 2) {
      visit(dear.get(0), today.plusDays(3), manager);
      plan(dear.get(0), today, manager);
      plans.add(dear.get(1), "Ask the carrier for a second driver", "rep", today, manager);
    }
  }

  /** Losses of both reps that nobody works on yet: they could exchange them. */
  private void takeOver(Actor manager) {
    var both =
        Stream.of("rep", "rep2").flatMap(login -> dearest(login, 3).stream().skip(2)).toList();
    if (!both.isEmpty()) {
      var why = "I look at these myself before anybody calls.";
      handovers.transfer(new Transfer(both, List.of(), "manager", why, null), manager);
    }
  }

  private void visit(LapseId lapse, LocalDate day, Actor manager) {
    var at = day.atTime(10, 0).atZone(clock.getZone()).toInstant();
    var questions = "What would have kept him? Who decides there now?";
    visits.arrange(lapse, at, questions, manager);
  }

  private void plan(LapseId lapse, LocalDate today, Actor manager) {
    long first = plans.add(lapse, "Find out who delivers to him now", "rep", today, manager);
    plans.add(lapse, "Take samples of the new roast along", "rep", today.plusDays(3), manager);
    plans.add(lapse, "Offer a fixed delivery day", "manager", today.plusDays(7), manager);
    plans.done(lapse, first, true, staff.actor("rep"));
  }

  private List<LapseId> dearest(String rep, int most) {
    return jdbc.sql(DEAREST)
        .param("rep", rep)
        .param("most", most)
        .query((row, n) -> new LapseId(row.getLong(1)))
        .list();
  }
}
