package dev.winback.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.NotFound;
import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** DEC-28 to DEC-32: the kinds, the objective that orders them, and the bounds of all. */
@CoreTest
class OffersTest {

  private static final BigDecimal MARGIN = new BigDecimal("30");

  @Autowired Offers offers;
  @Autowired Authorities authorities;
  @Autowired Stories stories;

  private Actor manager;

  @BeforeEach
  void aManager() {
    manager = stories.manager();
  }

  /** DEC-28, DEC-30: the published shares are benchmarks of their kinds. */
  @Test
  void theKindsOfTheSourcesAreShipped() {
    var kinds = offers.catalogue().active();
    assertThat(kinds)
        .extracting(OfferKind::code)
        .contains("discount", "service", "both", "make-good", "debt");
    assertThat(kinds.stream().filter(kind -> kind.shape() == Shape.EXTRA))
        .hasSizeGreaterThanOrEqualTo(14);
    assertThat(kinds.stream().filter(kind -> kind.benchmark() != null))
        .extracting(kind -> kind.code() + " " + kind.benchmark())
        .contains(
            "discount 45", "service 41", "both 47", "audit 83", "director-letter 33", "tour 100");
  }

  /** DEC-29: science.md has the figures behind it. */
  @ParameterizedTest
  @CsvSource({
    "matched, price, discount",
    "matched, service, service",
    "matched, both, both",
    "matched, , service",
    "returns, price, both",
    "returns, service, both",
    "returns, , both",
    "roi, price, service",
    "roi, both, service",
    "roi, , service"
  })
  void theObjectiveOrdersTheProposals(String objective, String problem, String kind) {
    change(objective, "5", 25);
    assertThat(proposed(problem, "200").kind()).isEqualTo(kind);
  }

  /** DEC-32: order 100 at 30 % leaves 30; a floor of 25 leaves room for 5. */
  @ParameterizedTest
  @CsvSource({"20, 10", "20.01, 9", "25, 5", "29, 1"})
  void aDiscountIsLoweredToWhatTheMarginFloorLeaves(String floor, int percent) {
    change("matched", floor, 25);
    var proposal = proposed("price", "100");
    assertThat(proposal.kind()).isEqualTo("discount");
    assertThat(proposal.percent()).isEqualTo(percent);
    assertThat(proposal.cost()).isEqualByComparingTo("" + percent);
  }

  @Test
  void withNoRoomForADiscountSomethingCheaperIsProposed() {
    change("matched", "29.5", 25);
    var proposal = proposed("price", "100");
    assertThat(proposal.kind()).isEqualTo("other-products");
    assertThat(proposal.cost()).isEqualByComparingTo("0");
  }

  @Test
  void aProposalAboveWhatEveryRepMayGrantSaysSo() {
    assertThat(proposed("price", "300").asks()).as("10 % of 300 is the 30 of every rep").isFalse();
    assertThat(proposed("price", "300.10").asks()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 25, floorPercent",
    "101, 25, floorPercent",
    "5, 0, mostPercent",
    "5, 101, mostPercent"
  })
  void rulesOutOfRangeAreRefusedAtTheirField(String floor, int most, String field) {
    assertThatThrownBy(() -> change("matched", floor, most))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void theSameRulesAgainAreNoChange() {
    change("roi", "7", 20);
    change("roi", "7", 20);
    assertThat(offers.history(10, manager)).hasSize(2);
  }

  @Test
  void aKindOfOwnIsAddedChangedRetiredAndBack() {
    var added = offers.add(entry("A cake", "3"), manager);
    assertThat(added.code()).isEqualTo("a-cake");
    assertThat(offers.add(entry("A cake", "3"), manager).code()).isEqualTo("a-cake-2");
    var changed = offers.change("a-cake", entry("A big cake", "5"), added.version(), manager);
    assertThat(changed.fixed()).isEqualByComparingTo("5");
    assertThatThrownBy(() -> offers.change("a-cake", entry("x", "1"), added.version(), manager))
        .isInstanceOf(Outdated.class);
    offers.retire("a-cake", manager);
    offers.retire("a-cake", manager);
    assertThat(offers.catalogue().active()).extracting(OfferKind::code).doesNotContain("a-cake");
    offers.restore("a-cake", manager);
    assertThat(offers.catalogue().active()).extracting(OfferKind::code).contains("a-cake");
  }

  /** DEC-31: boundaries of what is written off. */
  @ParameterizedTest
  @CsvSource({"9, false", "10, true", "50, true", "51, false"})
  void aDebtIsWrittenOffBetweenTenAndFiftyPercent(String percent, boolean ok) {
    var entry = new OfferKindEntry(null, null, "debt", List.of(), null, percent, "0", "0", true);
    if (ok) {
      assertThat(offers.change("debt", entry, null, manager).percent())
          .isEqualTo(Integer.parseInt(percent));
    } else {
      assertThatThrownBy(() -> offers.change("debt", entry, null, manager))
          .isInstanceOf(Refused.class);
    }
  }

  /** DEC-33. */
  @Test
  void aRepHasTheLimitsOfEveryRepUntilHisOwnAreSet() {
    var rep = stories.rep("rita");
    assertThat(authorities.of(rep.id()).percent()).isEqualTo(10);
    authorities.set("rita", 15, null, new BigDecimal("500"), manager);
    var own = authorities.of(rep.id());
    assertThat(own.percent()).isEqualTo(15);
    assertThat(own.money()).as("as for every rep").isEqualByComparingTo("30");
    assertThat(own.month()).isEqualByComparingTo("500");
    authorities.set("rita", null, null, null, manager);
    assertThat(authorities.of(rep.id()).percent()).isEqualTo(10);
    assertThatThrownBy(() -> authorities.set("rita", 101, null, null, manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> authorities.set("rita", 1, null, null, rep))
        .isInstanceOf(NotAllowed.class);
  }

  private Proposal proposed(String problem, String order) {
    return offers.catalogue().propose(problem, null, new BigDecimal(order), MARGIN).orElseThrow();
  }

  private void change(String objective, String floor, int most) {
    var r = offers.catalogue().rules();
    offers.change(
        new OfferRules(
            Objective.ofCode(objective),
            new BigDecimal(floor),
            most,
            r.repPercent(),
            r.repMoney(),
            r.repMonth(),
            r.answerDays(),
            r.validDays()),
        manager);
  }

  private static OfferKindEntry entry(String name, String fixed) {
    return new OfferKindEntry(name, null, "extra", null, null, null, fixed, null, false);
  }

  @Test
  void aChangeGoesByTheShapeThatItHasAndNotByTheFormsOne() {
    var asDiscount = new OfferKindEntry(null, null, "discount", null, null, "10", "4", null, false);
    assertThat(offers.change("gift", asDiscount, null, manager).percent()).isZero();
    var half = new OfferKindEntry(null, null, "extra", null, null, "10.5", "4", null, false);
    assertThatThrownBy(() -> offers.change("discount", half, null, manager))
        .isInstanceOf(Refused.class);
  }

  @Test
  void onlyRepsHaveLimits() {
    assertThatThrownBy(() -> authorities.set(manager.login(), 5, null, null, manager))
        .isInstanceOf(NotFound.class);
  }
}
