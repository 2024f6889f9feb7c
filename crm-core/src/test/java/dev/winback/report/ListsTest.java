package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.lapse.Lapses;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lists, counts and exports show the same rows, page by page without a gap, and to a rep only his
 * own (rules.md, "People"; look.md, rules 4 to 7).
 */
@CoreTest
class ListsTest {

  private static final LostFilter ALL = LostFilter.ALL;

  @Autowired Stories stories;
  @Autowired Signals signals;
  @Autowired Lapses lapses;
  @Autowired LostCustomers lost;
  @Autowired CustomerLists customers;
  @Autowired CustomerPages pages;
  @Autowired Figures figures;
  @Autowired Moves moves;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor boss;
  private Actor anna;
  private Actor bert;

  @BeforeEach
  void losses() {
    boss = stories.manager();
    anna = stories.rep("anna");
    bert = stories.rep("bert");
    for (int i = 1; i <= 12; i++) {
      // many ties in value, days and name: the pages must not lose one
      stories
          .aCustomer("K-" + i)
          .named(i % 2 == 0 ? "Même" : "100%_sûr")
          .ownedBy(i <= 4 ? anna : bert)
          .silentFor(i <= 6 ? 100 : 200)
          .save();
    }
    signals.foldAll(clock.today());
    lapses.openAndMove(clock.today());
    jdbc.sql("insert into night (day, state, node) values (:day, 'done', 'here')")
        .param("day", clock.today())
        .update();
  }

  @Test
  void everyOrderShowsEachLapseOnceWhateverThePageSize() {
    for (var sort : LostSort.values()) {
      var filter = lost(null, null, null, sort.code());
      var seen = new ArrayList<String>();
      String after = null;
      do {
        var page = lost.page(filter, after, 5, boss);
        page.items().forEach(row -> seen.add(row.ref()));
        after = page.next();
      } while (after != null);
      assertThat(seen).as(sort.code()).hasSize(12).doesNotHaveDuplicates();
    }
  }

  @Test
  void aRepSeesHisOwnInListCountAndFileAlike() {
    assertThat(lost.page(ALL, null, 50, anna).items()).hasSize(4);
    assertThat(lost.count(ALL, anna)).isEqualTo(4);
    var file = new ArrayList<LostRow>();
    lost.export(ALL, anna, file::add);
    assertThat(file).hasSize(4);
    assertThat(customers.count(CustomerFilter.ALL, anna)).isEqualTo(4);
    assertThat(pages.facts("K-1", anna).ref()).isEqualTo("K-1");
    assertThatThrownBy(() -> pages.facts("K-5", anna)).isInstanceOf(NotFound.class);
    assertThat(pages.facts("K-5", boss).ref()).isEqualTo("K-5");
  }

  @Test
  void filtersNarrowAndTheirWrongValuesAreNamed() {
    assertThat(count("180", null)).isEqualTo(6);
    assertThat(count("90", null)).isEqualTo(6);
    assertThat(count(null, "late")).isEqualTo(6);
    assertThat(count(null, "won")).isZero();
    assertThatThrownBy(() -> count(null, "gone-fishing"))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.field()).isEqualTo("stage"));
    assertThat(count("91", null)).as("a class that nobody has set").isZero();
    assertThatThrownBy(() -> count("fishing", null)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> lost.page(ALL, "bm9uc2Vuc2U", 5, boss)).isInstanceOf(Refused.class);
  }

  private static LostFilter lost(String q, String stage, String signal, String sort) {
    return new LostFilter(
        q, stage, signal, null, null, null, sort, null, null, null, null, null, null, null, null,
        null, null, null);
  }

  private int count(String signal, String stage) {
    return lost.count(lost(null, stage, signal, null), boss);
  }

  @Test
  void aSearchTakesItsSignsLiterally() {
    assertThat(search("100%_sûr")).isEqualTo(6);
    assertThat(search("%")).isEqualTo(6);
    assertThat(search("mêm")).isEqualTo(6);
    assertThat(search("k-7")).isEqualTo(1);
    assertThat(search("K-7@example.org")).isEqualTo(1);
    assertThat(search("+33 1 23 45 67 89")).isEqualTo(12);
    assertThat(search("nobody")).isZero();
    assertThat(search("'; drop table customer; --")).isZero();
  }

  private int search(String words) {
    return lost.count(lost(words, null, null, null), boss);
  }

  @Test
  void eachFigureOfTheStartPageIsTheLengthOfItsList() {
    for (var actor : List.of(boss, anna)) {
      var start = figures.start(actor);
      assertThat(start.open()).isEqualTo(lost.count(ALL, actor)).isPositive();
      for (var month : start.months()) {
        var until = month.lastDay().isAfter(start.day()) ? start.day() : month.lastDay();
        var losses = Period.of("loss", month.month(), until);
        assertThat(moves.count(losses, actor)).isEqualTo(month.losses());
        assertThat(moves.page(losses, null, 500, actor).items()).hasSize((int) month.losses());
      }
      var year = Period.of("loss", start.yearStart(), start.day());
      assertThat(moves.count(year, actor)).isEqualTo(start.lossesOfYear());
    }
  }

  @Test
  void beforeTheFirstNightAGapBeyondTheLimitIsALossAndItsEndAReturn() {
    jdbc.sql("delete from night").update();
    var late = stories.aCustomer("H-1").ownedBy(anna).neverBought().save();
    stories.purchase(late, clock.today().minusDays(280), "10");
    stories.purchase(late, clock.today().minusDays(99), "10");
    var onTime = stories.aCustomer("H-2").ownedBy(anna).neverBought().save();
    stories.purchase(onTime, clock.today().minusDays(269), "10");
    stories.purchase(onTime, clock.today().minusDays(89), "10");
    var back = Period.of("return", clock.today().minusDays(200), clock.today());
    assertThat(moves.page(back, null, 50, anna).items())
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.ref()).isEqualTo("H-1");
              assertThat(move.fromHistory()).isTrue();
              assertThat(move.day()).isEqualTo(clock.today().minusDays(99));
            });
  }

  @Test
  void theTimeLineIsPagedWithoutAGapAndHidesCallNotesFromMarketing() {
    var id = stories.aCustomer("T-1").ownedBy(anna).neverBought().save();
    for (int i = 0; i < CustomerPages.ITEMS + 5; i++) {
      stories.purchase(id, clock.today().minusDays(i / 3), "10");
    }
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, note)
            values (:id, 'story', 'c1', :at, 'phone', 'private words')
            """)
        .param("id", id.value())
        .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .update();
    var facts = pages.facts("T-1", boss);
    var first = pages.timeline(facts, null, null, boss);
    var second = pages.timeline(facts, null, first.next(), boss);
    assertThat(first.items()).hasSize(CustomerPages.ITEMS);
    assertThat(second.items()).hasSize(6).doesNotContainAnyElementsOf(first.items());
    assertThat(first.items()).extracting(TimelineItem::note).contains("private words");
    assertThat(pages.timeline(facts, null, null, stories.marketing()).items())
        .extracting(TimelineItem::note)
        .doesNotContain("private words");
  }
}
