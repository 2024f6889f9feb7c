package dev.winback.testing;

import dev.winback.customer.CustomerId;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a story: reachable by phone and e-mail, with consent and one purchase of today
 * unless said otherwise.
 */
public class ACustomer {

  private final Stories stories;
  private final LocalDate today;
  private int gap = 30;
  private int times = 1;
  private int silence;
  @Nullable String ref;
  @Nullable String name;
  @Nullable String email = "customer@example.org";
  @Nullable String phone = "+33123456789";
  @Nullable String zone;
  @Nullable MemberId owner;
  @Nullable MemberId seller;
  @Nullable LocalDate ownerSince;
  @Nullable Boolean consent = true;
  String status = "active";
  String amount = "100.00";

  ACustomer(Stories stories, LocalDate today) {
    this.stories = stories;
    this.today = today;
  }

  public ACustomer ref(String ref) {
    this.ref = ref;
    this.email = ref.toLowerCase(java.util.Locale.ROOT) + "@example.org";
    return this;
  }

  public ACustomer named(String name) {
    this.name = name;
    return this;
  }

  public ACustomer email(@Nullable String email) {
    this.email = email;
    return this;
  }

  public ACustomer phone(@Nullable String phone) {
    this.phone = phone;
    return this;
  }

  public ACustomer zone(@Nullable String zone) {
    this.zone = zone;
    return this;
  }

  /** Null: said neither yes nor no. */
  public ACustomer consent(@Nullable Boolean consent) {
    this.consent = consent;
    return this;
  }

  public ACustomer status(String status) {
    this.status = status;
    return this;
  }

  public ACustomer ownedBy(Actor member) {
    this.owner = member.id();
    return this;
  }

  public ACustomer ownedBy(Actor member, LocalDate since) {
    this.ownerSince = since;
    return ownedBy(member);
  }

  /** The member of every purchase. */
  public ACustomer soldBy(Actor member) {
    this.seller = member.id();
    return this;
  }

  public ACustomer buyingEvery(int days) {
    this.gap = days;
    return this;
  }

  public ACustomer times(int purchases) {
    this.times = purchases;
    return this;
  }

  public ACustomer neverBought() {
    return times(0);
  }

  public ACustomer amount(String amount) {
    this.amount = amount;
    return this;
  }

  /** Days between the last purchase and today. */
  public ACustomer silentFor(int days) {
    this.silence = days;
    return this;
  }

  public CustomerId save() {
    return stories.store(this);
  }

  List<LocalDate> days() {
    var days = new ArrayList<LocalDate>();
    for (int i = 0; i < times; i++) {
      days.add(today.minusDays(silence).minusDays((long) i * gap));
    }
    Collections.reverse(days);
    return days;
  }
}
