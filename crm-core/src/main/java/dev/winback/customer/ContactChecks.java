package dev.winback.customer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has looked at a customer's number and address and found them right (OPS-05); whether the
 * member may see the customer is asked above, where lapses are known.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ContactChecks {

  /** The same click twice is one check. */
  private static final Duration SAME = Duration.ofSeconds(60);

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Audit audit;

  ContactChecks(JdbcClient jdbc, BusinessClock clock, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** The number of the check, by which it is taken back. */
  public long check(CustomerId customer, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    lock(customer);
    var now = clock.instant();
    return same(customer, now, actor).orElseGet(() -> add(customer, now, actor));
  }

  private void lock(CustomerId customer) {
    var found =
        jdbc.sql("select id from customer where id = :id and erased_at is null for no key update")
            .param("id", customer.value())
            .query(Long.class)
            .optional();
    if (found.isEmpty()) {
      throw new NotFound("customer");
    }
  }

  private Optional<Long> same(CustomerId customer, Instant now, Actor actor) {
    return jdbc.sql(
            """
            select max(id) from contact_check
             where customer_id = :customer and member_id = :member and undone_at is null and checked_at > :since
            """)
        .param("customer", customer.value())
        .param("member", actor.member())
        .param("since", now.minus(SAME).atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  private long add(CustomerId customer, Instant now, Actor actor) {
    long check =
        jdbc.sql(
                """
                insert into contact_check (customer_id, member_id, checked_at) values (:customer, :member, :now)
                returning id
                """)
            .param("customer", customer.value())
            .param("member", actor.member())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    audit.note(actor, "customer.checked", "customer", customer.value(), Map.of("check", check));
    return check;
  }

  /** The check was a mistake: it counts no longer. Twice is once. */
  public void undo(CustomerId customer, long check, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    require(customer, check);
    int undone =
        jdbc.sql("update contact_check set undone_at = :now where id = :id and undone_at is null")
            .param("now", clock.utc())
            .param("id", check)
            .update();
    if (undone > 0) {
      var detail = Map.of("check", check);
      audit.note(actor, "customer.unchecked", "customer", customer.value(), detail);
    }
  }

  private void require(CustomerId customer, long check) {
    var found =
        jdbc.sql(
                "select id from contact_check where id = :id and customer_id = :customer for update")
            .param("id", check)
            .param("customer", customer.value())
            .query(Long.class)
            .optional();
    if (found.isEmpty()) {
      throw new NotFound("check");
    }
  }
}
