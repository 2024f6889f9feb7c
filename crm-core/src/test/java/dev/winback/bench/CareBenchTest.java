package dev.winback.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerEntry;
import dev.winback.customer.CustomerField;
import dev.winback.customer.Customers;
import dev.winback.customer.Duplicates;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.task.ContactData;
import dev.winback.task.Tasks;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * What possible duplicates and the checks of contact data cost at the size of {@code
 * WINBACK_BENCH="customers"}: {@code ./mvnw -pl crm-core test -Dincluded.tests=care}. Prints, and
 * fails on no figure.
 */
@Tag("long-run")
@Tag("care")
class CareBenchTest {

  /** Two of a hundred share a mailbox, three of a hundred a telephone number; 100 reps own them. */
  private static final String STORE =
      """
      insert into member (login, name, role, password_hash)
      select 'r' || n, 'R ' || n, 'REP', '-' from generate_series(1, 100) n;
      insert into customer (ref, first_name, last_name, email, phone, phone_e164, city, created_at, owner_id)
      select c.ref, c.first_name, c.last_name, 'm' || (case when c.id % 50 = 0 then c.id - 1 else c.id end) || '@example.org',
             p.phone, p.phone, (array['Ulm', 'Bonn', 'Kiel', 'Jena', 'Hof'])[1 + c.id % 5], timestamptz '2024-01-01',
             (select min(m.id) from member m where m.role = 'REP') + c.id % 120
      from bench.customer c,
           lateral (select '+4930' || lpad((case when c.id % 33 = 0 then c.id - 2 else c.id end)::text, 7, '0') as phone) p
      where c.id % 120 < 100
      union all
      select c.ref, c.first_name, c.last_name, 'm' || c.id || '@example.org', null, null, null, timestamptz '2024-01-01', null
      from bench.customer c where c.id % 120 >= 100
      order by 1;
      insert into contact (customer_id, source, external_id, contacted_at, channel, reached)
      select customer_id, 'bench', 'c-' || number, contacted_at, channel, number % 3 = 0 from bench.contact;
      insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase,
        revenue, value_year, currency)
      select customer_id, count(*), count(distinct purchased_at::date), min(purchased_at)::date, max(purchased_at)::date,
             sum(amount), sum(amount) / 3, 'EUR'
      from bench.purchase group by customer_id;
      analyze
      """;

  @TempDir Path folder;

  @Test
  void groupsAndChecksAreMeasured() throws SQLException, IOException {
    var customers = System.getenv().getOrDefault("WINBACK_BENCH", "1000000").strip();
    var url = TestDatabase.inService();
    var application =
        new SpringApplicationBuilder(BenchApplication.class)
            .web(WebApplicationType.NONE)
            .properties("spring.datasource.url=" + url, "winback.data-dir=" + folder);
    try (var context = application.run();
        var connection = DriverManager.getConnection(url)) {
      new DataSet(connection).generate(Long.parseLong(customers), 3).execute(STORE);
      var manager = context.getBean(Stories.class).manager();
      groups(context, manager);
      checks(context, manager);
    }
  }

  private static void groups(ApplicationContext context, Actor manager) {
    var duplicates = context.getBean(Duplicates.class);
    measure("groups, first night", duplicates::groupAll);
    assertThat(measure("groups, next night", duplicates::groupAll)).isZero();
    measure("page 1", () -> duplicates.page(null, 50, manager).items().size());
    var after = duplicates.page(null, 20_000, manager).next();
    measure("page 401", () -> duplicates.page(after, 50, manager).items().size());
    measure("count", () -> duplicates.count(manager));
    for (var mail : List.of("m51@example.org", "m52@example.org", "m53@example.org")) {
      measure("one correction", () -> correct(context, mail, manager));
    }
  }

  private static long correct(ApplicationContext context, String mail, Actor manager) {
    Map<CustomerField, Object> said = Map.of(CustomerField.EMAIL, mail);
    var entry = new CustomerEntry(0, "K0000777", null, said, List.of(), Map.of());
    context.getBean(Customers.class).correct(entry, null, manager);
    return 1;
  }

  private static void checks(ApplicationContext context, Actor manager) {
    var signals = context.getBean(Signals.class);
    var data = context.getBean(ContactData.class);
    var tasks = context.getBean(Tasks.class);
    measure("flags, first night", () -> signals.careForAll(MovableClock.START));
    measure("flags, next night", () -> signals.careForAll(MovableClock.START));
    measure("plan, first night", () -> data.plan(MovableClock.START));
    measure("plan, next night", () -> data.plan(MovableClock.START.plusDays(1)));
    for (int i = 0; i < 3; i++) {
      measure("a rep's day", () -> tasks.checks("r7", null, manager).size());
    }
  }

  private static long measure(String what, LongSupplier work) {
    long begin = System.nanoTime();
    long rows = work.getAsLong();
    System.out.printf(
        "care %-22s %,10d rows %,9.1f ms%n", what, rows, (System.nanoTime() - begin) / 1e6);
    return rows;
  }
}
