package dev.winback.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** UND-03, UND-04, UND-05: twenty reasons are shipped, and the firm makes the tree its own. */
@CoreTest
class ReasonsTest {

  @Autowired Reasons reasons;
  @Autowired Stories stories;
  private Actor manager;

  @BeforeEach
  void start() {
    manager = stories.manager();
  }

  @Test
  void twentyReasonsAreShippedInThreeBranchesWithTheirProblemType() {
    assertThat(reasons.all()).hasSize(20).allMatch(Reason::shipped).noneMatch(Reason::retired);
    assertThat(codes(Branch.LURED))
        .containsExactly("cheaper", "conditions", "competitor", "specialist", "indifferent");
    assertThat(codes(Branch.DISSATISFIED))
        .containsExactly(
            "price",
            "quality",
            "service",
            "delivery",
            "rep",
            "politeness",
            "forgotten",
            "rules",
            "product-gone",
            "taste",
            "equipment",
            "our-fault");
    assertThat(codes(Branch.CIRCUMSTANCES)).containsExactly("moved", "person-gone", "other");
    assertThat(one("price").problem()).isEqualTo(Problem.PRICE);
    assertThat(one("delivery").problem()).isEqualTo(Problem.SERVICE);
    assertThat(one("moved").problem()).isNull();
  }

  private List<String> codes(Branch branch) {
    return reasons.all().stream().filter(r -> r.branch() == branch).map(Reason::code).toList();
  }

  private Reason one(String code) {
    return reasons.all().stream().filter(r -> r.code().equals(code)).findFirst().orElseThrow();
  }

  private static ReasonEntry entry(String name) {
    return new ReasonEntry(name, "dissatisfied", "service");
  }

  @Test
  void anOwnReasonGetsACodeOfItsWordsAndNoTwoHaveOne() {
    assertThat(reasons.add(entry("Zu wenig Größen"), manager).code()).isEqualTo("zu-wenig-grossen");
    assertThat(reasons.add(entry("Price"), manager).code()).isEqualTo("price-2");
    assertThat(reasons.add(entry("茶"), manager).code()).isEqualTo("own");
    assertThat(reasons.add(entry("x".repeat(80)), manager).code()).hasSize(36);
    assertThat(reasons.choices()).hasSize(24);
    assertThat(Stream.of("own", "price-2")).allSatisfy(code -> reasons.requireChoice("x", code));
  }

  @Test
  void anOwnReasonNeedsWordsAndAShippedOneHasItsOwn() {
    assertRefused(() -> reasons.add(entry(" "), manager), "name");
    assertRefused(() -> reasons.add(entry("x".repeat(81)), manager), "name");
    assertRefused(() -> reasons.add(new ReasonEntry("x", "else", null), manager), "branch");
    assertRefused(() -> reasons.add(new ReasonEntry("x", "lured", "money"), manager), "problem");
    var renamed = reasons.change("price", entry(" Too   dear "), 0L, manager);
    assertThat(renamed.name()).isEqualTo("Too dear");
    assertThat(renamed.problem()).isEqualTo(Problem.SERVICE);
    assertThat(reasons.change("price", entry(""), null, manager).name()).isNull();
  }

  private static void assertRefused(Runnable act, String field) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void aRetiredReasonCannotBeGivenUntilItIsTakenBack() {
    reasons.retire("taste", manager);
    reasons.retire("taste", manager);
    assertThat(one("taste").retired()).isTrue();
    assertRefused(() -> reasons.requireChoice("stated", "taste"), "stated");
    reasons.restore("taste", manager);
    reasons.requireChoice("stated", "taste");
  }

  @Test
  void whoReadAnOlderVersionIsToldSo() {
    reasons.change("price", entry("Too dear"), 0L, manager);
    assertThatThrownBy(() -> reasons.change("price", entry("Dear"), 0L, manager))
        .isInstanceOf(Outdated.class);
  }

  @Test
  void managersAndTheAdministratorKeepTheTree() {
    for (var other : List.of(stories.rep("rep"), stories.marketing())) {
      assertThatThrownBy(() -> reasons.add(entry("x"), other)).isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> reasons.change("price", entry("x"), null, other))
          .isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> reasons.retire("price", other)).isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> reasons.restore("price", other)).isInstanceOf(NotAllowed.class);
    }
    reasons.retire("price", stories.admin());
  }
}
