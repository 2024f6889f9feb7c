package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Lapses;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever is asked of a list, its pages put together are its file, and its count is their number
 * (look.md, rules 4 to 7): each condition is a piece of the statement of its own.
 */
@CoreTest
class ListPagesTest {

  @Autowired Stories stories;
  @Autowired Signals signals;
  @Autowired Lapses lapses;
  @Autowired LostCustomers lost;
  @Autowired CustomerLists customers;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor boss;
  private Actor anna;

  @BeforeEach
  void losses() {
    boss = stories.manager();
    anna = stories.rep("anna");
    var bert = stories.rep("bert");
    for (int i = 1; i <= 14; i++) {
      stories
          .aCustomer("K-" + i)
          .named(i % 3 == 0 ? "Zoe" : "Adam")
          .ownedBy(i % 2 == 0 ? anna : bert)
          .amount(i < 5 ? "10" : "70")
          .silentFor(i < 8 ? 100 : 200)
          .save();
    }
    stories.aCustomer("N-1").neverBought().save();
    stories.aCustomer("N-2").neverBought().save();
    stories.aCustomer("A-1").silentFor(3).save();
    signals.foldAll(clock.today());
    lapses.openAndMove(clock.today());
    lapses.assign(clock.today());
    weigh();
    jdbc.sql("update lapse set stage = 'DECIDED' where id % 5 = 0").update();
    jdbc.sql(
            "insert into night (day, state, node, finished_at) values (:day, 'done', 'here', now())")
        .param("day", clock.today())
        .update();
  }

  /** Many of one gain; two were not weighed, one of them because its money is foreign. */
  private void weigh() {
    jdbc.sql("delete from lapse_worth").update();
    jdbc.sql(
            """
            insert into lapse_worth (lapse_id, customer_id, unasked, chance, chance_low, chance_high, channel, percent,
              effort, gain, verdict)
            select id, customer_id, 0.1, 0.2, 0.1, 0.3, 'call', 10, 1,
                   case when id = (select min(id) from lapse) then null else id % 3 end, 'return'
              from lapse where id < (select max(id) from lapse)
            """)
        .update();
  }

  @Test
  void thePagesOfTheLostListAreItsFileAndItsCount() {
    int turn = 0;
    for (var asked :
        List.of(
            Map.of("stage", "all"),
            Map.of("stage", "ever"),
            Map.of("stage", "decided"),
            Map.of("signal", "90"),
            Map.of("signal", "silent"),
            Map.of("signal", "rhythm"),
            Map.of("signal", "sleeping"),
            Map.of("owner", "anna"),
            Map.of("owner", "none"),
            Map.of("assignee", "bert"),
            Map.of("assignee", "none"),
            Map.of("lostBy", "bert"),
            Map.of("min", "100"),
            Map.of("reason", "unknown"),
            Map.of("work", "new"),
            Map.of("work", "touched", "stage", "all"),
            Map.of("work", "untouched"),
            Map.of("work", "uncontacted"),
            Map.of("work", "no-next"),
            Map.of("stage", "direction-changed"),
            Map.of("from", clock.today().toString(), "to", clock.today().toString()),
            Map.of("abc", "A"),
            Map.of("vip", "false"),
            Map.of("q", "zoe"),
            Map.of("q", "zoe", "owner", "anna", "stage", "all"))) {
      // a filter and an order are pieces of their own: each order stands beside some filters
      var sort = LostSort.values()[turn++ % LostSort.values().length];
      for (var actor : List.of(boss, anna)) {
        var filter = filter(LostFilter.class, asked, sort.code());
        var file = new ArrayList<LostRow>();
        lost.export(filter, actor, file::add);
        assertThat(lostPages(filter, actor)).as("%s %s", asked, sort).isEqualTo(file);
        assertThat(lost.count(filter, actor)).as("%s", asked).isEqualTo(file.size());
      }
    }
  }

  @Test
  void whatWasNotWeighedComesBehindWhatWas() {
    var rows = lostPages(filter(LostFilter.class, Map.of(), "gain"), boss);
    assertThat(rows).hasSize(14);
    assertThat(rows.subList(12, 14)).extracting(LostRow::gain).containsOnlyNulls();
    assertThat(rows.subList(0, 12))
        .extracting(LostRow::gain)
        .doesNotContainNull()
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void thePagesOfTheCustomerListAreItsFileAndItsCount() {
    for (var asked :
        List.of(
            Map.<String, String>of(),
            Map.of("stage", "none"),
            Map.of("stage", "late"),
            Map.of("stage", "decided"),
            Map.of("stage", "active"),
            Map.of("stage", "prospect"),
            Map.of("stage", "quiet"),
            Map.of("stage", "watch"),
            Map.of("signal", "silent"),
            Map.of("owner", "anna"),
            Map.of("owner", "none"),
            Map.of("kind", "wholesale"),
            Map.of("reason", "quality"),
            Map.of("vip", "false"),
            Map.of("q", "ada"),
            Map.of("q", "N-2"))) {
      for (var sort : List.of("name", "value")) {
        for (var actor : List.of(boss, anna)) {
          pagesAreFileAndCount(asked, sort, actor);
        }
      }
    }
    assertThat(customerPages(filter(CustomerFilter.class, Map.of(), "value"), boss))
        .extracting(CustomerRow::ref)
        .as("who never bought comes last")
        .hasSize(17)
        .endsWith("N-2", "N-1");
  }

  private void pagesAreFileAndCount(Map<String, String> asked, String sort, Actor actor) {
    var filter = filter(CustomerFilter.class, asked, sort);
    var file = new ArrayList<CustomerRow>();
    customers.export(filter, actor, file::add);
    assertThat(customerPages(filter, actor)).as("%s %s", asked, sort).isEqualTo(file);
    assertThat(customers.count(filter, actor)).as("%s", asked).isEqualTo(file.size());
  }

  private List<LostRow> lostPages(LostFilter filter, Actor actor) {
    var all = new ArrayList<LostRow>();
    String after = null;
    do {
      var page = lost.page(filter, after, 6, actor);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }

  private List<CustomerRow> customerPages(CustomerFilter filter, Actor actor) {
    var all = new ArrayList<CustomerRow>();
    String after = null;
    do {
      var page = customers.page(filter, after, 6, actor);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }

  private static <F> F filter(Class<F> type, Map<String, String> asked, String sort) {
    var components = type.getRecordComponents();
    var words =
        Arrays.stream(components)
            .map(c -> c.getName().equals("sort") ? sort : asked.get(c.getName()))
            .toArray();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(words);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
