package dev.winback.signal;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.MemberId;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people teach the program of one customer: how long his silence means nothing, and until when
 * he is quiet. Whether the member may see the customer is asked above, where lapses are known.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OwnLimits {

  private static final int LONGEST = 3650;

  private final JdbcClient jdbc;
  private final Signals signals;
  private final BusinessClock clock;
  private final Audit audit;

  OwnLimits(JdbcClient jdbc, Signals signals, BusinessClock clock, Audit audit) {
    this.jdbc = jdbc;
    this.signals = signals;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Somebody has decided that this lapse is a false alarm: so long a silence is usual with this
   * customer, and the next alarm comes after half as long again at the earliest. The decision has
   * asked whether he may.
   */
  public void falseAlarm(
      CustomerId customer, LocalDate silentSince, long lapse, String why, MemberId member) {
    long silent = ChronoUnit.DAYS.between(silentSince, clock.today());
    int limit = (int) Math.min(LONGEST, Math.max(0, silent + (silent + 1) / 2));
    add(customer, new Own(limit, null, false), why, lapse, member);
  }

  /** The decision about this lapse was taken back, and with it what it taught. */
  public void forgetAlarm(CustomerId customer, long lapse) {
    undo(customer, "lapse_id = :key", lapse);
  }

  /** Quiet until a day, or every year until that day comes again; the number, for an undo. */
  public long season(
      CustomerId customer, LocalDate until, boolean everyYear, String why, Actor actor) {
    actor.require(Permission.DECIDE);
    if (!until.isAfter(clock.today())) {
      throw Refused.field("until", "refused.lapse.later", until.toString());
    }
    long id = add(customer, new Own(0, until, everyYear), why, null, actor.id());
    audit.note(actor, "own-limit", "customer", customer.value(), Map.of("limit", id));
    return id;
  }

  private record Own(int silence, @Nullable LocalDate until, boolean everyYear) {}

  private long add(
      CustomerId customer, Own own, String why, @Nullable Long lapse, MemberId member) {
    long id =
        jdbc.sql(
                """
                insert into own_limit (customer_id, silence, quiet_until, every_year, why, lapse_id, member_id, at)
                values (:customer, :silence, :until, :yearly, :why, :lapse, :member, :now) returning id
                """)
            .param("customer", customer.value())
            .param("silence", own.silence())
            .param("until", own.until())
            .param("yearly", own.everyYear())
            .param("why", why)
            .param("lapse", lapse)
            .param("member", member.value())
            .param("now", clock.utc())
            .query(Long.class)
            .single();
    fold(customer);
    return id;
  }

  /** Takes one back: what was said before it holds again. */
  public void undo(CustomerId customer, long limit, Actor actor) {
    actor.require(Permission.DECIDE);
    if (undo(customer, "id = :key", limit) == 0) {
      throw new NotFound("limit");
    }
    audit.note(actor, "own-limit-undone", "customer", customer.value(), Map.of("limit", limit));
  }

  private int undo(CustomerId customer, String which, long key) {
    int undone =
        jdbc.sql(
                "update own_limit set undone_at = :now where customer_id = :customer and undone_at"
                    + " is null and "
                    + which)
            .param("customer", customer.value())
            .param("key", key)
            .param("now", clock.utc())
            .update();
    fold(customer);
    return undone;
  }

  /** The limits that people have set for this customer, the newest first. */
  @Transactional(readOnly = true)
  public List<OwnLimit> of(CustomerId customer) {
    return jdbc.sql(
            """
            select o.id, o.silence, o.quiet_until, o.every_year, o.why, m.name as member, o.at
            from own_limit o join member m on m.id = o.member_id
            where o.customer_id = :customer and o.undone_at is null
            order by o.id desc
            """)
        .param("customer", customer.value())
        .query(OwnLimit.class)
        .list();
  }

  /** The newest word on his silence and the newest on his season: both hold (decision 722). */
  @Transactional(readOnly = true)
  public List<OwnLimit> inForce(CustomerId customer) {
    var all = of(customer);
    return Stream.of(true, false)
        .flatMap(season -> all.stream().filter(o -> (o.quietUntil() != null) == season).limit(1))
        .toList();
  }

  private void fold(CustomerId customer) {
    signals.foldCustomers(Set.of(customer), signals.asOf());
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update own_limit set why = '' where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
