package dev.winback.signal;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Days on which a customer may leave (DET-17): the end of a contract, a warranty, a discount.
 * Whether the member may see the customer is asked above, where lapses are known.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RiskyMoments {

  private static final int LONGEST = 200;

  private final JdbcClient jdbc;
  private final Signals signals;
  private final BusinessClock clock;
  private final Audit audit;

  RiskyMoments(JdbcClient jdbc, Signals signals, BusinessClock clock, Audit audit) {
    this.jdbc = jdbc;
    this.signals = signals;
    this.clock = clock;
    this.audit = audit;
  }

  /** A day and what happens on it. */
  public record Row(long id, LocalDate day, String title) {}

  /** The number of the moment; the same day and title twice are one. */
  public long add(CustomerId customer, LocalDate day, String title, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    var words = title.strip();
    if (words.isEmpty() || words.length() > LONGEST) {
      throw Refused.field("title", "refused.moment.title", LONGEST);
    }
    var same =
        of(customer).stream().filter(m -> m.day().equals(day) && m.title().equals(words)).findAny();
    return same.map(Row::id).orElseGet(() -> insert(customer, day, words, actor));
  }

  private long insert(CustomerId customer, LocalDate day, String title, Actor actor) {
    long id =
        jdbc.sql(
                """
                insert into risky_moment (customer_id, day, title, member_id, at)
                values (:customer, :day, :title, :member, :now) returning id
                """)
            .param("customer", customer.value())
            .param("day", day)
            .param("title", title)
            .param("member", actor.member())
            .param("now", clock.utc())
            .query(Long.class)
            .single();
    audit.note(actor, "moment-added", "customer", customer.value(), Map.of("moment", id));
    fold(customer);
    return id;
  }

  /** Takes the moment away, or brings it back. */
  public void remove(CustomerId customer, long moment, boolean back, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    int changed =
        jdbc.sql(
                """
                update risky_moment set undone_at = case when :back then null else :now end
                where customer_id = :customer and id = :moment
                """)
            .param("customer", customer.value())
            .param("moment", moment)
            .param("back", back)
            .param("now", clock.utc())
            .update();
    if (changed == 0) {
      throw new NotFound("moment");
    }
    var act = back ? "moment-restored" : "moment-removed";
    audit.note(actor, act, "customer", customer.value(), Map.of("moment", moment));
    fold(customer);
  }

  private void fold(CustomerId customer) {
    signals.foldCustomers(Set.of(customer), signals.asOf());
  }

  /** The days that are told of this customer, the earliest first. */
  @Transactional(readOnly = true)
  public List<Row> of(CustomerId customer) {
    return jdbc.sql(
            """
            select id, day, title from risky_moment
            where customer_id = :customer and undone_at is null order by day, id
            """)
        .param("customer", customer.value())
        .query(Row.class)
        .list();
  }

  @EventListener
  void forget(CustomerErased erased) {
    for (var statement :
        List.of(
            "delete from risky_moment where customer_id = :customer",
            "delete from signal where kind = 'risky-moment' and customer_id = :customer")) {
      jdbc.sql(statement).param("customer", erased.customer().value()).update();
    }
  }
}
