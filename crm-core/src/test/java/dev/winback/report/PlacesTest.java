package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A record knows its place in the list it was opened from (look.md, "Sequential review"). */
@CoreTest
class PlacesTest {

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired LostCustomers lost;
  @Autowired CustomerLists customers;
  @Autowired Decisions decisions;

  private Actor manager;

  @BeforeEach
  void aFirm() {
    manager = stories.manager();
    for (int i = 0; i < 5; i++) {
      stories.aCustomer("K-" + i).buyingEvery(20 + i).times(3).silentFor(100 + i % 3).save();
    }
    nightly.run(MovableClock.START);
  }

  @ParameterizedTest
  @EnumSource(LostSort.class)
  void fromEachLossTheNextOneIsThatOfTheList(LostSort sort) {
    var filter = LostFilter.of("sort=" + sort.code());
    var rows = lost.page(filter, null, 10, manager).items();
    assertThat(rows).hasSize(5);
    for (int i = 0; i < rows.size(); i++) {
      var place = lost.place(filter, new LapseId(rows.get(i).lapse()), manager);
      assertThat(place.number()).isEqualTo(i + 1);
      assertThat(place.previous()).isEqualTo(i == 0 ? null : "" + rows.get(i - 1).lapse());
      assertThat(place.next()).isEqualTo(i == 4 ? null : "" + rows.get(i + 1).lapse());
    }
  }

  @Test
  void whoHasLeftTheListStillLeadsToHisNeighbours() {
    var filter = LostFilter.of("work=new&sort=name");
    var rows = lost.page(filter, null, 10, manager).items();
    var second = new LapseId(rows.get(1).lapse());
    decisions.decide(second, Decision.RETURN, "", null, manager);
    var place = lost.place(filter, second, manager);
    assertThat(place.number()).isNull();
    assertThat(place.previous()).isEqualTo("" + rows.get(0).lapse());
    assertThat(place.next()).isEqualTo("" + rows.get(2).lapse());
  }

  @ParameterizedTest
  @EnumSource(CustomerSort.class)
  void theSameHoldsOfCustomers(CustomerSort sort) {
    var filter =
        CustomerFilter.of(
            sort == CustomerSort.CATEGORY ? "group=4" : "sort=" + sort.name().toLowerCase());
    var rows = customers.page(filter, null, 10, manager).items();
    for (int i = 0; i < rows.size(); i++) {
      var place = customers.place(filter, new CustomerId(rows.get(i).id()), manager);
      assertThat(place.number()).isEqualTo(i + 1);
      assertThat(place.previous()).isEqualTo(i == 0 ? null : rows.get(i - 1).ref());
      assertThat(place.next()).isEqualTo(i + 1 == rows.size() ? null : rows.get(i + 1).ref());
    }
  }
}
