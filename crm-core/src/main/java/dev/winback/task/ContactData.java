package dev.winback.task;

import dev.winback.customer.ContactChecks;
import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.lapse.Lapses;
import dev.winback.shared.NotFound;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The periodic work on contact data (OPS-05): a person says that they are right. */
@Service
@Transactional
public class ContactData {

  private final ContactChecks checks;
  private final Customers customers;
  private final Lapses lapses;
  private final Signals signals;
  private final Care care;

  ContactData(
      ContactChecks checks, Customers customers, Lapses lapses, Signals signals, Care care) {
    this.checks = checks;
    this.customers = customers;
    this.lapses = lapses;
    this.signals = signals;
    this.care = care;
  }

  /** Chooses whose data are checked on the next working day; the rows written. */
  public long plan(LocalDate night) {
    return care.plan(night);
  }

  /** The same among the work of the day, which not everybody has who may edit customers. */
  public long checkToday(String ref, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    return check(ref, actor);
  }

  public void undoToday(String ref, long check, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    undo(ref, check, actor);
  }

  /** Number and address are right; the number of the check, by which it is taken back. */
  public long check(String ref, Actor actor) {
    var customer = require(ref, actor);
    long check = checks.check(customer, actor);
    signals.careFor(customer);
    return check;
  }

  public void undo(String ref, long check, Actor actor) {
    var customer = require(ref, actor);
    checks.undo(customer, check, actor);
    signals.careFor(customer);
  }

  private CustomerId require(String ref, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    var customer = customers.require(ref);
    if (!lapses.sees(customer, actor)) {
      throw new NotFound("customer");
    }
    return customer;
  }
}
