package dev.winback.importing;

import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.customer.Customers;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sentence;
import dev.winback.shared.Tally;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Facts that another system sends one by one or in arrays, under the columns and the checks of
 * files; all of a call is stored or nothing.
 */
@Service
@Transactional
public class Facts {

  private final Customers customers;
  private final Purchases purchases;
  private final Contacts contacts;
  private final Logins logins;
  private final Answered answered;
  private final BusinessClock clock;

  Facts(
      Customers customers,
      Purchases purchases,
      Contacts contacts,
      Logins logins,
      Answered answered,
      BusinessClock clock) {
    this.customers = customers;
    this.purchases = purchases;
    this.contacts = contacts;
    this.logins = logins;
    this.answered = answered;
    this.clock = clock;
  }

  /** The key, if any, makes the same call twice one call. */
  public Tally purchases(List<Map<String, String>> rows, @Nullable String key, Actor actor) {
    actor.require(Permission.IMPORT);
    return answered.once(key, ImportType.PURCHASES, rows, actor, () -> purchases(rows));
  }

  private Tally purchases(List<Map<String, String>> rows) {
    var read =
        read(
            ImportType.PURCHASES,
            rows,
            PurchaseColumns::read,
            Purchase::customer,
            purchase -> purchase.source() + "\u001f" + purchase.externalId());
    return purchases.record(read);
  }

  /** The key, if any, makes the same call twice one call. */
  public Tally contacts(List<Map<String, String>> rows, @Nullable String key, Actor actor) {
    actor.require(Permission.IMPORT);
    return answered.once(key, ImportType.CONTACTS, rows, actor, () -> contacts(rows));
  }

  private Tally contacts(List<Map<String, String>> rows) {
    var read =
        read(
            ImportType.CONTACTS,
            rows,
            ContactColumns::read,
            Contact::customer,
            contact -> contact.source() + "\u001f" + contact.externalId());
    return contacts.record(read);
  }

  private <T extends Record> List<T> read(
      ImportType type,
      List<Map<String, String>> rows,
      BiFunction<Cells, Values, T> reader,
      Function<T, String> customer,
      Function<T, String> key) {
    var values = new Values(Notation.OURS, clock, logins.members());
    var problems = new ArrayList<RowsRefused.Problem>();
    var read = new ArrayList<T>();
    var seen = new HashMap<String, Map<String, String>>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        var fact = reader.apply(cells(type, i, rows.get(i)), values);
        var other = seen.putIfAbsent(key.apply(fact), rows.get(i));
        if (other != null && !other.equals(rows.get(i))) {
          throw new BadCell(null, "twice");
        }
        read.add(fact);
      } catch (BadCell bad) {
        problems.add(problem(i, bad));
      }
    }
    if (problems.isEmpty()) {
      problems.addAll(erased(read.stream().map(customer).toList()));
    }
    if (!problems.isEmpty()) {
      throw new RowsRefused(problems);
    }
    return read;
  }

  private List<RowsRefused.Problem> erased(List<String> refs) {
    var erased = customers.erased(refs);
    return IntStream.range(0, refs.size())
        .filter(i -> erased.contains(refs.get(i)))
        .mapToObj(i -> problem(i, new BadCell("customer", "erased")))
        .toList();
  }

  private static Cells cells(ImportType type, int index, Map<String, String> row) {
    var columns = new HashMap<String, Integer>();
    var values = new ArrayList<String>();
    row.forEach(
        (name, value) -> {
          var column = name.strip().toLowerCase(Locale.ROOT);
          if (!type.knows(column)) {
            throw new BadCell(column, "unknown-field");
          }
          columns.put(column, values.size());
          values.add(value);
        });
    return new Cells(index, columns, values).checked();
  }

  private static RowsRefused.Problem problem(int index, BadCell bad) {
    return new RowsRefused.Problem(
        index,
        bad.column(),
        bad.code(),
        new Sentence("importing.error." + bad.code(), bad.figures()));
  }
}
