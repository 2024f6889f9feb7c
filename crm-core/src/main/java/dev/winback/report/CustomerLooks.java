package dev.winback.report;

import dev.winback.customer.Customers;
import dev.winback.lapse.Visible;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looked at a customer who is not on his own list, and who wanted to and may not (hold.md,
 * T61). A page is named by its pattern: its address holds the customer's number.
 */
@Service
@Transactional
public class CustomerLooks {

  private static final String OWN =
      "select exists (select from customer c where c.id = :customer and " + Visible.CUSTOMER + ")";

  /** What is of one customer and has a page of its own, found by its key. */
  public enum Of {
    LAPSE("lapse where id"),
    TASK("task where id"),
    CALL("call where id"),
    LETTER("letter where id"),
    MAILBOX_LETTER(
        "letter where id = (select letter_id from mailbox_letter where id = :id) and :id"),
    DIRECTOR_LETTER("director_letter where id"),
    GOOD_CONTACT("good_contact where id"),
    OFFER_GRANT("offer_grant where id");

    private final String sql;

    Of(String row) {
      sql = "select customer_id from " + row + " = :id";
    }
  }

  private final JdbcClient jdbc;
  private final Customers customers;
  private final Audit audit;

  CustomerLooks(JdbcClient jdbc, Customers customers, Audit audit) {
    this.jdbc = jdbc;
    this.customers = customers;
    this.audit = audit;
  }

  /** Before the page is made: what cannot be noted is not shown. */
  public void atCustomer(String ref, String page, Actor actor) {
    if (actor.may(Permission.SEE_ALL_CUSTOMERS)) {
      customers.byRef(ref).ifPresent(id -> look(id.value(), page, actor));
    }
  }

  public void at(Of what, long id, String page, Actor actor) {
    if (actor.may(Permission.SEE_ALL_CUSTOMERS)) {
      customerOf(what, id).ifPresent(customer -> look(customer, page, actor));
    }
  }

  private Optional<Long> customerOf(Of what, long id) {
    return jdbc.sql(what.sql).param("id", id).query(Long.class).optional();
  }

  private void look(long customer, String page, Actor actor) {
    boolean own =
        jdbc.sql(OWN)
            .param("customer", customer)
            .param("sees_all", false)
            .param("member", actor.member())
            .query(Boolean.class)
            .single();
    if (!own) {
      audit.note(actor, "customer.read", "customer", customer, Map.of("page", page));
    }
  }

  /** The customer is named by his key, if there is one of this number. */
  public void denied(@Nullable String ref, String page, String why, Actor actor) {
    var customer = ref == null ? null : customers.byRef(ref).orElse(null);
    var detail = Map.of("page", page, "why", why);
    if (customer == null) {
      audit.note(actor, "denied", "page", 0, detail);
    } else {
      audit.note(actor, "denied", "customer", customer.value(), detail);
    }
  }
}
