package dev.winback.category;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * In which order lost customers are returned: where the figures put each of them, and where a
 * person did, with a reason (rules.md, "Categories").
 */
@Service
@Transactional
public class PriorityGroups {

  private static final int LONGEST_REASON = 500;

  private static final String MOVES = Sql.of(PriorityGroups.class, "moves.sql");
  private static final String SAME = Sql.of(PriorityGroups.class, "same-move.sql");

  private final JdbcClient jdbc;
  private final Regrouping regrouping;
  private final BusinessClock clock;
  private final Audit audit;

  PriorityGroups(JdbcClient jdbc, Regrouping regrouping, BusinessClock clock, Audit audit) {
    this.jdbc = jdbc;
    this.regrouping = regrouping;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Puts the customer into this group, or with null back to where the figures put him; the number
   * of the move, by which it is taken back. The same click twice is one move.
   */
  public long move(CustomerId customer, @Nullable Integer group, String reason, Actor actor) {
    actor.require(Permission.DECIDE);
    var to = group == null ? null : PriorityGroup.of(group).number();
    var why = reason(reason);
    lock(customer);
    return same(customer, to, why).orElseGet(() -> add(customer, to, why, actor));
  }

  private static String reason(String reason) {
    var why = reason.strip();
    if (why.isEmpty()) {
      throw Refused.field("reason", "refused.group.reason");
    }
    if (why.length() > LONGEST_REASON) {
      throw Refused.field("reason", "refused.group.reason-long", LONGEST_REASON);
    }
    return why;
  }

  /** Who never bought is lost to nobody. */
  private void lock(CustomerId customer) {
    var found =
        jdbc.sql(
                """
                select c.id from customer c join customer_category k on k.customer_id = c.id
                where c.id = :id and c.erased_at is null for no key update of c
                """)
            .param("id", customer.value())
            .query(Long.class)
            .optional();
    if (found.isEmpty()) {
      throw new Refused("refused.group.none");
    }
  }

  private Optional<Long> same(CustomerId customer, @Nullable Integer group, String reason) {
    return jdbc.sql(SAME)
        .param("customer", customer.value())
        .param("group", group)
        .param("reason", reason)
        .query(Long.class)
        .optional();
  }

  private long add(CustomerId customer, @Nullable Integer group, String reason, Actor actor) {
    long move =
        jdbc.sql(
                """
                insert into group_move (customer_id, to_group, reason, member_id, moved_at)
                values (:customer, :group, :reason, :member, :now) returning id
                """)
            .param("customer", customer.value())
            .param("group", group)
            .param("reason", reason)
            .param("member", actor.member())
            .param("now", now())
            .query(Long.class)
            .single();
    var detail = Map.of("move", move, "group", group == null ? 0 : group);
    audit.note(actor, "customer.grouped", "customer", customer.value(), detail);
    regrouping.look(Set.of(customer));
    return move;
  }

  private OffsetDateTime now() {
    return clock.utc();
  }

  /** The move was a mistake: it counts no longer. Twice is once. */
  public void undo(CustomerId customer, long move, Actor actor) {
    actor.require(Permission.DECIDE);
    if (of(customer).stream().noneMatch(m -> m.id() == move)) {
      throw new NotFound("move");
    }
    int undone =
        jdbc.sql("update group_move set undone_at = :now where id = :id and undone_at is null")
            .param("now", now())
            .param("id", move)
            .update();
    if (undone > 0) {
      var detail = Map.of("move", move);
      audit.note(actor, "customer.ungrouped", "customer", customer.value(), detail);
      regrouping.look(Set.of(customer));
    }
  }

  /** All moves of the customer, the newest first. */
  @Transactional(readOnly = true)
  public List<GroupMove> of(CustomerId customer) {
    return jdbc.sql(MOVES).param("customer", customer.value()).query(GroupMove.class).list();
  }

  /**
   * Looks at these customers again: something that decides about their group has changed. Whoever
   * decides it above calls this.
   */
  public void look(Set<CustomerId> customers) {
    regrouping.look(customers);
  }

  @EventListener
  void on(CustomerErased erased) {
    jdbc.sql("update group_move set reason = '' where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
