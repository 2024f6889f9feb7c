package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.category.Abc;
import dev.winback.category.Categories;
import dev.winback.category.Criterion;
import dev.winback.category.SecondCategory;
import dev.winback.category.Xyz;
import dev.winback.customer.Merges;
import dev.winback.lapse.Lapses;
import dev.winback.shared.Refused;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * look.md, rule 6: every figure of the categories is the length of the list behind it, for who sees
 * all and for who sees his own; MEA-12: the VIP table and its pages.
 */
@CoreTest
class CategoryFiguresTest {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  @Autowired Stories stories;
  @Autowired Signals signals;
  @Autowired Lapses lapses;
  @Autowired Categories categories;
  @Autowired CategoryFigures figures;
  @Autowired Overlaps overlaps;
  @Autowired VipTables vips;
  @Autowired CustomerLists customers;
  @Autowired LostCustomers lost;
  @Autowired Merges merges;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor boss;
  private Actor anna;

  @BeforeEach
  void firm() {
    boss = stories.manager();
    anna = stories.rep("anna");
    var bert = stories.rep("bert");
    for (int i = 1; i <= 60; i++) {
      stories
          .aCustomer("K-" + i)
          .ownedBy(i % 3 == 0 ? anna : bert)
          .buyingEvery(i % 2 == 0 ? 30 : 70)
          .times(1 + i % 14)
          .amount("" + (1 + i * i % 300))
          .silentFor(i * 4)
          .save();
    }
    jdbc.sql(
            "update purchase set margin = -1 where customer_id in (select id from customer where id % 11 = 0)")
        .update();
    signals.foldAll(clock.today());
    lapses.openAndMove(clock.today());
    settle();
  }

  private void settle() {
    categories.settle(categories.collect(clock.today()));
  }

  private static CustomerFilter filter(
      String abc, String xyz, String vip, String group, String second) {
    return new CustomerFilter(
        null, null, null, null, null, null, null, abc, xyz, vip, group, second, null, null, null);
  }

  private long listed(CustomerFilter filter, Actor actor) {
    var seen = new ArrayList<String>();
    String after = null;
    do {
      var page = customers.page(filter, after, 7, actor);
      page.items().forEach(row -> seen.add(row.ref()));
      after = page.next();
    } while (after != null);
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(customers.count(filter, actor)).isEqualTo(seen.size());
    return seen.size();
  }

  private static CustomerFilter aBy(String by, String notBy) {
    return CustomerFilter.of("aBy=" + by + (notBy == null ? "" : "&notABy=" + notBy));
  }

  /** DEC-06. */
  @Test
  void eachNumberOfTwoCriteriaIsTheLengthOfItsList() {
    long differing = 0;
    for (var one : Criterion.values()) {
      for (var other : Criterion.values()) {
        var overlap = overlaps.of(one, other, boss).orElseThrow();
        assertThat(listed(aBy(one.code() + "," + other.code(), null), boss))
            .isEqualTo(overlap.both());
        assertThat(listed(aBy(one.code(), other.code()), boss)).isEqualTo(overlap.one().alone());
        assertThat(listed(aBy(one.code(), null), boss))
            .isEqualTo(overlap.one().customers())
            .isEqualTo(overlap.both() + overlap.one().alone());
        differing += overlap.one().alone();
      }
    }
    assertThat(differing).as("the lists differ").isPositive();
    assertThat(overlaps.of(Criterion.AMOUNT, Criterion.UNITS, anna)).as("of the firm").isEmpty();
  }

  @Test
  void everyFigureIsTheLengthOfItsList() {
    for (var actor : List.of(boss, anna)) {
      var report = figures.report(actor);
      assertThat(report.all().customers()).isEqualTo(actor == boss ? 60 : 20);
      for (var abc : Abc.values()) {
        for (var xyz : Xyz.values()) {
          var cell = report.cell(abc, xyz);
          assertThat(listed(filter(abc.name(), xyz.name(), null, null, null), actor))
              .isEqualTo(cell.customers());
          var open =
              new LostFilter(
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  abc.name(),
                  xyz.name(),
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null);
          assertThat(lost.count(open, actor)).isEqualTo((int) cell.lost());
        }
        assertThat(listed(filter(abc.name(), null, null, null, null), actor))
            .isEqualTo(report.of(abc).customers());
      }
      for (int group = 1; group <= 4; group++) {
        assertThat(listed(filter(null, null, null, "" + group, null), actor))
            .isEqualTo(report.group(group).customers());
      }
      for (var second : SecondCategory.values()) {
        assertThat(listed(filter(null, null, null, null, second.code()), actor))
            .isEqualTo(report.second(second).customers());
      }
      assertThat(listed(filter(null, null, "true", null, null), actor))
          .isEqualTo(report.vips().customers())
          .isPositive();
      assertThat(listed(filter(null, null, "fallen", null, null), actor))
          .isEqualTo(report.fallen().customers());
      assertThat(listed(filter(null, null, "candidate", null, null), actor))
          .isEqualTo(report.candidates().customers());
      assertThat(listed(filter(null, null, "false", null, null), actor))
          .isEqualTo(report.all().customers() - report.vips().customers());
    }
  }

  @Test
  void theFirmIsInterestingEnoughToCompare() {
    var report = figures.report(boss);
    var cells = new HashSet<String>();
    for (var abc : Abc.values()) {
      for (var xyz : Xyz.values()) {
        if (report.cell(abc, xyz).customers() > 0) {
          cells.add("" + abc + xyz);
        }
      }
    }
    assertThat(cells).hasSizeGreaterThan(6);
    assertThat(report.all().lost()).isPositive();
    assertThat(report.fallen().customers()).isPositive();
  }

  @Test
  void whoWasMergedAwayIsCountedNowhere() {
    merges.merge("K-1", "K-2", Set.of(), boss);
    assertThat(figures.report(boss).all().customers()).isEqualTo(59);
    settle();
    assertThat(figures.report(boss).all().customers()).isEqualTo(59);
    assertThat(customers.count(CustomerFilter.ALL, boss)).isEqualTo(59);
  }

  @Test
  void withinACategoryTheOneWhoBringsMostIsFirst() {
    var rows = customers.page(filter("A", null, null, null, null), null, 50, boss).items();
    assertThat(rows)
        .extracting(CustomerRow::categoryValue)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(rows).allSatisfy(row -> assertThat(row.abc()).isEqualTo("A"));
  }

  @Test
  void aWrongFilterIsNamed() {
    for (var wrong :
        List.of(
            filter("E", null, null, null, null),
            filter(null, "A", null, null, null),
            filter(null, null, "maybe", null, null),
            filter(null, null, null, "5", null),
            filter(null, null, null, null, "third"))) {
      assertThatThrownBy(() -> customers.count(wrong, boss)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void theVipTableIsPagedWithoutAGapAndTellsItsHead() {
    var month = vips.month(MAY, boss).orElseThrow();
    assertThat(month.complete()).isTrue();
    assertThat(vips.last(boss)).contains(month);
    var rows = new ArrayList<VipRow>();
    String after = null;
    do {
      var page = vips.members(MAY, after, 2, boss);
      rows.addAll(page.items());
      after = page.next();
    } while (after != null);
    var file = new ArrayList<VipRow>();
    vips.exportMembers(MAY, boss, file::add);
    assertThat(rows).isEqualTo(file).hasSize(month.vips());
    assertThat(rows)
        .extracting(VipRow::number)
        .containsExactlyElementsOf(
            java.util.stream.LongStream.rangeClosed(1, month.vips()).boxed().toList());
    assertThat(rows.stream().map(VipRow::paid).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(month.vipPaid());
    assertThat(vips.members(MAY, null, 50, anna).items()).hasSizeLessThan(month.vips());
    assertThat(vips.month(LocalDate.of(2020, 1, 1), boss)).isEmpty();
    assertThatThrownBy(() -> vips.members(MAY, "bm9uc2Vuc2U", 5, boss)).isInstanceOf(Refused.class);
  }

  @Test
  void whoCameAndWhoWentIsTheLengthOfItsList() {
    Function<Boolean, Integer> length =
        joined -> {
          var rows = new ArrayList<VipMoveRow>();
          vips.exportMoves(MAY, joined, boss, rows::add);
          assertThat(vips.moves(MAY, joined, null, 500, boss).items()).isEqualTo(rows);
          return rows.size();
        };
    var month = vips.month(MAY, boss).orElseThrow();
    assertThat(length.apply(true)).isEqualTo(month.joined());
    assertThat(length.apply(false)).isEqualTo(month.dropped()).isPositive();
    assertThat(figures.report(boss).fallen().customers()).isEqualTo((long) month.dropped());
    assertThat(figures.report(boss).vips().customers()).isEqualTo((long) month.listed());
  }
}
