package dev.winback.purchase;

import dev.winback.customer.CustomerEntry;
import dev.winback.customer.CustomerField;
import dev.winback.customer.Intake;
import dev.winback.customer.MadeNumber;
import dev.winback.customer.RunBack;
import dev.winback.shared.Settled;
import dev.winback.shared.Stages;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carts, and before them the persons of whom nothing is known but the address that they typed
 * (DET-12): their rows go the way of customers, so that an address we know is the customer we know.
 */
final class CartIntake implements Intake<Cart> {

  private final Intake<CustomerEntry> persons;
  private final Intake<Cart> carts;
  private final Stages stages;
  private final JdbcClient jdbc;

  CartIntake(Intake<CustomerEntry> persons, Intake<Cart> carts, Stages stages, JdbcClient jdbc) {
    this.persons = persons;
    this.carts = carts;
    this.stages = stages;
    this.jdbc = jdbc;
  }

  @Override
  public void open(Staging staging) {
    persons.open(staging);
    carts.open(staging);
  }

  @Override
  public void stage(Staging staging, List<Cart> rows) {
    var known = new HashMap<String, CustomerEntry>();
    for (var cart : rows) {
      if (cart.email() != null && cart.customer().equals(MadeNumber.ofMail(cart.email()))) {
        known.putIfAbsent(cart.customer(), person(cart, cart.email()));
      }
    }
    persons.stage(staging, List.copyOf(known.values()));
    carts.stage(staging, rows);
  }

  private static CustomerEntry person(Cart cart, String email) {
    return new CustomerEntry(
        cart.line(), cart.customer(), Map.of(CustomerField.EMAIL, email), Map.of());
  }

  /** The figures are those of the carts; the slices of persons come before theirs. */
  @Override
  public Settled settle(Staging staging) {
    int before = persons.settle(staging).slices();
    var settled = carts.settle(staging);
    return new Settled(
        settled.created(), settled.changed(), before + settled.slices(), settled.refused());
  }

  @Override
  public Tally merge(Staging staging, int slice, @Nullable Long importId) {
    int before = slicesOfPersons(staging);
    if (slice >= before) {
      return carts.merge(staging, slice - before, importId);
    }
    persons.merge(staging, slice, importId);
    return Tally.NONE;
  }

  @Override
  public void again(Staging staging, int slice) {
    int before = slicesOfPersons(staging);
    if (slice >= before) {
      carts.again(staging, slice - before);
    } else {
      persons.again(staging, slice);
    }
  }

  private int slicesOfPersons(Staging staging) {
    stages.enter(staging);
    int slices =
        jdbc.sql("select coalesce(max(slice), -1) + 1 from pending_customer")
            .query(Integer.class)
            .single();
    stages.leave(staging);
    return slices;
  }

  @Override
  public List<Stages.Overtaken> overtaken(Staging staging, long afterLine, int limit) {
    return carts.overtaken(staging, afterLine, limit);
  }

  @Override
  public void drop(Staging staging) {
    carts.drop(staging);
    persons.drop(staging);
  }

  /** Whoever came with a cart goes with the customers of the run, last of all. */
  @Override
  public long takeBack(RunBack back, long fromCustomer, long untilCustomer) {
    return carts.takeBack(back, fromCustomer, untilCustomer);
  }
}
