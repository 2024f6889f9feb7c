package dev.winback.customer;

import static dev.winback.customer.CustomerField.CONSENT_AT;
import static dev.winback.customer.CustomerField.CONSENT_SOURCE;
import static dev.winback.customer.CustomerField.EMAIL_CONSENT;
import static dev.winback.customer.CustomerField.OWNER;
import static dev.winback.customer.CustomerField.STATUS;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.shared.Staging;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes one customer by hand, the way an import would, with what follows from it. */
@Component
class Correction {

  private static final String EDITABLE = Sql.of(Correction.class, "editable.sql");
  private static final String BY_HAND = "by_hand";
  private static final String NEVER = "never_contact";

  private final JdbcClient jdbc;
  private final CustomerMerge merge;
  private final CustomerMailbox mailbox;
  private final Audit audit;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Correction(
      JdbcClient jdbc,
      CustomerMerge merge,
      CustomerMailbox mailbox,
      Audit audit,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.merge = merge;
    this.mailbox = mailbox;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  record Editable(
      long id,
      String ref,
      long version,
      @Nullable Long ownerId,
      @Nullable Boolean emailConsent,
      String status) {}

  void correct(CustomerEntry entry, @Nullable Long version, Actor actor) {
    var now = editable(entry.ref());
    if (version != null && version != now.version()) {
      throw new OptimisticLockingFailureException("the customer was changed meanwhile");
    }
    requireOwnerStays(entry, now, actor);
    requireClientStays(entry, now, actor);
    if (store(withConsent(entry, now))) {
      var fields = entry.said().keySet().stream().map(CustomerField::column).toList();
      audit.note(actor, "customer.changed", "customer", now.id(), Map.of("fields", fields));
      // the mailbox is locked before the lapses
      allow(entry, now, actor);
      depart(entry, now, actor);
      welcome(entry, now, actor);
      events.publishEvent(new CustomerCorrected(new CustomerId(now.id())));
    }
  }

  private Editable editable(String ref) {
    return jdbc.sql(EDITABLE)
        .param("ref", ref)
        .query(Editable.class)
        .optional()
        .orElseThrow(() -> new NotFound("customer"));
  }

  private static void requireOwnerStays(CustomerEntry entry, Editable now, Actor actor) {
    if (entry.said().containsKey(OWNER)
        && !Objects.equals(entry.said().get(OWNER), now.ownerId())) {
      actor.require(Permission.CHANGE_OWNERS);
    }
  }

  /** Whether we work with somebody at all is said by who leads (DEC-37). */
  private static void requireClientStays(CustomerEntry entry, Editable now, Actor actor) {
    var status = entry.said().getOrDefault(STATUS, now.status());
    if (!Objects.equals(status, now.status())
        && (NonClients.STATUS.equals(status) || NonClients.STATUS.equals(now.status()))) {
      actor.require(Permission.REFUSE_CUSTOMERS);
    }
  }

  /** A change of consent is dated, and a yes has to be proved: it says where it was given. */
  private CustomerEntry withConsent(CustomerEntry entry, Editable now) {
    var said = new EnumMap<>(entry.said());
    var consent = said.get(EMAIL_CONSENT);
    if (said.containsKey(EMAIL_CONSENT) && !Objects.equals(consent, now.emailConsent())) {
      if (Boolean.TRUE.equals(consent) && said.get(CONSENT_SOURCE) == null) {
        throw Refused.field("consent_source", "customer.refused.consent-source");
      }
      said.putIfAbsent(CONSENT_AT, clock.instant());
      said.putIfAbsent(CONSENT_SOURCE, BY_HAND);
    }
    return new CustomerEntry(
        entry.line(), now.ref(), null, said, entry.aliases(), entry.attributes());
  }

  /** False when nothing is different. */
  private boolean store(CustomerEntry entry) {
    var call = Staging.ofCall();
    merge.open(call);
    merge.stage(call, List.of(entry));
    var settled = merge.settle(call, true);
    if (settled.refused() > 0) {
      throw Refused.field("aliases", "importing.error.alias-taken");
    }
    boolean differs = settled.slices() > 0;
    if (differs) {
      merge.merge(call, 0, null);
    }
    merge.drop(call);
    return differs;
  }

  private void depart(CustomerEntry entry, Editable before, Actor actor) {
    var status = entry.said().get(STATUS);
    if (status == null || status.equals(before.status()) || status.equals("active")) {
      return;
    }
    if (status.equals(NEVER)) {
      mailbox.stop(before.id());
    }
    var customer = new CustomerId(before.id());
    events.publishEvent(new CustomerDeparted(customer, status.toString(), actor));
  }

  /** However he becomes a client again: his refusal stands no longer, and what ended goes on. */
  private void welcome(CustomerEntry entry, Editable before, Actor actor) {
    var status = entry.said().getOrDefault(STATUS, before.status());
    if (before.status().equals(status)) {
      return;
    }
    if (before.status().equals(NonClients.STATUS)) {
      endRefusal(before.id(), actor);
    }
    if (status.equals("active")) {
      var customer = new CustomerId(before.id());
      events.publishEvent(new CustomerWelcomed(customer, before.status(), actor));
    }
  }

  private void endRefusal(long customer, Actor actor) {
    jdbc.sql(
            """
            update non_client set undone_by = :member, undone_at = :now
             where customer_id = :customer and undone_at is null
            """)
        .param("customer", customer)
        .param("member", actor.member())
        .param("now", clock.utc())
        .update();
  }

  /** A new word about letters is about the mailbox too: else it stays stopped by the old one. */
  private void allow(CustomerEntry entry, Editable before, Actor actor) {
    boolean agrees =
        Boolean.TRUE.equals(entry.said().get(EMAIL_CONSENT))
            && !Boolean.TRUE.equals(before.emailConsent());
    var status = entry.said().getOrDefault(STATUS, before.status());
    if (agrees || before.status().equals(NEVER) && !NEVER.equals(status)) {
      mailbox.lift(before.id(), agrees, actor);
    }
  }
}
