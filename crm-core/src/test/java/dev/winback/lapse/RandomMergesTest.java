package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Merges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * I10 over random histories of three records of one person: a merge and its end leave nothing
 * behind, the order of merges makes no difference to what is derived, and no money is lost or made.
 */
class RandomMergesTest extends LapseStories {

  /** What a merge does for good: notes of the act itself, and counters of changes. */
  private static final Set<String> ACTS =
      Set.of(
          "audit",
          "audit_link",
          "audit_head",
          "customer_merge",
          "lapse_merge",
          "lapse_event",
          "night",
          "nightly_step");

  private static final Set<String> COUNTERS =
      Set.of(
          "version",
          "touched",
          "stage_before",
          "ended_with_lapse",
          "closed_at",
          "hold_until",
          "void_at",
          "judged_at",
          // the line in which a letter waits: the next claim finds it anew
          "mail_group");

  @Autowired Merges merges;

  @ParameterizedTest
  @ValueSource(longs = {1, 14})
  void aMergeTakenApartLeavesNothingAndTheOrderOfMergesMakesNoDifference(long seed) {
    var random = new Random(seed);
    var customers = history(random);
    var before = everything();
    var money = money();

    var first = merge(customers, List.of(0, 1, 0, 2));
    var asOne = derived(customers.get(0));
    assertThat(money()).isEqualTo(money);
    part(first, random.nextBoolean());
    before.removeIf(row -> row.startsWith("task ") && !noneBlamed());
    same(before, everything(), "seed " + seed + ", apart again");

    for (var order : List.of(List.of(0, 2, 0, 1), List.of(1, 2, 0, 1), List.of(2, 1, 2, 0))) {
      var again = merge(customers, order);
      assertThat(derived(customers.get(order.get(2))))
          .as("seed " + seed + ": order " + order)
          .isEqualTo(asOne);
      assertThat(money()).isEqualTo(money);
      part(again, false);
      before.removeIf(row -> row.startsWith("task ") && !noneBlamed());
      same(before, everything(), "seed " + seed + ", apart after " + order);
    }
  }

  /** Only what differs is worth reading. */
  private static void same(List<String> before, List<String> after, String when) {
    var gone = new ArrayList<>(before);
    gone.removeAll(after);
    var come = new ArrayList<>(after);
    come.removeAll(before);
    assertThat(come).as(when).isEqualTo(gone);
  }

  private List<CustomerId> history(Random random) {
    jdbc.sql(
            "update rung set mode = 'live', backlog = true, since = '2020-01-01' where number <= 2")
        .update();
    var reps = List.of(stories.rep("ann"), stories.rep("bob"));
    var customers = new ArrayList<CustomerId>();
    for (int i = 0; i < 3; i++) {
      var story =
          stories
              .aCustomer("P" + i)
              .times(1 + random.nextInt(4))
              .buyingEvery(20 + random.nextInt(40))
              .silentFor(random.nextInt(150));
      customers.add(
          random.nextBoolean() ? story.save() : story.ownedBy(reps.get(random.nextInt(2))).save());
    }
    for (int step = 0; step < 14; step++) {
      happen(random, customers.get(random.nextInt(3)));
    }
    nightly.run(today);
    return customers;
  }

  private void happen(Random random, CustomerId customer) {
    switch (random.nextInt(6)) {
      case 0, 1, 2 -> {
        passDays(10 + random.nextInt(40));
        nightly.run(today);
        if (random.nextBoolean()) {
          sendWhatIsPlanned();
        }
      }
      case 3 -> buys(customer, today.minusDays(random.nextInt(3)));
      case 4 -> talks(customer, today, random.nextBoolean());
      default -> closeOne(random);
    }
  }

  private void sendWhatIsPlanned() {
    jdbc.sql(
            """
            update letter set state = 'SENT', sent_at = :now, announced_at = :now, address = 'a@example.org',
                              address_hash = address_hash('a' || customer_id || '@example.org')
            where state = 'PLANNED'
            """)
        .param("now", noon(today).atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  private void closeOne(Random random) {
    var open =
        jdbc.sql("select id from lapse where stage in ('LATE', 'LOST', 'WORKING') order by id")
            .query(Long.class)
            .list();
    if (!open.isEmpty()) {
      var lapse = new LapseId(open.get(random.nextInt(open.size())));
      lapses.close(lapse, random.nextBoolean() ? Stage.REFUSED : Stage.UNREACHABLE, "so", manager);
    }
  }

  private record Done(String ref, long merge) {}

  /** Two merges: the first and the third of the order are the records that stay. */
  private List<Done> merge(List<CustomerId> customers, List<Integer> order) {
    var done = new ArrayList<Done>();
    for (int i = 0; i < order.size(); i += 2) {
      var ref = "P" + order.get(i);
      done.add(new Done(ref, merges.merge(ref, "P" + order.get(i + 1), Set.of(), manager)));
    }
    return done;
  }

  /** In the order of the merges only where both went into the same record. */
  private void part(List<Done> done, boolean sameOrder) {
    var last = sameOrder ? done.get(0) : done.get(1);
    var next = sameOrder ? done.get(1) : done.get(0);
    merges.part(last.ref(), last.merge(), manager);
    merges.part(next.ref(), next.merge(), manager);
  }

  private String derived(CustomerId root) {
    return List.of(
            rows(
                """
                select number, stage, opened_on, case when stage not in ('FALSE_ALARM', 'MERGED') then silent_since end as since, lost_on, lost_by, returned_on, return_purchase_id,
                       credit, credit_id,
                       case when stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') then assignee end as assignee
                from lapse where customer_id = %d order by number
                """,
                root),
            rows(
                "select kind, since, lost_from, evidence::text from signal where customer_id = %d order by kind",
                root),
            rows(
                """
                select purchases, first_purchase, last_purchase, rhythm_days, revenue, value_year
                from customer_value where customer_id = %d
                """,
                root),
            rows(
                "select lapse_id, rung, state, hold_reason from letter where customer_id = %d order by id",
                root))
        .toString();
  }

  private List<Map<String, Object>> rows(String sql, CustomerId customer) {
    return jdbc.sql(sql.formatted(customer.value())).query().listOfRows();
  }

  private Object money() {
    return jdbc.sql(
            "select currency, count(*), sum(amount), sum(refunded) from purchase group by 1")
        .query()
        .listOfRows();
  }

  /** Every row of every table, but for the notes of the acts. */
  private List<String> everything() {
    return jdbc
        .sql("select tablename from pg_tables where schemaname = 'public' order by 1")
        .query(String.class)
        .list()
        .stream()
        // a task of a rep who turned out to have lost the other record: the night plans it again
        .filter(table -> !table.equals("task") || noneBlamed())
        .filter(table -> !ACTS.contains(table) && !table.startsWith("flyway"))
        .flatMap(table -> dump(table).stream())
        .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
  }

  private boolean noneBlamed() {
    return jdbc.sql("select count(*) from lapse_event where kind = 'blamed'")
            .query(Long.class)
            .single()
        == 0;
  }

  private List<String> dump(String table) {
    return jdbc.sql(
            "select '%1$s ' || (to_jsonb(t) - :counters::text[])::text as row from %1$s t order by 1"
                .formatted(table))
        .param("counters", COUNTERS.toArray(String[]::new))
        .query(String.class)
        .list();
  }
}
