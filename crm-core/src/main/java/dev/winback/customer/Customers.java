package dev.winback.customer;

import dev.winback.shared.AdvisoryLock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customers of the firm, known by the firm's own numbers. */
@Service
@Transactional
public class Customers {

  /** Beginning of the attributes that keep what a shop gave and nobody can dial or write to. */
  public static final String UNREADABLE = "unreadable ";

  private static final String ADD_UNKNOWN = Sql.of(Customers.class, "add-unknown.sql");

  private final JdbcClient jdbc;
  private final CustomerMerge merge;
  private final Correction correction;
  private final Erasure erasure;

  Customers(JdbcClient jdbc, CustomerMerge merge, Correction correction, Erasure erasure) {
    this.jdbc = jdbc;
    this.merge = merge;
    this.correction = correction;
    this.erasure = erasure;
  }

  /**
   * By the number he has, or by one that he had or has besides; a merged record is the customer it
   * is part of.
   */
  @Transactional(readOnly = true)
  public Optional<CustomerId> byRef(String ref) {
    return jdbc.sql(
            """
            select coalesce(merged_into, id) from customer where ref = :ref
            union
            select customer_id from customer_alias
            where source = '' and number = :ref and not exists (select from customer where ref = :ref)
            """)
        .param("ref", ref)
        .query((row, n) -> new CustomerId(row.getLong(1)))
        .optional();
  }

  @Transactional(readOnly = true)
  public CustomerId require(String ref) {
    return byRef(ref).orElseThrow(() -> new NotFound("customer"));
  }

  /** What a call has told about the person: {@code left}, {@code never_contact} and the like. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void become(CustomerId customer, String status) {
    become(customer, status, false, false);
  }

  /**
   * A contact that a file or a program told says that he is not there any more: until nobody tells
   * it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void leftAsTold(CustomerId customer) {
    become(customer, "left", true, true);
  }

  /** Nobody tells it any more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void backAsTold(CustomerId customer) {
    become(customer, "active", false, true);
  }

  /** What a person did is not undone with the run that told the customer last. */
  private void become(CustomerId customer, String status, boolean told, boolean byRun) {
    jdbc.sql(
            """
            update customer set status = :status, left_told = :told, import_id = case when :byRun then import_id end,
                   version = version + 1
             where id = :id and erased_at is null
            """)
        .param("status", status)
        .param("told", told)
        .param("byRun", byRun)
        .param("id", customer.value())
        .update();
  }

  /**
   * Changes what the entry says and nothing else; refused when the customer is no longer of the
   * version given. Whether the member may see him is asked above, where lapses are known.
   */
  public void correct(CustomerEntry entry, @Nullable Long version, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    lockFacts();
    correction.correct(entry, version, actor);
  }

  /**
   * Erases the person, by whichever of his numbers, and keeps the figures; whoever is erased
   * already is not found.
   */
  public void erase(String ref, Actor actor) {
    actor.require(Permission.ERASE_CUSTOMERS);
    lockFacts();
    erasure.erase(require(ref), actor);
  }

  /**
   * The places of those who stay erased: what is told is of before the end of the day on which they
   * were, or nothing has brought them back since.
   */
  @Transactional(readOnly = true)
  public Set<Integer> erased(List<Named> named, boolean bringsBack) {
    return jdbc.sql(
            """
            select given.place - 1
            from unnest(:refs::text[], :moments::timestamptz[]) with ordinality as given (ref, moment, place)
            join erased_ref e on e.ref_hash = ref_hash(given.ref)
            where given.moment < e.until or (e.back_id is null and not :back)
            """)
        .param("refs", Named.refs(named))
        .param("moments", Named.moments(named))
        .param("back", bringsBack)
        .query(Integer.class)
        .set();
  }

  /**
   * Facts of a customer whom nobody knows yet create him with nothing but his number; of who was
   * erased, when they have a moment of a later day.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void addUnknown(Collection<Named> named, @Nullable Long importId) {
    jdbc.sql(ADD_UNKNOWN)
        .param("refs", Named.refs(named))
        .param("newest", Named.moments(named))
        .param("import", importId)
        .update();
  }

  /**
   * One writer of facts at a time: two sets that touch the same rows in different orders would wait
   * for each other for ever.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lockFacts() {
    AdvisoryLock.FACTS.take(jdbc);
  }

  /** For imports, which work in steps. */
  public Intake<CustomerEntry> intake() {
    return merge;
  }
}
