package dev.winback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.importing.Loading;
import dev.winback.nightly.NightlyRun;
import dev.winback.shared.Paged;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I10: who may be one person is known at once and by night, and neither way says it twice. */
@CoreTest
class DuplicatesTest {

  @Autowired Duplicates duplicates;
  @Autowired Customers customers;
  @Autowired Merges merges;
  @Autowired Loading loading;
  @Autowired NightlyRun nightly;
  @Autowired JdbcClient jdbc;

  private Actor manager;

  @BeforeEach
  void threeOfWhomTwoShareAMailbox() {
    manager = loading.manager();
    loading.load(
        """
        customer,name,email,phone,city
        A-1,Anna Berg,anna@example.org,,Ulm
        A-2,A. Berg,Anna@example.org,+49 30 1234567,Bonn
        A-3,Carl Lind,carl@example.org,,Kiel
        """);
  }

  private List<String> groups() {
    return groups(duplicates.page(null, 50, manager));
  }

  private static List<String> groups(Paged<DuplicateGroup> page) {
    return page.items().stream()
        .map(
            group ->
                group.kind()
                    + group.members().stream()
                        .map(DuplicateGroup.Member::ref)
                        .collect(Collectors.joining(" ", " ", "")))
        .toList();
  }

  private void correct(String ref, CustomerField field, @Nullable Object value) {
    var said = new EnumMap<CustomerField, @Nullable Object>(CustomerField.class);
    said.put(field, value);
    var entry = new CustomerEntry(0, ref, null, said, List.of(), Map.of());
    customers.correct(entry, null, manager);
  }

  @Test
  void aFileMakesThemAndTheNightHasNothingToAdd() {
    assertThat(groups()).containsExactly("email A-1 A-2");
    assertThat(duplicates.count(manager)).isEqualTo(1);
    assertThat(duplicates.groupAll()).isZero();
  }

  @Test
  void aCorrectionMovesThem() {
    correct("A-3", CustomerField.PHONE, "+49301234567");
    assertThat(groups()).containsExactly("email A-1 A-2", "phone A-2 A-3");
    correct("A-2", CustomerField.EMAIL, "carl@example.org");
    assertThat(groups()).containsExactly("email A-2 A-3");
    correct("A-3", CustomerField.EMAIL, null);
    assertThat(groups()).containsExactly("phone A-2 A-3");
    assertThat(duplicates.groupAll()).isZero();
  }

  @Test
  void nameAndPlaceAreSharedOnlyTogether() {
    correct("A-3", CustomerField.NAME, "anna berg");
    assertThat(groups()).containsExactly("email A-1 A-2");
    correct("A-3", CustomerField.CITY, "ULM");
    assertThat(groups()).containsExactly("email A-1 A-2", "name A-1 A-3");
    assertThat(duplicates.groupAll()).isZero();
  }

  @Test
  void mergedTheyAreOneAndTakenApartTwoAgain() {
    long merge = merges.merge("A-1", "A-2", Set.of(), manager);
    assertThat(groups()).isEmpty();
    correct("A-3", CustomerField.EMAIL, "anna@example.org");
    assertThat(groups()).containsExactly("email A-1 A-3");
    merges.part("A-1", merge, manager);
    assertThat(groups()).containsExactly("email A-1 A-2 A-3");
    assertThat(duplicates.groupAll()).isZero();
  }

  @Test
  void anErasedPersonIsNobodysDuplicate() {
    customers.erase("A-2", manager);
    assertThat(groups()).isEmpty();
    assertThat(duplicates.groupAll()).isZero();
  }

  @Test
  void whatARunBroughtGoesWithIt() {
    var run = loading.load("customer,email\nB-1,carl@example.org\nA-1,carl@example.org\n");
    assertThat(groups()).containsExactly("email A-1 A-3 B-1");
    loading.takeBack(run);
    assertThat(groups()).containsExactly("email A-1 A-2");
    assertThat(duplicates.groupAll()).isZero();
  }

  @Test
  void whoAreDifferentPeopleComeBackWhenSomebodyJoinsThemOrSomebodyWasWrong() {
    var mark = duplicates.page(null, 1, manager).items().get(0).mark();
    duplicates.clear("email", mark, manager);
    assertThat(groups()).isEmpty();
    assertThat(duplicates.groupAll()).isZero();
    correct("A-1", CustomerField.CITY, "Hamm");
    assertThat(groups()).isEmpty();
    duplicates.restore("email", mark, manager);
    duplicates.restore("email", mark, manager);
    assertThat(groups()).containsExactly("email A-1 A-2");
    duplicates.clear("email", mark, manager);
    correct("A-3", CustomerField.EMAIL, "anna@example.org");
    assertThat(groups()).containsExactly("email A-1 A-2 A-3");
  }

  @Test
  void theNightMendsWhatIsNotAsItShouldBe() {
    jdbc.sql("delete from duplicate_group").update();
    jdbc.sql("insert into duplicate_group values ('phone', md5('x'), array[1, 2]::bigint[])")
        .update();
    assertThat(duplicates.groupAll()).isEqualTo(2);
    assertThat(groups()).containsExactly("email A-1 A-2");
    var night = nightly.run(MovableClock.START);
    assertThat(night.steps())
        .filteredOn(step -> step.name().equals("duplicates"))
        .hasSize(1)
        .allMatch(step -> step.rows() == 0);
  }

  @Test
  void eachGroupStandsOnOnePageWhateverItsSize() {
    var file = new StringBuilder("customer,email\n");
    for (int i = 0; i < 24; i++) {
      file.append("M-").append(i).append(",m").append(i % 8).append("@example.org\n");
    }
    loading.load(file.toString());
    var seen = new ArrayList<String>();
    String after = null;
    do {
      var page = duplicates.page(after, 2, manager);
      seen.addAll(groups(page));
      after = page.next();
    } while (after != null);
    assertThat(seen).hasSize(9).doesNotHaveDuplicates().hasSameElementsAs(groups());
  }
}
