package dev.winback.contact;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.shared.Settled;
import dev.winback.shared.Sql;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Calls, letters, visits and messages as facts. */
@Service
@Transactional
public class Contacts {

  private static final String CALLED = Sql.of(Contacts.class, "called.sql");

  private final JdbcClient jdbc;
  private final ContactMerge merge;

  Contacts(JdbcClient jdbc, ContactMerge merge) {
    this.jdbc = jdbc;
    this.merge = merge;
  }

  /** The contact of a call that was logged here; its number within the customer. */
  @Transactional(propagation = Propagation.MANDATORY)
  public long called(PhoneCall call) {
    return jdbc.sql(CALLED)
        .param("customer", call.customer().value())
        .param("call", call.call())
        .param("at", call.at().atOffset(ZoneOffset.UTC))
        .param("member", call.member().value())
        .param("result", call.result())
        .param("reached", call.reached())
        .param("agreed", call.agreed())
        .param("note", call.note())
        .param("lapse", call.lapse())
        .query(Long.class)
        .single();
  }

  /** The call was a mistake and is taken back: it never was a contact. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void uncalled(CustomerId customer, long call) {
    jdbc.sql(
            """
            delete from contact
             where customer_id = :customer and source = 'winback' and external_id = 'call-' || :call
            """)
        .param("customer", customer.value())
        .param("call", call)
        .update();
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update contact set note = null where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }

  /** Stores what is new and corrects what differs, by source and own id, all or nothing. */
  public Tally record(List<Contact> contacts) {
    var call = Staging.ofCall();
    merge.open(call);
    merge.stage(call, contacts);
    var settled = merge.settle(call);
    var tally = Tally.NONE;
    for (int slice = 0; slice < settled.slices(); slice++) {
      tally = tally.plus(merge.merge(call, slice, null));
    }
    merge.drop(call);
    return new Tally(
        tally.created(), tally.changed(), contacts.size() - tally.created() - tally.changed());
  }

  /** The tables in which an import's contacts wait. */
  public void open(Staging staging) {
    merge.open(staging);
  }

  public void stage(Staging staging, List<Contact> contacts) {
    merge.stage(staging, contacts);
  }

  public Settled settle(Staging staging) {
    return merge.settle(staging);
  }

  /** Stores one slice of a settled batch; a slice that is already in changes nothing. */
  public Tally merge(Staging staging, int slice, @Nullable Long importId) {
    return merge.merge(staging, slice, importId);
  }
}
