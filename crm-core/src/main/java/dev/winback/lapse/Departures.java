package dev.winback.lapse;

import dev.winback.customer.Owners;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.MemberRetired;
import dev.winback.staff.MemberReturned;
import dev.winback.staff.Memberships;
import dev.winback.staff.Permission;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody leaves the firm: customers, losses and promises have new owners in the same transaction,
 * "lost by" keeps the old name.
 */
@Service
public class Departures {

  private static final String LEFT = Sql.of(Departures.class, "handover-left.sql");
  private static final String BECAME = Sql.of(Departures.class, "handover-became.sql");

  private final JdbcClient jdbc;
  private final HandoverBook book;
  private final Assignment assignment;
  private final Owners owners;
  private final Restitution restitution;
  private final Memberships members;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate apart;

  Departures(
      JdbcClient jdbc,
      HandoverBook book,
      Assignment assignment,
      Owners owners,
      Restitution restitution,
      Memberships members,
      BusinessClock clock,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.book = book;
    this.assignment = assignment;
    this.owners = owners;
    this.restitution = restitution;
    this.members = members;
    this.clock = clock;
    this.events = events;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What would go to whom, by name. */
  public record Preview(List<HandoverLine> lines, List<HandoverItem> items) {}

  /** Done and taken back in one transaction, so that the preview cannot differ from the act. */
  public Preview preview(MemberId leaver, @Nullable MemberId heir, Actor actor) {
    actor.require(Permission.ADMINISTER);
    return Objects.requireNonNull(
        apart.execute(
            status -> {
              status.setRollbackOnly();
              members.retire(leaver, heir, actor);
              long handover = Objects.requireNonNullElse(book.ofLeaver(leaver), 0L);
              return new Preview(book.lines(handover), book.items(handover));
            }));
  }

  @EventListener
  void on(MemberRetired retired) {
    var leaver = retired.member();
    long handover = book.open(HandoverKind.LEFT, "", leaver, retired.actor());
    owners.share(handover, leaver, retired.heir());
    jdbc.sql(LEFT).param("handover", handover).param("leaver", leaver.value()).update();
    tellOthers(handover);
    assignment.give(clock.today());
    jdbc.sql(BECAME).param("handover", handover).update();
    events.publishEvent(new MemberReplaced(handover, leaver, keeper(retired)));
  }

  /** Who lost a loss on the same occasion for another reason is told as by night. */
  private void tellOthers(long handover) {
    var taken = new HashSet<>(assignment.takeAway());
    jdbc.sql("select lapse_id from handover_lapse where handover_id = :handover")
        .param("handover", handover)
        .query((row, n) -> new LapseId(row.getLong(1)))
        .list()
        .forEach(taken::remove);
    events.publishEvent(LapsesReassigned.toNobody(taken));
  }

  /** Who keeps a promise that would have nobody: the heir, else the manager who is here longest. */
  private @Nullable MemberId keeper(MemberRetired retired) {
    return jdbc.sql(
            """
            select id from member
             where active and role in ('MANAGER', 'REP') and (role = 'MANAGER' or id = :heir)
             order by id is not distinct from :heir desc, id
             limit 1
            """)
        .param("heir", retired.heir() == null ? null : retired.heir().value())
        .query((row, n) -> new MemberId(row.getLong(1)))
        .optional()
        .orElse(null);
  }

  @EventListener
  void on(MemberReturned returned) {
    var handover = book.ofLeaver(returned.member());
    if (handover != null) {
      restitution.undo(handover, returned.actor());
    }
  }
}
