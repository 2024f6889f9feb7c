package dev.winback.customer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers we refuse to work with: letters, calls and surveys end (DEC-37). */
@Service
@Transactional
public class NonClients {

  /** The status in every list and file. */
  public static final String STATUS = "non_client";

  private static final String ACTIVE = "active";
  private static final Set<String> CLIENTS = Set.of(ACTIVE, "left");
  private static final int LONGEST = 500;

  private final JdbcClient jdbc;
  private final Customers customers;
  private final BusinessClock clock;

  NonClients(JdbcClient jdbc, Customers customers, BusinessClock clock) {
    this.jdbc = jdbc;
    this.customers = customers;
    this.clock = clock;
  }

  /** Who said so and why, as long as it stands. */
  @Transactional(readOnly = true)
  public Optional<NonClient> of(CustomerId customer) {
    return jdbc.sql(
            """
            select n.reason, m.name as "by", n.said_at
              from non_client n join member m on m.id = n.member_id
              join customer c on c.id = n.customer_id and c.status = 'non_client'
             where n.customer_id = :customer and n.undone_at is null
             order by n.id desc limit 1
            """)
        .param("customer", customer.value())
        .query(NonClient.class)
        .optional();
  }

  /** From now on nobody works with him and nothing is sent by itself. */
  public void refuse(String ref, String reason, Actor actor) {
    actor.require(Permission.REFUSE_CUSTOMERS);
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw Refused.field("reason", "team.refused.non-client", LONGEST);
    }
    var customer = customers.require(ref);
    requireStatus(customer, CLIENTS, "team.refused.non-client-status");
    become(ref, STATUS, actor);
    jdbc.sql(
            """
            insert into non_client (customer_id, reason, member_id, said_at)
            values (:customer, :reason, :member, :now)
            """)
        .param("customer", customer.value())
        .param("reason", reason.strip())
        .param("member", actor.member())
        .param("now", clock.utc())
        .update();
  }

  /** Takes it back: he is a customer like every other, and the loss that it ended is open again. */
  public void welcome(String ref, Actor actor) {
    actor.require(Permission.REFUSE_CUSTOMERS);
    var customer = customers.require(ref);
    requireStatus(customer, Set.of(STATUS), "team.refused.welcome");
    become(ref, ACTIVE, actor);
  }

  /** Who is dead, bankrupt or never to be contacted stays so: that was not said by us. */
  private void requireStatus(CustomerId customer, Set<String> allowed, String refusal) {
    var status =
        jdbc.sql("select status from customer where id = :customer for update")
            .param("customer", customer.value())
            .query(String.class)
            .single();
    if (!allowed.contains(status)) {
      throw new Refused(refusal);
    }
  }

  private void become(String ref, String status, Actor actor) {
    var said = Map.<CustomerField, Object>of(CustomerField.STATUS, status);
    customers.correct(new CustomerEntry(0, ref, null, said, List.of(), Map.of()), null, actor);
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update non_client set reason = null where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
