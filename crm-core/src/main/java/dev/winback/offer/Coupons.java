package dev.winback.offer;

import dev.winback.customer.CustomerId;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Personal coupons: shown, and used once. */
@Service
@Transactional
public class Coupons {

  private static final String ONE = Sql.of(Coupons.class, "coupon.sql");
  private static final String REDEEM = Sql.of(Coupons.class, "redeem.sql");
  private static final String REDEEM_BOUGHT = Sql.of(Coupons.class, "redeem-bought.sql");

  /** People write codes in groups. */
  private static final Pattern SEPARATORS = Pattern.compile("[\\s-]+");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Coupons(JdbcClient jdbc, BusinessClock clock, Audit audit, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
    this.audit = audit;
  }

  /** Upper or lower case, with or without separators. */
  @Transactional(readOnly = true)
  public Coupon coupon(String code, Actor actor) {
    return jdbc.sql(ONE)
        .param("code", canonical(code))
        .param("all", actor.may(Permission.SEE_ALL_COUPONS))
        .param("member", actor.member())
        .query((row, nr) -> coupon(row))
        .optional()
        .orElseThrow(() -> new NotFound("coupon"));
  }

  /**
   * Uses the coupon; refused, with the reason, when it was used, is void, has expired or stands in
   * a letter that has not left.
   */
  public Coupon redeem(String code, Actor actor) {
    actor.require(Permission.REDEEM_COUPONS);
    var coupon = coupon(code, actor);
    var used =
        jdbc.sql(REDEEM)
            .param("code", coupon.code())
            .param("day", clock.today())
            .param("now", clock.utc())
            .query((row, nr) -> row.getLong("letter_id"))
            .list();
    var now = coupon(code, actor);
    if (used.isEmpty()) {
      throw refused(now);
    }
    audit.note(actor, "redeem", "coupon", 0, Map.of("code", now.code()));
    tell(used);
    return now;
  }

  private Refused refused(Coupon coupon) {
    var why = coupon.refusal(clock.today());
    return why == null
        ? new Refused("letter.coupon.used", coupon.code())
        : new Refused(why.key(), why.figures().toArray());
  }

  /** Coupons that a person gave have no letter (0). */
  private void tell(List<Long> letters) {
    letters.stream()
        .filter(letter -> letter > 0)
        .forEach(letter -> events.publishEvent(new CouponUsed(letter)));
  }

  /** Takes a use at the till back; refused when a purchase names the coupon. */
  public Coupon unredeem(String code, Actor actor) {
    actor.require(Permission.REDEEM_COUPONS);
    var coupon = coupon(code, actor);
    int taken =
        jdbc.sql(
                """
                update coupon set redeemed_at = null
                 where code = :code and redeemed_at is not null and purchase_id is null
                """)
            .param("code", coupon.code())
            .update();
    if (taken == 0) {
      throw new Refused("letter.coupon.not-taken-back", coupon.code());
    }
    audit.note(actor, "unredeem", "coupon", 0, Map.of("code", coupon.code()));
    return coupon(code, actor);
  }

  /** The coupon of an offer that a person gave; the same offer again is the same coupon. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void mint(long grant, CustomerId customer, long lapse, int percent, LocalDate until) {
    jdbc.sql(
            """
            insert into coupon (code, grant_id, customer_id, lapse_id, percent, valid_until)
            values (coupon_code(), :grant, :customer, :lapse, :percent, :until) on conflict (grant_id) do nothing
            """)
        .param("grant", grant)
        .param("customer", customer.value())
        .param("lapse", lapse)
        .param("percent", percent)
        .param("until", until)
        .update();
  }

  /** The offer was never made: nobody has seen its coupon. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void unmint(long grant) {
    jdbc.sql("delete from coupon where grant_id = :grant and redeemed_at is null")
        .param("grant", grant)
        .update();
  }

  @EventListener
  void redeemBought(PurchasesRecorded recorded) {
    if (!recorded.customers().isEmpty()) {
      tell(
          jdbc.sql(REDEEM_BOUGHT)
              .param("customers", recorded.customers().stream().map(CustomerId::value).toList())
              .query((row, nr) -> row.getLong("letter_id"))
              .list());
    }
  }

  private static String canonical(String code) {
    return SEPARATORS
        .matcher(code)
        .replaceAll("")
        .toUpperCase(Locale.ROOT)
        .replace('I', '1')
        .replace('L', '1')
        .replace('O', '0');
  }

  private static Coupon coupon(ResultSet row) throws SQLException {
    var redeemed = row.getObject("redeemed_at", OffsetDateTime.class);
    return new Coupon(
        row.getString("code"),
        row.getString("ref"),
        row.getString("display_name"),
        row.getInt("percent"),
        row.getString("gives"),
        row.getObject("valid_until", LocalDate.class),
        redeemed == null ? null : redeemed.toInstant(),
        row.getBoolean("void"),
        row.getBoolean("unsent"));
  }
}
