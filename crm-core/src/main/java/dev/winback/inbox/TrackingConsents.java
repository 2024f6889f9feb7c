package dev.winback.inbox;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Visible;
import dev.winback.letter.Unsubscribes;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may be told to have clicked or opened, each for itself (T47); what is not said is no, and a
 * no ends what earlier letters would still tell.
 */
@Service
@Transactional
public class TrackingConsents {

  /** Words of a reader himself, of which the oldest go. */
  static final int MOST = 50;

  private final JdbcClient jdbc;
  private final Unsubscribes unsubscribes;
  private final Audit audit;
  private final BusinessClock clock;

  TrackingConsents(JdbcClient jdbc, Unsubscribes unsubscribes, Audit audit, BusinessClock clock) {
    this.jdbc = jdbc;
    this.unsubscribes = unsubscribes;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a customer has said. */
  public record Consent(boolean clicks, boolean opens) {

    public static final Consent NONE = new Consent(false, false);
  }

  @Transactional(readOnly = true)
  public Consent of(String ref, Actor actor) {
    return now(customer(ref, actor));
  }

  /** Noted for him by who talked to him. */
  public void say(String ref, Consent consent, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    var customer = customer(ref, actor);
    write(customer, consent, actor.member());
    audit.note(actor, "tracking-consent", "customer", customer.value(), consent);
  }

  /** What the reader of a letter has said; empty for a forged token. */
  @Transactional(readOnly = true)
  public Optional<Consent> ofReader(String token) {
    return unsubscribes.reader(token).map(this::now);
  }

  /** He says so himself; false for a forged token. */
  public boolean sayReader(String token, Consent consent) {
    var reader = unsubscribes.reader(token);
    reader.ifPresent(
        customer -> {
          write(customer, consent, null);
          drop(customer);
        });
    return reader.isPresent();
  }

  /** Whoever has the link may go to and fro as often as he likes: only his last words are kept. */
  private void drop(CustomerId customer) {
    jdbc.sql(
            """
            delete from tracking_consent
             where id in (select id from tracking_consent where customer_id = :customer and member_id is null
                           order by said_at desc, id desc offset :most)
            """)
        .param("customer", customer.value())
        .param("most", MOST)
        .update();
  }

  private CustomerId customer(String ref, Actor actor) {
    var sql =
        "select c.id from customer c where c.ref = :ref and c.erased_at is null and /*visible*/";
    return jdbc.sql(Visible.in(sql, actor))
        .params(Visible.to(actor))
        .param("ref", ref)
        .query(Long.class)
        .optional()
        .map(CustomerId::new)
        .orElseThrow(() -> new NotFound("customer"));
  }

  private Consent now(CustomerId customer) {
    return jdbc.sql(
            """
            select clicks, opens from tracking_consent where customer_id = :customer
             order by said_at desc, id desc limit 1
            """)
        .param("customer", customer.value())
        .query(Consent.class)
        .optional()
        .orElse(Consent.NONE);
  }

  private void write(CustomerId customer, Consent consent, @Nullable Long member) {
    if (consent.equals(now(customer))) {
      return;
    }
    jdbc.sql(
            """
            insert into tracking_consent (customer_id, clicks, opens, said_at, member_id)
            values (:customer, :clicks, :opens, :now, :member)
            """)
        .param("customer", customer.value())
        .param("clicks", consent.clicks())
        .param("opens", consent.opens())
        .param("now", clock.utc())
        .param("member", member)
        .update();
  }
}
