package dev.winback.lapse;

import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.signal.Dismissals;
import dev.winback.signal.OwnLimits;
import dev.winback.signal.RiskyMoments;
import dev.winback.signal.Seasons;
import dev.winback.signal.SignalKind;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say about the signals of one customer, as far as they may see him. */
@Service
@Transactional
public class CustomerSignals {

  private final Customers customers;
  private final Lapses lapses;
  private final OwnLimits limits;
  private final Seasons seasons;
  private final Dismissals dismissals;
  private final RiskyMoments moments;
  private final Contacts contacts;
  private final BusinessClock clock;
  private final Audit audit;

  CustomerSignals(
      Customers customers,
      Lapses lapses,
      OwnLimits limits,
      Seasons seasons,
      Dismissals dismissals,
      RiskyMoments moments,
      Contacts contacts,
      BusinessClock clock,
      Audit audit) {
    this.audit = audit;
    this.customers = customers;
    this.lapses = lapses;
    this.limits = limits;
    this.seasons = seasons;
    this.dismissals = dismissals;
    this.moments = moments;
    this.contacts = contacts;
    this.clock = clock;
  }

  /** Limits of his own that hold, risky days and signals that were found no reason to worry. */
  @Transactional(readOnly = true)
  public CustomerWatch of(String ref, Actor actor) {
    var customer = visible(ref, actor);
    return new CustomerWatch(
        limits.inForce(customer),
        seasons.of(customer),
        dismissals.of(customer),
        moments.of(customer));
  }

  /** Silence means nothing until a day, or until that day of each year; the number, for an undo. */
  public long season(
      String ref, @Nullable LocalDate until, boolean everyYear, String why, Actor actor) {
    actor.require(Permission.DECIDE);
    var customer = visible(ref, actor);
    return limits.season(customer, said("until", until), everyYear, why, actor);
  }

  public void undoLimit(String ref, long limit, Actor actor) {
    actor.require(Permission.DECIDE);
    limits.undo(visible(ref, actor), limit, actor);
  }

  /** The signal is no reason to worry. */
  public void dismiss(String ref, String kind, String why, Actor actor) {
    actor.require(Permission.DECIDE);
    dismissals.dismiss(visible(ref, actor), kind(kind), why, actor);
  }

  public void recall(String ref, String kind, Actor actor) {
    actor.require(Permission.DECIDE);
    dismissals.recall(visible(ref, actor), kind(kind), actor);
  }

  private static SignalKind kind(String code) {
    try {
      return SignalKind.ofCode(code);
    } catch (IllegalArgumentException e) {
      throw Refused.field("kind", "refused.customer-signal", code);
    }
  }

  /** A day on which he may leave; its number. */
  public long addMoment(String ref, @Nullable LocalDate day, String title, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    var customer = visible(ref, actor);
    return moments.add(customer, said("day", day), title, actor);
  }

  private static LocalDate said(String field, @Nullable LocalDate day) {
    if (day == null) {
      throw Refused.field(field, "refused.required", field);
    }
    return day;
  }

  /** Takes the day away, or brings it back. */
  public void removeMoment(String ref, long moment, boolean back, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    moments.remove(visible(ref, actor), moment, back, actor);
  }

  /** He says himself that he ends it (DET-14). */
  public void ended(String ref, LocalDate day, String channel, String words, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    if (day.isAfter(clock.today())) {
      throw Refused.field("day", "refused.signal.future", day, clock.today());
    }
    var customer = visible(ref, actor);
    contacts.ended(customer, day, channel(channel), words.strip(), actor);
    audit.note(actor, "end-noted", "customer", customer.value(), Map.of("day", day.toString()));
  }

  /** It was a mistake: he did not say so. */
  public void notEnded(String ref, LocalDate day, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    var customer = visible(ref, actor);
    contacts.notEnded(customer, day);
    audit.note(actor, "end-withdrawn", "customer", customer.value(), Map.of("day", day.toString()));
  }

  private static Contact.Channel channel(String code) {
    try {
      return Contact.Channel.valueOf(code.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refused.field("channel", "refused.signal.channel", code);
    }
  }

  private CustomerId visible(String ref, Actor actor) {
    var customer = customers.require(ref);
    if (!lapses.sees(customer, actor)) {
      throw new NotFound("customer");
    }
    return customer;
  }
}
