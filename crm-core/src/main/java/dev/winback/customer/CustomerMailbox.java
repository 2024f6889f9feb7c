package dev.winback.customer;

import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mailbox of one customer on the stop list, and off it, by a word that a person wrote down. */
@Component
class CustomerMailbox {

  private final JdbcClient jdbc;
  private final Suppressions suppressions;
  private final Audit audit;

  CustomerMailbox(JdbcClient jdbc, Suppressions suppressions, Audit audit) {
    this.jdbc = jdbc;
    this.suppressions = suppressions;
    this.audit = audit;
  }

  void stop(long customer) {
    of(customer).ifPresent(email -> suppressions.stop(email, Suppressions.Reason.OBJECTION, null));
  }

  /** He agrees to letters, or may at least be contacted again. */
  void lift(long customer, boolean agrees, Actor actor) {
    of(customer).ifPresent(email -> lift(email, agrees, customer, actor));
  }

  private void lift(String email, boolean agrees, long customer, Actor actor) {
    var lifted = suppressions.lift(email, agrees);
    if (!lifted.isEmpty()) {
      var detail = Map.of("reasons", lifted);
      audit.note(actor, "customer.letters-allowed", "customer", customer, detail);
    }
  }

  private Optional<String> of(long customer) {
    return jdbc.sql("select email from customer where id = :id and trim(email) <> ''")
        .param("id", customer)
        .query(String.class)
        .optional();
  }
}
