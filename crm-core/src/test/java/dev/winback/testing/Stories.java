package dev.winback.testing;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.Role;
import dev.winback.staff.Staff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Real rows told as stories: {@code stories.aCustomer().buyingEvery(30).times(5).silentFor(95)
 * .save()}.
 */
@Component
public class Stories {

  /** The password of every member that stories hire. */
  public static final String PASSWORD = "correct horse battery";

  private static volatile String hash = "";

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Staff staff;
  private final PasswordEncoder passwords;

  Stories(JdbcClient jdbc, BusinessClock clock, Staff staff, PasswordEncoder passwords) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.staff = staff;
    this.passwords = passwords;
  }

  public ACustomer aCustomer() {
    return new ACustomer(this, clock.today());
  }

  public ACustomer aCustomer(String ref) {
    return aCustomer().ref(ref);
  }

  /** An active member with this login and the password {@link #PASSWORD}. */
  public Actor member(String login, Role role) {
    if (hash.isEmpty()) {
      // Argon2 takes 0.2 s: once per JVM is enough
      hash = java.util.Objects.requireNonNull(passwords.encode(PASSWORD));
    }
    jdbc.sql(
            """
            insert into member (login, name, role, password_hash)
            values (:login, initcap(:login), :role, :hash) on conflict (login) do nothing
            """)
        .param("login", login)
        .param("role", role.name())
        .param("hash", hash)
        .update();
    return staff.actor(login);
  }

  public Actor rep(String login) {
    return member(login, Role.REP);
  }

  public Actor manager() {
    return member("manager", Role.MANAGER);
  }

  public Actor marketing() {
    return member("marketing", Role.MARKETING);
  }

  public Actor marketing(String login) {
    return member(login, Role.MARKETING);
  }

  public Actor admin() {
    return member("admin", Role.ADMIN);
  }

  /** A paid purchase at noon of this day; its number. */
  public long purchase(CustomerId customer, LocalDate day, String amount) {
    return purchase(customer, noon(day), amount, null, null);
  }

  public long purchase(
      CustomerId customer,
      Instant at,
      String amount,
      @org.jspecify.annotations.Nullable MemberId member,
      @org.jspecify.annotations.Nullable String coupon) {
    return jdbc.sql(
            """
            insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status, member_id, coupon)
            select :customer, 'story', 'p' || (count(*) + 1), :at, :amount::numeric, 'EUR', 'paid', :member, :coupon
            from purchase where source = 'story'
            returning id
            """)
        .param("customer", customer.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("amount", amount)
        .param("member", member == null ? null : member.value())
        .param("coupon", coupon)
        .query(Long.class)
        .single();
  }

  CustomerId store(ACustomer story) {
    var id =
        new CustomerId(
            jdbc.sql(
                    """
                    insert into customer (ref, name, email, phone, city, owner_id, owner_since, email_consent,
                                          time_zone, status)
                    select coalesce(:ref, 'K-' || (count(*) + 1)), coalesce(:name, 'Customer ' || (count(*) + 1)),
                           :email, :phone, 'Lyon', :owner, :ownerSince, :consent, :zone, :status
                    from customer
                    returning id
                    """)
                .param("ref", story.ref)
                .param("name", story.name)
                .param("email", story.email)
                .param("phone", story.phone)
                .param("owner", story.owner == null ? null : story.owner.value())
                .param("ownerSince", story.ownerSince)
                .param("consent", story.consent)
                .param("zone", story.zone)
                .param("status", story.status)
                .query(Long.class)
                .single());
    for (var day : story.days()) {
      purchase(id, noon(day), story.amount, story.seller, null);
    }
    return id;
  }

  private Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(clock.getZone()).toInstant();
  }
}
